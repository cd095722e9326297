package org.waxwing.app.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.waxwing.app.keys.CertificateChoice;
import org.waxwing.app.send.ProtectionPlan.Recipient;
import org.waxwing.app.trust.Readiness;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.SealingPlan;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.mime.AddrSpec;

/// Looks recipients up: who is ready, and whose certificates a copy is sealed for.
record Planning(CertificateChoice choice) {
    List<Recipient> recipients(Collection<AddrSpec> addresses, Instant now) {
        return addresses.stream()
                .map(address -> new Recipient(address, choice.readiness(address, now)))
                .toList();
    }

    List<Recipient> notReady(Collection<AddrSpec> addresses, Instant now) {
        return recipients(addresses, now).stream()
                .filter(recipient -> !(recipient.readiness() instanceof Readiness.Ready))
                .toList();
    }

    /// A plan for the recipients and always the sender, so that the letter under Sent opens.
    SealingPlan plan(Protection protection, LockedSecretKey signer, Collection<AddrSpec> addresses, Instant now) {
        List<Certificate> certificates = switch (protection) {
            case SIGNED -> List.of();
            case SIGNED_AND_ENCRYPTED ->
                Stream.concat(
                                addresses.stream().flatMap(address -> choice.toEncrypt(address, now).stream()),
                                Stream.of(signer.certificate()))
                        .distinct()
                        .toList();
        };
        return new SealingPlan(protection, signer, certificates);
    }

    /// Those whose certificates the sealer refused, by their addresses.
    List<Recipient> refused(List<SealingProblem> problems, Collection<AddrSpec> addresses, Instant now) {
        List<Recipient> refused = new ArrayList<>();
        for (SealingProblem problem : problems) {
            if (problem instanceof SealingProblem.RecipientUnusable(Fingerprint bad, List<Objection> objections)) {
                addresses.stream()
                        .filter(address -> choice.toEncrypt(address, now)
                                .filter(certificate -> certificate.fingerprint().equals(bad))
                                .isPresent())
                        .map(address -> new Recipient(address, new Readiness.CardUnusable(bad, objections)))
                        .forEach(refused::add);
            }
        }
        return refused;
    }
}
