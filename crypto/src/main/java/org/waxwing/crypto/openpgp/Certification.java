package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.Fingerprint;

/// Whether somebody's word stands behind a user id: a certification by the primary key of a certificate,
/// not taken back since (RFC 9580 §5.2.1.4 to §5.2.1.8).
///
/// @param authority whose word counts
/// @param at the instant of the judgement
record Certification(ParsedCertificate authority, Instant at) {
    private static final Set<Integer> TYPES = Set.of(0x10, 0x11, 0x12, 0x13);
    private static final int TAKEN_BACK = 0x30;

    /// So many signatures that name the authority go through the mathematics.
    private static final int MAX_CHECKED = 50;

    boolean standsBehind(PGPPublicKey subject, KeyBlock.Component userId) {
        List<PGPSignature> held = userId.signatures().stream()
                .filter(this::isClaimed)
                .limit(MAX_CHECKED)
                .flatMap(packet -> Bcpg.signature(packet).stream())
                .filter(signature -> !created(signature).isAfter(at.plus(Statements.CLOCK_TOLERANCE)))
                .filter(signature -> holds(signature, subject, userId.head()))
                .toList();
        Optional<Instant> takenBack = newest(held, Set.of(TAKEN_BACK));
        return newest(held.stream().filter(this::inForce).toList(), TYPES)
                .filter(given -> takenBack.filter(end -> !end.isBefore(given)).isEmpty())
                .isPresent();
    }

    private boolean isClaimed(RawPacket packet) {
        Fingerprint fingerprint = authority.fingerprint();
        PGPPublicKey primary = authority.primary().key();
        return SignaturePeek.of(packet)
                .filter(peek -> TYPES.contains(peek.type()) || peek.type() == TAKEN_BACK)
                .filter(peek -> !peek.strangeCritical()
                        && Algorithms.acceptsSelfSignature(
                                authority.policy(), peek.hash(), Instant.ofEpochSecond(peek.created())))
                .filter(peek -> peek.version() == primary.getVersion() && peek.algorithm() == primary.getAlgorithm())
                .filter(peek -> peek.mayBeBy(fingerprint.hex(), primary.getKeyID()))
                .isPresent();
    }

    private boolean holds(PGPSignature signature, PGPPublicKey subject, RawPacket userId) {
        return Bcpg.attempt(() -> {
                    signature.init(new ContentVerifiers(), authority.primary().key());
                    return signature.verifyCertification(userId.body().toByteArray(), subject);
                })
                .orElse(false);
    }

    private boolean inForce(PGPSignature signature) {
        long lifetime = signature.getHashedSubPackets().getSignatureExpirationTime();
        return lifetime == 0 || created(signature).plusSeconds(lifetime).isAfter(at);
    }

    private static Optional<Instant> newest(List<PGPSignature> signatures, Set<Integer> types) {
        return signatures.stream()
                .filter(signature -> types.contains(signature.getSignatureType()))
                .map(Certification::created)
                .max(Instant::compareTo);
    }

    private static Instant created(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }
}
