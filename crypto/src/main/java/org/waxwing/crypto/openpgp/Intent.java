package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SealingProblem;

/// The recipients of one message, each of them able to read it now, or why not.
///
/// @param keys every key to encrypt to
/// @param certificates their primary keys, to be named in the signature
/// @param version2 whether all of them read version 2 of the encrypted packet
record Intent(
        List<PGPPublicKey> keys, List<PGPPublicKey> certificates, boolean version2, List<SealingProblem> problems) {
    Intent {
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        problems = List.copyOf(problems);
    }

    static Intent of(List<? extends Certificate> recipients, CertificateReader reader, Instant now) {
        List<PGPPublicKey> keys = new ArrayList<>();
        List<PGPPublicKey> certificates = new ArrayList<>();
        List<SealingProblem> problems = new ArrayList<>();
        boolean version2 = true;
        for (Certificate recipient : recipients) {
            Optional<ParsedCertificate> parsed = switch (recipient) {
                case OpenPgpCertificate openPgp -> reader.parsed(openPgp);
            };
            List<Objection> objections = parsed.map(
                            certificate -> certificate.stateAt(now).objectionsTo(Purpose.ENCRYPT))
                    .orElseGet(() -> List.of(new Objection.NotSelfCertified()));
            if (parsed.isEmpty() || !objections.isEmpty()) {
                problems.add(new SealingProblem.RecipientUnusable(recipient.fingerprint(), objections));
                continue;
            }
            CertificateState state = parsed.get().stateAt(now);
            state.keysFor(Purpose.ENCRYPT).stream().map(KeyComponent::key).forEach(keys::add);
            certificates.add(parsed.get().primary().key());
            version2 &= state.readsVersion2();
        }
        if (recipients.isEmpty()) {
            problems.add(new SealingProblem.NoRecipients());
        }
        return new Intent(keys, certificates, version2, problems);
    }
}
