package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.waxwing.crypto.mime.Octets;

/// Checks the signatures of one primary key over its own parts. Those by others are dropped unread, so a
/// certificate that strangers poisoned with signatures costs little.
final class SelfSignatures {
    /// More signatures on one part that claim to be its owner's than this are not checked.
    private static final int MAX_CHECKED = 200;

    private static final Set<Integer> CERTIFICATIONS = Set.of(0x10, 0x11, 0x12, 0x13, 0x30);
    private static final Set<Integer> DIRECT = Set.of(0x1F, 0x20);
    private static final Set<Integer> BINDINGS = Set.of(0x18, 0x28);

    private final BcPGPContentVerifierBuilderProvider verifiers = new BcPGPContentVerifierBuilderProvider();
    private final PGPPublicKey primary;
    private final String fingerprint;

    SelfSignatures(PGPPublicKey primary) {
        this.primary = primary;
        this.fingerprint = SignaturePeek.hex(Octets.of(primary.getFingerprint()));
    }

    List<SelfSignature> overPrimary(List<RawPacket> signatures) {
        return check(signatures, DIRECT, signature -> signature.verifyCertification(primary), _ -> false);
    }

    List<SelfSignature> overUserId(Octets userId, List<RawPacket> signatures) {
        byte[] raw = userId.toByteArray();
        return check(signatures, CERTIFICATIONS, signature -> signature.verifyCertification(raw, primary), _ -> false);
    }

    List<SelfSignature> overSubkey(PGPPublicKey subkey, List<RawPacket> signatures) {
        return check(
                signatures,
                BINDINGS,
                signature -> signature.verifyCertification(primary, subkey),
                signature -> backSigned(signature, subkey));
    }

    /// The mathematics of one kind of signature.
    private interface Mathematics {
        boolean holds(PGPSignature signature) throws PGPException;
    }

    private List<SelfSignature> check(
            List<RawPacket> signatures, Set<Integer> types, Mathematics mathematics, Mathematics back) {
        List<SelfSignature> holding = new ArrayList<>();
        Set<Octets> seen = new HashSet<>();
        int checked = 0;
        for (RawPacket packet : signatures) {
            Optional<SignaturePeek> peek = SignaturePeek.of(packet);
            if (peek.isEmpty() || !worthChecking(peek.get(), types) || checked >= MAX_CHECKED) {
                continue;
            }
            if (!seen.add(packet.body())) {
                continue;
            }
            checked++;
            one(packet, mathematics, back).ifPresent(holding::add);
        }
        return List.copyOf(holding);
    }

    private boolean worthChecking(SignaturePeek peek, Set<Integer> types) {
        return peek.version() == primary.getVersion()
                && types.contains(peek.type())
                && !peek.strangeCritical()
                && peek.mayBeBy(fingerprint, primary.getKeyID())
                && peek.algorithm() == primary.getAlgorithm()
                && Algorithms.isHashEverAcceptable(peek.hash());
    }

    private Optional<SelfSignature> one(RawPacket packet, Mathematics mathematics, Mathematics back) {
        return Bcpg.signature(packet)
                .flatMap(signature -> Bcpg.attempt(() -> {
                            signature.init(verifiers, primary);
                            return mathematics.holds(signature);
                        })
                        .filter(holds -> holds)
                        .map(_ -> SelfSignature.of(
                                packet,
                                signature,
                                Bcpg.attempt(() -> back.holds(signature)).orElse(false))));
    }

    private boolean backSigned(PGPSignature binding, PGPPublicKey subkey) throws PGPException {
        List<PGPSignature> embedded = new ArrayList<>();
        binding.getHashedSubPackets().getEmbeddedSignatures().forEach(embedded::add);
        binding.getUnhashedSubPackets().getEmbeddedSignatures().forEach(embedded::add);
        for (PGPSignature back : embedded.subList(0, Math.min(4, embedded.size()))) {
            if (back.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                    && back.getHashAlgorithm() != HashAlgorithmTags.MD5) {
                back.init(verifiers, subkey);
                if (back.verifyCertification(primary, subkey)) {
                    return true;
                }
            }
        }
        return false;
    }
}
