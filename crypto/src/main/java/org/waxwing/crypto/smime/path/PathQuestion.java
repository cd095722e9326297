package org.waxwing.crypto.smime.path;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Whether this certificate is good for this, now, for this address.
///
/// @param certificate the end entity's, in DER
/// @param others what may lie between it and an anchor, in DER: of the letter, of the keyring. Unreadable
///   ones don't count
/// @param pinned certificates that the person accepted as they are; that speaks for what issued itself, and
///   where no chain leads to an anchor
/// @param address whom it has to belong to; nothing asks for nobody
/// @param evidence what is at hand of revocation
/// @param revoked certificates of which it is known
public record PathQuestion(
        Octets certificate,
        List<Octets> others,
        Set<Fingerprint> pinned,
        Objection.Purpose purpose,
        Instant at,
        Optional<AddrSpec> address,
        RevocationEvidence evidence,
        Map<Fingerprint, Objection.Revoked> revoked) {
    public PathQuestion {
        others = List.copyOf(others);
        pinned = Set.copyOf(pinned);
        revoked = Map.copyOf(revoked);
    }

    /// Without pinned certificates, an address or evidence of revocation.
    public PathQuestion(Octets certificate, List<Octets> others, Objection.Purpose purpose, Instant at) {
        this(certificate, others, Set.of(), purpose, at, Optional.empty(), RevocationEvidence.NONE, Map.of());
    }

    public PathQuestion withPinned(Set<Fingerprint> accepted) {
        return new PathQuestion(certificate, others, accepted, purpose, at, address, evidence, revoked);
    }

    public PathQuestion withPurpose(Objection.Purpose use) {
        return new PathQuestion(certificate, others, pinned, use, at, address, evidence, revoked);
    }

    public PathQuestion withAddress(AddrSpec whose) {
        return new PathQuestion(certificate, others, pinned, purpose, at, Optional.of(whose), evidence, revoked);
    }

    public PathQuestion withEvidence(RevocationEvidence known) {
        return new PathQuestion(certificate, others, pinned, purpose, at, address, known, revoked);
    }

    public PathQuestion withRevoked(Map<Fingerprint, Objection.Revoked> known) {
        return new PathQuestion(certificate, others, pinned, purpose, at, address, evidence, known);
    }

    @Override
    public String toString() {
        return "PathQuestion[redacted]";
    }
}
