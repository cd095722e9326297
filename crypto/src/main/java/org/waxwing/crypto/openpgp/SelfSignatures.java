package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Checks the signatures of one primary key over its own parts. Those by others are dropped unread, and
/// those whose digest doesn't begin as they say are dropped for the price of a digest, so a certificate
/// that strangers poisoned with signatures costs little and stays what it was.
///
/// What is left is checked newest first, revocations by themselves: forged statements can't push out the
/// revocation, nor forged revocations the statement.
final class SelfSignatures {
    /// So many signatures of one kind on one part go through the mathematics.
    static final int MAX_CHECKED = 2_000;

    /// So many in the whole certificate, beyond which each part has only a few.
    private static final int MAX_CHECKED_IN_ALL = 20_000;

    private static final int ALWAYS_CHECKED = 20;

    /// So many octets are digested for one certificate, about two seconds.
    private static final long MAX_DIGESTED = 1L << 29;

    private static final Set<Integer> CERTIFICATIONS = Set.of(0x10, 0x11, 0x12, 0x13);
    private static final Set<Integer> DIRECT = Set.of(0x1F);
    private static final Set<Integer> BINDINGS = Set.of(0x18);

    private final ContentVerifiers verifiers = new ContentVerifiers();
    private final PGPPublicKey primary;
    private final AlgorithmPolicy policy;
    private final String fingerprint;
    private int checked;
    private long digested;

    SelfSignatures(PGPPublicKey primary, AlgorithmPolicy policy) {
        this.primary = primary;
        this.policy = policy;
        this.fingerprint = SignaturePeek.hex(Octets.of(primary.getFingerprint()));
    }

    List<SelfSignature> overPrimary(List<RawPacket> signatures) {
        Part part = new Part(
                DigestPrefix.overPrimary(primary), signature -> signature.verifyCertification(primary), _ -> false);
        return check(signatures, part, DIRECT, PGPSignature.KEY_REVOCATION);
    }

    List<SelfSignature> overUserId(Octets userId, List<RawPacket> signatures) {
        byte[] raw = userId.toByteArray();
        Part part = new Part(
                DigestPrefix.overUserId(primary, raw),
                signature -> signature.verifyCertification(raw, primary),
                _ -> false);
        return check(signatures, part, CERTIFICATIONS, PGPSignature.CERTIFICATION_REVOCATION);
    }

    List<SelfSignature> overSubkey(PGPPublicKey subkey, List<RawPacket> signatures) {
        Part part = new Part(
                DigestPrefix.overSubkey(primary, subkey),
                signature -> signature.verifyCertification(primary, subkey),
                signature -> backSigned(signature, subkey));
        return check(signatures, part, BINDINGS, PGPSignature.SUBKEY_REVOCATION);
    }

    /// The mathematics of one kind of signature.
    private interface Mathematics {
        boolean holds(PGPSignature signature) throws PGPException;
    }

    /// What is signed, cheaply and at full cost.
    private record Part(DigestPrefix prefix, Mathematics mathematics, Mathematics back) {}

    /// A signature that says it is the owner's.
    private record Claim(int position, RawPacket packet, SignaturePeek peek) {}

    /// Those that hold, in the order in which they came.
    private List<SelfSignature> check(List<RawPacket> signatures, Part part, Set<Integer> statements, int revocation) {
        Map<Integer, SelfSignature> holding = new TreeMap<>();
        for (Set<Integer> types : List.of(Set.of(revocation), statements)) {
            int left = Math.max(ALWAYS_CHECKED, Math.min(MAX_CHECKED, MAX_CHECKED_IN_ALL - checked));
            for (Claim claim : claims(signatures, types)) {
                if (left == 0) {
                    break;
                }
                if (fits(part.prefix(), claim)) {
                    left--;
                    checked++;
                    one(claim.packet(), part).ifPresent(held -> holding.put(claim.position(), held));
                }
            }
        }
        return List.copyOf(holding.values());
    }

    private boolean fits(DigestPrefix prefix, Claim claim) {
        digested += prefix.cost() + claim.peek().tail().hashedEnd();
        return digested <= MAX_DIGESTED && prefix.fits(claim.packet(), claim.peek());
    }

    private List<Claim> claims(List<RawPacket> signatures, Set<Integer> types) {
        List<Claim> claims = new ArrayList<>();
        Set<Octets> seen = new HashSet<>();
        for (int i = 0; i < signatures.size(); i++) {
            RawPacket packet = signatures.get(i);
            Optional<SignaturePeek> peek =
                    SignaturePeek.of(packet).filter(signature -> worthChecking(signature, types));
            if (peek.isPresent() && seen.add(packet.body())) {
                claims.add(new Claim(i, packet, peek.get()));
            }
        }
        claims.sort(Comparator.comparingLong((Claim claim) -> claim.peek().created())
                .reversed());
        return claims;
    }

    private boolean worthChecking(SignaturePeek peek, Set<Integer> types) {
        return peek.version() == primary.getVersion()
                && types.contains(peek.type())
                && !peek.strangeCritical()
                && peek.mayBeBy(fingerprint, primary.getKeyID())
                && peek.algorithm() == primary.getAlgorithm()
                && Algorithms.isHashEverAcceptable(peek.hash());
    }

    private Optional<SelfSignature> one(RawPacket packet, Part part) {
        return Bcpg.signature(packet)
                .flatMap(signature -> Bcpg.attempt(() -> {
                            signature.init(verifiers, primary);
                            return part.mathematics().holds(signature);
                        })
                        .filter(holds -> holds)
                        .map(_ -> SelfSignature.of(
                                packet,
                                signature,
                                Bcpg.attempt(() -> part.back().holds(signature)).orElse(false))));
    }

    private boolean backSigned(PGPSignature binding, PGPPublicKey subkey) throws PGPException {
        List<PGPSignature> embedded = new ArrayList<>();
        binding.getHashedSubPackets().getEmbeddedSignatures().forEach(embedded::add);
        binding.getUnhashedSubPackets().getEmbeddedSignatures().forEach(embedded::add);
        for (PGPSignature back : embedded.subList(0, Math.min(4, embedded.size()))) {
            if (back.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING && isAcceptable(back)) {
                back.init(verifiers, subkey);
                if (back.verifyCertification(primary, subkey)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A back-signature is judged like the binding it lies in: a weak hash counts up to the policy's date.
    private boolean isAcceptable(PGPSignature back) {
        int hash = back.getHashAlgorithm();
        return Algorithms.isHashStrong(hash)
                || (Algorithms.isHashEverAcceptable(hash)
                        && back.getCreationTime().toInstant().isBefore(policy.sha1SelfSignaturesUntil()));
    }
}
