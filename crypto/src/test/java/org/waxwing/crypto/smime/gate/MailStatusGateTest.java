package org.waxwing.crypto.smime.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.FieldDifference;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;
import org.waxwing.crypto.smime.identity.PrivateKeyLock;

/// The gate of whole mails that come with an expectation: the status, the subject to show, and what was
/// changed on the way.
class MailStatusGateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Path MAIL = Corpora.path("").resolveSibling("mail");

    /// What lies beside the letters of our own, with status, subject, and the notes that matter.
    private static final String RFC_9788 = """
        pgp-hp-baseline | CONFIDENTIAL | hidden |
        pgp-hp-shy | CONFIDENTIAL | hidden |
        pgp-hp-legacydisplay | CONFIDENTIAL | hidden |
        pgp-no-hp-param | CONFIDENTIAL | outside | HEADERS_NOT_PROTECTED
        pgp-from-mismatch-outer-carol | CONFIDENTIAL | hidden | FROM_MISMATCH
        pgp-from-mismatch-inner-carol | ENCRYPTED_BUT_UNVERIFIED | hidden | FROM_MISMATCH
        pgp-outer-tampered | CONFIDENTIAL | hidden | OUTER_FIELDS_CHANGED
        pgp-hp-clear-inside-encryption | CONFIDENTIAL | any |
        pgp-hp-plus-protected-headers-v1 | CONFIDENTIAL | hidden |
        pgp-hp-legacydisplay-v1 | CONFIDENTIAL | hidden |
        pgp-protected-headers-v1-only | CONFIDENTIAL | hidden | HEADER_PROTECTION_INFERRED
        pgp-enc-unsigned | ENCRYPTED_BUT_UNVERIFIED | hidden |
        pgp-signed-hp-clear | VERIFIED | any |
        pgp-signed-hp-clear-outer-changed | VERIFIED | any | OUTER_FIELDS_CHANGED
        """;

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private final Smime smime = Smime.with(new SecureRandom());
    private final Opener opener = Opener.with(openPgp, smime);

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void mailsWithProtectedFieldsOfTheDraftGetTheirStatus() {
        String layered = "the signature is a layer inside the encryption, which counts; the table looks at the"
                + " encryption alone, and Thunderbird 153 calls the signature good";
        String unproven = "enveloped data without a tag and without a signature: anybody may have put it together, so"
                + " the words alone are shown, with the fields outside";
        Tally tally = new Tally(
                "mails with protected fields of the draft",
                Map.of(
                        "pgpmime-layered.eml, status", layered,
                        "pgpmime-layered+legacy-disp.eml, status", layered,
                        "unfortunately-complex.eml, status", layered,
                        "smime-enc+legacy-disp.eml, subject", unproven));
        Path folder = MAIL.resolve("autocrypt-protected-headers");
        Whose bob = bob(folder);
        for (String row : lines(folder.resolve("expected.tsv"))) {
            String[] cells = row.split("\t", -1);
            String verdict = cells[2].replace("subject+verdict:", "").strip();
            Seen seen = open(folder.resolve(cells[0]), bob);
            tally.check(cells[0] + ", status", seen.status().equals(expected(verdict)));
            tally.check(cells[0] + ", subject", seen.subject().contains("contract"));
            tally.check(cells[0] + ", legacy display", !seen.text().startsWith("Subject:"));
        }
        tally.conclude(30);
    }

    @Test
    void mailsWithHeaderProtectionGetTheirStatus() {
        String broken = "GnuPG calls this signature bad as well; a letter with one is as if unsigned";
        Tally tally = new Tally(
                "mails with header protection",
                Map.of(
                        "pgp-signed-hp-clear, status", broken,
                        "pgp-signed-hp-clear-outer-changed, status", broken));
        Path folder = MAIL.resolve("rfc9788-own");
        Whose ben = openPgp(List.of(
                folder.resolve("keys/bob.sec.asc"),
                folder.resolve("keys/alice.pub.asc"),
                folder.resolve("keys/carol.pub.asc")));
        RFC_9788.lines().map(row -> row.split(" *\\| ?", -1)).forEach(row -> {
            Seen seen = open(folder.resolve(row[0] + ".eml"), ben);
            boolean outside = seen.subject().equals("[...]");
            tally.check(row[0] + ", status", seen.status().equals(row[1]));
            tally.check(row[0] + ", subject", row[2].equals("any") || outside == row[2].equals("outside"));
            Set<String> told = seen.notes().stream().map(Note::name).collect(Collectors.toSet());
            tally.check(row[0] + ", notes", row[3].isBlank() || told.contains(row[3].strip()));
            tally.check(
                    row[0] + ", differences",
                    told.contains("OUTER_FIELDS_CHANGED") == !seen.differences().isEmpty());
            tally.check(row[0] + ", legacy display", !seen.text().startsWith("Subject:"));
        });
        tally.conclude(68);
    }

    /// A new set with an expectation needs a gate, and a new letter in a set a line.
    @Test
    void everySetWithAnExpectationIsGated() throws IOException {
        try (Stream<Path> folders = Files.list(MAIL)) {
            Set<String> expecting = folders.filter(folder -> Files.exists(folder.resolve("expected.tsv")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
            // The third expects what DKIM says, which is no status of a letter.
            assertEquals(Set.of("autocrypt-protected-headers", "rfc9788-own", "mail-dkim"), expecting);
        }
        assertEquals(
                lines(MAIL.resolve("rfc9788-own/expected.tsv")).stream()
                        .map(row -> row.split("\\.eml", -1)[0])
                        .toList(),
                RFC_9788.lines().map(row -> row.split(" ", -1)[0]).toList());
        for (String set : List.of("autocrypt-protected-headers", "rfc9788-own")) {
            assertEquals(
                    letters(MAIL.resolve(set)),
                    lines(MAIL.resolve(set).resolve("expected.tsv")).stream()
                            .map(row -> row.split("\t", -1)[0])
                            .collect(Collectors.toSet()));
        }
    }

    private static Set<String> letters(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .collect(Collectors.toSet());
        }
    }

    private static String expected(String verdict) {
        return switch (verdict) {
            case "signed+encrypted" -> "CONFIDENTIAL";
            case "+encrypted" -> "ENCRYPTED_BUT_UNVERIFIED";
            case "signed" -> "VERIFIED";
            default -> "UNPROTECTED";
        };
    }

    private record Whose(List<LockedSecretKey> keys, List<Certificate> certificates, X509Trust trust) {}

    private record Seen(
            String status, String subject, String text, List<Note> notes, List<FieldDifference> differences) {}

    private Seen open(Path message, Whose whose) {
        Octets bytes = Corpora.file(message);
        return seen(bytes, opening(bytes, whose));
    }

    private Opening opening(Octets bytes, Whose whose) {
        try (Passphrase passphrase = Passphrase.taking("bob".toCharArray())) {
            return opener.open(
                    bytes,
                    SecretKeySource.of(whose.keys()),
                    new TrustingSource(whose.certificates(), whose.trust()),
                    _ -> Optional.of(passphrase),
                    NOW);
        }
    }

    private static Seen seen(Octets bytes, Opening opening) {
        return switch (opening) {
            case Opening.Opened opened ->
                new Seen(
                        opened.summary().status().name(),
                        opened.payload().fields().subject(),
                        opened.payload().content().text(),
                        opened.payload().notes(),
                        opened.payload().fields().differences());
            case Opening.Unproven unproven ->
                new Seen(
                        "ENCRYPTED_BUT_UNVERIFIED",
                        Opener.outerFields(bytes).subject(),
                        unproven.text().words(),
                        List.of(),
                        List.of());
            case Opening.Locked _ -> new Seen("LOCKED", "", "", List.of(), List.of());
            case Opening.Unopenable unopenable -> new Seen(unopenable.reason().name(), "", "", List.of(), List.of());
        };
    }

    private Whose openPgp(List<Path> files) {
        List<LockedSecretKey> keys = new ArrayList<>();
        List<Certificate> certificates = new ArrayList<>();
        for (Path file : files) {
            for (KeyMaterial.Item item : openPgp.read(Corpora.file(file)).items()) {
                if (item instanceof KeyMaterial.Item.SecretKeyFound found) {
                    keys.add(found.key());
                    certificates.add(found.key().certificate());
                } else if (item instanceof KeyMaterial.Item.CertificateFound found) {
                    certificates.add(found.certificate());
                }
            }
        }
        return new Whose(keys, certificates, X509Trust.none());
    }

    private Whose bob(Path folder) {
        Whose whose = openPgp(List.of(
                folder.resolve("bob@openpgp.example.sec.asc"), folder.resolve("alice@openpgp.example.pub.asc")));
        List<LockedSecretKey> keys = new ArrayList<>(whose.keys());
        keys.add(stored(folder.resolve("bob.p12"), "bob"));
        Octets authority = Octets.of(SmimeCorpora.pem(Corpora.file(folder.resolve("sample-ca.pem")))
                .getFirst()
                .getContent());
        return new Whose(keys, whose.certificates(), new X509Trust(List.of(authority), List.of(), Set.of(), Set.of()));
    }

    private SmimeSecretKey stored(Path file, String password) {
        byte[] content = SmimeCorpora.pem(Corpora.file(file)).getFirst().getContent();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password.toCharArray());
            String alias = Collections.list(store.aliases()).getFirst();
            try (SecretBytes clear = SecretBytes.taking(
                            store.getKey(alias, password.toCharArray()).getEncoded());
                    Passphrase passphrase = Passphrase.taking(password.toCharArray())) {
                Octets locked =
                        new PrivateKeyLock(new SecureRandom()).lock(clear, passphrase, LockStrength.RANDOM_SECRET);
                Octets der = Octets.of(store.getCertificate(alias).getEncoded());
                return new SmimeSecretKey(smime.certificate(der).orElseThrow(), List.of(), locked);
            }
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
