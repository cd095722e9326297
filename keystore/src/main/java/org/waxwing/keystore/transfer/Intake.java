package org.waxwing.keystore.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SecretKeeping;

/// Puts what one source held into the keyring and names what became of each item, in the source's order.
///
/// A decision that was made before is never weakened: a certificate that is verified stays so, and one
/// that was rejected stays rejected.
final class Intake {
    private final Keyring keyring;
    private final OpenPgp openPgp;
    private final Instant now;

    Intake(Keyring keyring, OpenPgp openPgp, Instant now) {
        this.keyring = keyring;
        this.openPgp = openPgp;
        this.now = now;
    }

    /// What the source itself says about a certificate: how far it is accepted, and why in one sentence;
    /// nothing leaves it undecided.
    interface Trust extends Function<Certificate, Optional<Trust.Judgement>> {
        /// @param evidence for the journal
        record Judgement(Acceptance acceptance, String evidence) {}
    }

    /// Keeps every item.
    ///
    /// @param source the name in the report
    /// @param trust for certificates; own keys are verified in any case
    /// @param ownEvidence why an own key is the person's own, for the journal
    /// @param passphrases tried on every locked key, in order
    List<ImportReport.Line> take(
            String source, KeyMaterial material, Trust trust, String ownEvidence, List<Passphrase> passphrases) {
        List<OpenPgpCertificate> found = material.items().stream()
                .filter(Item.CertificateFound.class::isInstance)
                .map(item -> ((Item.CertificateFound) item).certificate())
                .toList();
        List<Keeping> keepings = found.isEmpty() ? List.of() : keyring.keepAll(found, now);
        Decisions decisions = new Decisions(keyring.acceptances(owners(material)));
        List<ImportReport.Line> lines = new ArrayList<>();
        int next = 0;
        for (Item item : material.items()) {
            lines.add(
                    switch (item) {
                        case Item.CertificateFound(OpenPgpCertificate certificate) ->
                            certificate(source, certificate, keepings.get(next++), trust, decisions);
                        case Item.SecretKeyFound(OpenPgpSecretKey key, boolean locked) ->
                            secret(source, key, keepSecret(key, locked, passphrases), ownEvidence, decisions);
                        case Item.RevocationFound(long issuer, Octets revocation) ->
                            revocation(source, issuer, revocation);
                        case Item.Skipped(String what, KeyMaterial.SkipReason reason, boolean lost) ->
                            new ImportReport.Line.Skipped(source, what, reason, lost);
                    });
        }
        keyring.decideAll(decisions.made());
        return lines;
    }

    private ImportReport.Line certificate(
            String source, OpenPgpCertificate certificate, Keeping keeping, Trust trust, Decisions decisions) {
        Optional<Trust.Judgement> judgement = trust.apply(certificate);
        judgement.ifPresent(judged -> decisions.add(certificate.fingerprint(), judged));
        return kept(
                source, certificate, new Standing(keeping, false, false), judgement.map(Trust.Judgement::acceptance));
    }

    private SecretKeeping keepSecret(OpenPgpSecretKey key, boolean locked, List<Passphrase> passphrases) {
        if (locked) {
            return keyring.keepSecret(key, passphrases, now);
        }
        try (Passphrase none = Passphrase.taking(new char[0])) {
            return keyring.keepSecret(key, List.of(none), now);
        }
    }

    private ImportReport.Line secret(
            String source, OpenPgpSecretKey key, SecretKeeping keeping, String evidence, Decisions decisions) {
        decisions.add(key.fingerprint(), new Trust.Judgement(Acceptance.VERIFIED, evidence));
        return kept(
                source,
                key.certificate(),
                new Standing(keeping.keeping(), true, !keeping.inVaultCare()),
                Optional.of(Acceptance.VERIFIED));
    }

    /// A revocation on its own ends the certificate that it was made for, if that is here.
    private ImportReport.Line revocation(String source, long issuer, Octets revocation) {
        for (Certificate candidate : keyring.byKeyId(issuer)) {
            Optional<OpenPgpCertificate> revoked = switch (candidate) {
                case OpenPgpCertificate certificate -> openPgp.revoke(certificate, revocation);
                case SmimeCertificate _ -> Optional.<OpenPgpCertificate>empty();
            };
            if (revoked.isPresent()) {
                Keeping keeping = keyring.keep(revoked.get(), now);
                return kept(source, revoked.get(), new Standing(keeping, false, false), Optional.empty());
            }
        }
        return new ImportReport.Line.Skipped(source, "a revocation certificate", KeyMaterial.SkipReason.NO_CERTIFICATE);
    }

    private static Set<Fingerprint> owners(KeyMaterial material) {
        Set<Fingerprint> owners = new HashSet<>();
        for (Item item : material.items()) {
            switch (item) {
                case Item.CertificateFound(OpenPgpCertificate certificate) -> owners.add(certificate.fingerprint());
                case Item.SecretKeyFound(OpenPgpSecretKey key, boolean _) -> owners.add(key.fingerprint());
                case Item.RevocationFound _, Item.Skipped _ -> {
                    // Nothing is decided about these.
                }
            }
        }
        return owners;
    }

    /// What is to be written into the journal.
    private final class Decisions {
        private final Map<Fingerprint, Acceptance> before;
        private final Map<Fingerprint, Decision> made = new LinkedHashMap<>();

        /// @param before what holds now for everybody in the source
        Decisions(Map<Fingerprint, Acceptance> before) {
            this.before = before;
        }

        void add(Fingerprint certificate, Trust.Judgement judged) {
            Decision pending = made.get(certificate);
            Acceptance known =
                    pending == null ? before.getOrDefault(certificate, Acceptance.UNDECIDED) : pending.acceptance();
            boolean firstWord = known == Acceptance.UNDECIDED;
            boolean better = known != Acceptance.REJECTED && known.compareTo(judged.acceptance()) < 0;
            if (firstWord || better) {
                made.put(certificate, new Decision(certificate, judged.acceptance(), now, judged.evidence()));
            }
        }

        List<Decision> made() {
            return List.copyOf(made.values());
        }
    }

    private record Standing(Keeping keeping, boolean secret, boolean ownPassphrase) {}

    private static ImportReport.Line kept(
            String source, OpenPgpCertificate certificate, Standing standing, Optional<Acceptance> acceptance) {
        String owner =
                certificate.userIds().stream().findFirst().map(UserId::text).orElse("");
        return new ImportReport.Line.Kept(
                source,
                certificate.fingerprint(),
                owner,
                standing.keeping(),
                standing.secret(),
                standing.ownPassphrase(),
                acceptance);
    }
}
