package org.waxwing.keystore.transfer;

import java.io.ByteArrayOutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.gnupg.FoundSecret;
import org.waxwing.crypto.gnupg.GnuPgOptions;
import org.waxwing.crypto.gnupg.GnuPgSecretKeys;
import org.waxwing.crypto.gnupg.OwnerTrust;
import org.waxwing.crypto.gnupg.RevocationFile;
import org.waxwing.crypto.gnupg.SecretKeyHarvest;
import org.waxwing.crypto.gnupg.TrustDatabase;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.transfer.ImportReport.Line;

/// Brings everything of use in a GnuPG home into the keyring: certificates, secret keys, what its user
/// said about whom, and revocation certificates. Needs no gpg, wakes no agent, writes nothing there.
final class GnuPgHomeImport {
    private static final int LARGEST_KEY_FILE = 1 << 18;
    private static final int LARGEST_TRUST_DATABASE = 64 << 20;
    private static final int LARGEST_SECRET_RING = 64 << 20;
    private static final String PRIVATE_KEYS = "private-keys-v1.d";
    private static final String REVOCATIONS = "openpgp-revocs.d";
    private static final String OLD_SECRET_RING = "secring.gpg";
    private static final String MIGRATED = ".gpg-v21-migrated";
    private static final String EVIDENCE = "imported from a GnuPG home";

    private final Keyring keyring;
    private final OpenPgp openPgp;
    private final Intake intake;
    private final List<Passphrase> passphrases;

    GnuPgHomeImport(Keyring keyring, OpenPgp openPgp, Intake intake, List<Passphrase> passphrases) {
        this.keyring = keyring;
        this.openPgp = openPgp;
        this.intake = intake;
        this.passphrases = List.copyOf(passphrases);
    }

    List<Line> run(Path home) {
        HomeFiles files = new HomeFiles(home);
        TrustDatabase trusts = files.file("trustdb.gpg", LARGEST_TRUST_DATABASE)
                .map(TrustDatabase::read)
                .orElse(TrustDatabase.empty());
        List<Line> lines = new ArrayList<>();
        if (!trusts.whole()) {
            lines.add(new Line.Skipped("trustdb.gpg", "ownertrust", SkipReason.MALFORMED));
        }
        GnuPgOptions options = files.file(HomeSettings.FILE, LARGEST_KEY_FILE)
                .map(GnuPgOptions::read)
                .orElse(new GnuPgOptions(List.of()));
        List<OpenPgpCertificate> certificates = new ArrayList<>();
        for (HomeCertificates store : HomeCertificates.in(files, furtherRings(options, home), openPgp)) {
            lines.addAll(intake.take(
                    store.source(), store.material(), certificate -> judge(certificate, trusts), EVIDENCE, List.of()));
            store.material().items().stream()
                    .filter(Item.CertificateFound.class::isInstance)
                    .map(item -> ((Item.CertificateFound) item).certificate())
                    .forEach(certificates::add);
        }
        lines.addAll(secretKeys(files, certificates));
        lines.addAll(oldSecretRing(files, certificates));
        lines.addAll(revocations(files, certificates));
        lines.addAll(HomeSettings.lines(options, own(certificates), certificates));
        lines.addAll(files.problems());
        return lines.isEmpty() ? List.of(new Line.Unreadable(HomeFiles.name(home), Line.Why.NOTHING_INSIDE)) : lines;
    }

    /// What GnuPG's ownertrust is taken for. It says whose word counts, which only for the user's own keys
    /// means that the certificate was compared; "never" refuses a person's word about others, not their own
    /// certificate.
    private static Optional<Intake.Trust.Judgement> judge(Certificate certificate, TrustDatabase trusts) {
        OwnerTrust trust = trusts.of(certificate.fingerprint());
        Acceptance acceptance = switch (trust) {
            case ULTIMATE -> Acceptance.VERIFIED;
            case FULL, MARGINAL, UNDEFINED -> Acceptance.ACCEPTED;
            case NEVER -> Acceptance.UNDECIDED;
            case DISABLED -> Acceptance.REJECTED;
        };
        String said = switch (trust) {
            case ULTIMATE, FULL, MARGINAL, NEVER ->
                ", ownertrust " + trust.name().toLowerCase(Locale.ROOT);
            case DISABLED -> ", where it was disabled";
            case UNDEFINED -> "";
        };
        return Optional.of(new Intake.Trust.Judgement(acceptance, EVIDENCE + said));
    }

    private List<Line> secretKeys(HomeFiles files, List<OpenPgpCertificate> certificates) {
        Map<String, Octets> keyFiles = files.folder(PRIVATE_KEYS, GnuPgSecretKeys::isKeyFile, LARGEST_KEY_FILE);
        return keyFiles.isEmpty()
                ? List.of()
                : openPgp.gnuPgSecretKeys().harvest(certificates, keyFiles, passphrases, this::take);
    }

    private List<Line> take(SecretKeyHarvest harvest) {
        List<Item> unlocked = new ArrayList<>();
        List<Item> ownLock = new ArrayList<>();
        List<Item> skipped = new ArrayList<>();
        for (FoundSecret secret : harvest.secrets()) {
            secret.key()
                    .ifPresent(key ->
                            (secret.ownPassphrase() ? ownLock : unlocked).add(new Item.SecretKeyFound(key, true)));
            skipped.addAll(secret.missing());
        }
        skipped.addAll(harvest.leftOver());
        List<Line> lines = new ArrayList<>(keep(unlocked, List.of(harvest.lock())));
        lines.addAll(keep(ownLock, List.of()));
        lines.addAll(keep(skipped, List.of()));
        return lines;
    }

    private List<Line> keep(List<Item> items, List<Passphrase> keys) {
        String evidence = "own key, " + EVIDENCE;
        return intake.take(PRIVATE_KEYS, new KeyMaterial(items), _ -> Optional.empty(), evidence, keys);
    }

    /// The secret ring of GnuPG 1 and 2.0. GnuPG leaves it behind, unused, when it moves its keys to the
    /// agent; what was deleted since must not come back.
    private List<Line> oldSecretRing(HomeFiles files, List<OpenPgpCertificate> certificates) {
        if (files.has(MIGRATED)) {
            return List.of();
        }
        return files.file(OLD_SECRET_RING, LARGEST_SECRET_RING)
                .map(ring -> intake.take(
                        OLD_SECRET_RING,
                        secretRing(ring, certificates),
                        _ -> Optional.empty(),
                        "own key, " + EVIDENCE,
                        passphrases))
                .orElse(List.of());
    }

    /// Old secret rings often lack the self-signatures: those of the certificate in the other ring count
    /// too.
    private KeyMaterial secretRing(Octets ring, List<OpenPgpCertificate> certificates) {
        KeyMaterial alone = openPgp.read(ring);
        if (alone.items().stream()
                .noneMatch(item -> item instanceof Item.Skipped(String _, SkipReason reason, boolean _)
                        && reason == SkipReason.NOT_SELF_CERTIFIED)) {
            return alone;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(ring.toByteArray());
        certificates.forEach(
                certificate -> both.writeBytes(certificate.encoded().toByteArray()));
        return new KeyMaterial(openPgp.read(Octets.of(both.toByteArray())).items().stream()
                .filter(item -> !(item instanceof Item.CertificateFound))
                .toList());
    }

    private List<OpenPgpCertificate> own(List<OpenPgpCertificate> certificates) {
        Set<Fingerprint> own =
                keyring.ownKeys().stream().map(OpenPgpSecretKey::fingerprint).collect(Collectors.toSet());
        return certificates.stream()
                .filter(certificate -> own.contains(certificate.fingerprint()))
                .toList();
    }

    /// The rings that `gpg.conf` names besides the usual one: in the home where there is no folder before
    /// the name. A path that depends on where gpg was started is no hint.
    private static List<Path> furtherRings(GnuPgOptions options, Path home) {
        Path user = Path.of(System.getProperty("user.home"));
        List<Path> rings = new ArrayList<>();
        for (GnuPgOptions.Option option : options.all()) {
            String name = option.value().replaceFirst("^gnupg-(ring|kbx):", "");
            if (HomeSettings.RINGS.contains(option.name()) && !name.isEmpty()) {
                try {
                    Path ring = name.startsWith("~/") ? user.resolve(name.substring(2)) : home.resolve(name);
                    rings.add(ring);
                } catch (InvalidPathException _) {
                    // No file has such a name, so gpg read none either.
                }
            }
        }
        return rings;
    }

    private List<Line> revocations(HomeFiles files, List<OpenPgpCertificate> certificates) {
        Map<String, OpenPgpCertificate> byName = new HashMap<>();
        certificates.forEach(certificate -> byName.put(certificate.fingerprint().hex() + ".rev", certificate));
        List<Line> lines = new ArrayList<>();
        files.folder(REVOCATIONS, name -> name.endsWith(".rev"), LARGEST_KEY_FILE)
                .forEach((name, content) -> keep(Optional.ofNullable(byName.get(name)), content)
                        .ifPresent(why -> lines.add(new Line.Skipped(name, "revocation certificate", why))));
        return lines;
    }

    /// Keeps a revocation certificate that would work; else says why not.
    private Optional<SkipReason> keep(Optional<OpenPgpCertificate> certificate, Octets file) {
        Optional<Octets> armor = RevocationFile.armor(file);
        if (certificate.isEmpty() || armor.isEmpty()) {
            return Optional.of(certificate.isEmpty() ? SkipReason.NO_CERTIFICATE : SkipReason.MALFORMED);
        }
        if (openPgp.revoke(certificate.get(), armor.get()).isEmpty()) {
            return Optional.of(SkipReason.MALFORMED);
        }
        keyring.keepRevocation(certificate.get().fingerprint(), armor.get());
        return Optional.empty();
    }
}
