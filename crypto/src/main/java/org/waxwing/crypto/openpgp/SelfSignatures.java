package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.SelfSignature.BackSignature;
import org.waxwing.crypto.work.Work;

/// Checks the signatures of one primary key over its own parts. Those by others are kept apart unread, and
/// those whose digest doesn't begin as they say are dropped for the price of a digest, so a certificate
/// that strangers poisoned with signatures costs little and stays what it was.
///
/// Every signature that could be the owner's is checked, or else none counts: there is a budget for the
/// whole certificate, and where it doesn't suffice the certificate is refused and not read in part. So
/// nobody hides a revocation behind forgeries. Signatures that are known to hold cost nothing.
final class SelfSignatures {
    /// So many signatures by Ed25519 in one certificate, about two seconds.
    static final int BUDGET = 20_000;

    /// So many octets are digested for one certificate, about a second.
    private static final long MAX_DIGESTED = 1L << 29;

    private static final int MAX_BACK = 4;

    private static final Set<Integer> CERTIFICATIONS = Set.of(0x10, 0x11, 0x12, 0x13, 0x30);
    private static final Set<Integer> DIRECT = Set.of(0x1F, 0x20);
    private static final Set<Integer> BINDINGS = Set.of(0x18, 0x28);

    private final PGPPublicKey primary;
    private final KnownSignatures known;
    private final int policyVersion;
    private final String fingerprint;
    private final Verifier verifier;
    private final List<Octets> verdicts = new ArrayList<>();
    private long spent;
    private long digested;

    SelfSignatures(PGPPublicKey primary, KnownSignatures known, int policyVersion) {
        this.primary = primary;
        this.known = known;
        this.policyVersion = policyVersion;
        this.fingerprint = SignaturePeek.hex(Octets.of(primary.getFingerprint()));
        this.verifier = new Verifier(primary);
    }

    /// The signatures behind one part, told apart.
    ///
    /// @param own those of the owner that hold, oldest first
    /// @param others those that strangers made or that we can't read, not checked
    record Sorted(List<SelfSignature> own, List<RawPacket> others) {
        Sorted {
            own = List.copyOf(own);
            others = List.copyOf(others);
        }
    }

    /// Whether there was more than the budget allows, so that what was found is not all.
    boolean isExhausted() {
        return spent > BUDGET || digested > MAX_DIGESTED;
    }

    /// The names of the verdicts that what was found rests on.
    List<Octets> verdicts() {
        return List.copyOf(verdicts);
    }

    Sorted overPrimary(List<RawPacket> signatures) {
        return sort(signatures, new Part(SignedPart.primary(primary), DIRECT, Optional.empty()));
    }

    /// Over a user id or a user attribute.
    Sorted overIdentity(RawPacket head, List<RawPacket> signatures) {
        return sort(signatures, new Part(SignedPart.identity(primary, head), CERTIFICATIONS, Optional.empty()));
    }

    Sorted overSubkey(PGPPublicKey subkey, List<RawPacket> signatures) {
        return sort(signatures, new Part(SignedPart.subkey(primary, subkey), BINDINGS, Optional.of(subkey)));
    }

    /// Over a subkey that we don't understand.
    Sorted overStrangeSubkey(RawPacket subkey, List<RawPacket> signatures) {
        return sort(signatures, new Part(SignedPart.subkey(primary, subkey), BINDINGS, Optional.empty()));
    }

    /// @param types that the owner may make over it
    /// @param bound the subkey, where it is one
    private record Part(SignedPart signed, Set<Integer> types, Optional<PGPPublicKey> bound) {}

    private Sorted sort(List<RawPacket> signatures, Part part) {
        List<SelfSignature> own = new ArrayList<>();
        List<RawPacket> others = new ArrayList<>();
        Set<Octets> seen = new HashSet<>();
        for (RawPacket packet : signatures) {
            Work.step();
            Optional<SignaturePeek> peek = SignaturePeek.of(packet);
            if (isExhausted() || !seen.add(packet.body())) {
                continue;
            }
            if (peek.isPresent() && isOwners(peek.get())) {
                if (part.types().contains(peek.get().type()) && isSafeFor(part, peek.get())) {
                    one(packet, peek.get(), part).ifPresent(own::add);
                }
            } else if (OtherSignatures.mayStand(peek, part.types())) {
                others.add(packet);
            }
        }
        own.sort(CanonicalOrder.OF_STATEMENTS);
        return new Sorted(own, OtherSignatures.few(others));
    }

    /// Whether it says that it is the owner's, in a way that we can check.
    private boolean isOwners(SignaturePeek peek) {
        return peek.version() == primary.getVersion()
                && !peek.strangeCritical()
                && peek.mayBeBy(fingerprint, primary.getKeyID())
                && peek.algorithm() == primary.getAlgorithm()
                && Algorithms.isHashEverAcceptable(peek.hash());
    }

    /// No broken hash binds a post-quantum subkey, whenever it was used (RFC 9980 §7.2).
    private static boolean isSafeFor(Part part, SignaturePeek peek) {
        return !part.bound()
                        .filter(subkey -> PostQuantumKeys.isPostQuantum(subkey.getAlgorithm()))
                        .isPresent()
                || !Algorithms.isHashBroken(peek.hash());
    }

    private Optional<SelfSignature> one(RawPacket packet, SignaturePeek peek, Part part) {
        return checked(packet, peek, part.signed(), verifier, true)
                .flatMap(signature -> Bcpg.attempt(() -> SelfSignature.of(
                        packet,
                        signature,
                        part.bound()
                                .map(subkey -> back(signature, part.signed(), subkey))
                                .orElseGet(List::of))));
    }

    /// The signature where it holds.
    private Optional<PGPSignature> checked(
            RawPacket packet, SignaturePeek peek, SignedPart part, Verifier by, boolean byPrimary) {
        Octets verdict = part.verdictName(policyVersion, byPrimary, packet);
        boolean isKnown = known.holds(verdict);
        if (!isKnown && !fits(packet, peek, part)) {
            return Optional.empty();
        }
        Optional<PGPSignature> signature = Bcpg.signature(packet);
        if (!isKnown) {
            spent += by.cost();
            signature = signature.filter(read -> part.digest(packet, peek)
                    .filter(digest -> by.holds(read, part, digest))
                    .isPresent());
            if (signature.isPresent()) {
                known.add(verdict);
            }
        }
        if (signature.isPresent()) {
            verdicts.add(verdict);
        }
        return signature;
    }

    private boolean fits(RawPacket packet, SignaturePeek peek, SignedPart part) {
        digested += part.length() + peek.tail().hashedEnd();
        return part.digest(packet, peek)
                .filter(digest -> SignedPart.fits(digest, peek))
                .isPresent();
    }

    /// The signatures by the subkey in a binding that hold (RFC 9580 §5.2.1.10).
    private List<BackSignature> back(PGPSignature binding, SignedPart part, PGPPublicKey subkey) {
        List<RawPacket> embedded = EmbeddedSignatures.of(binding);
        if (embedded.isEmpty() || !Algorithms.canSign(subkey.getAlgorithm())) {
            return List.of();
        }
        Verifier bySubkey = new Verifier(subkey);
        List<BackSignature> holding = new ArrayList<>();
        for (RawPacket packet : embedded.subList(0, Math.min(MAX_BACK, embedded.size()))) {
            SignaturePeek.of(packet)
                    .filter(peek -> isBackSignature(peek, subkey))
                    .flatMap(peek -> checked(packet, peek, part, bySubkey, false))
                    .flatMap(back -> Bcpg.attempt(() -> BackSignature.of(back)))
                    .ifPresent(holding::add);
        }
        return holding;
    }

    private static boolean isBackSignature(SignaturePeek peek, PGPPublicKey subkey) {
        return peek.type() == PGPSignature.PRIMARYKEY_BINDING
                && peek.version() == subkey.getVersion()
                && !peek.strangeCritical()
                && peek.algorithm() == subkey.getAlgorithm()
                && Algorithms.isHashEverAcceptable(peek.hash());
    }
}
