package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Messages with header protection that other programs wrote, opened with the real engine and the keys that
/// lie beside them.
class ForeignMessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final OpenPgp OPEN_PGP = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    private static Path folder(String name) {
        Path mail = Path.of(System.getProperty("waxwing.corpora", "absent"), "mail", name);
        Assumptions.assumeTrue(Files.isDirectory(mail), "the corpora are not here; waxwing.corpora says where");
        return mail;
    }

    private static Opening open(Path message, List<Path> keyFiles) throws IOException {
        List<OpenPgpSecretKey> own = new ArrayList<>();
        List<Certificate> certificates = new ArrayList<>();
        for (Path file : keyFiles) {
            for (KeyMaterial.Item item :
                    OPEN_PGP.read(Octets.of(Files.readAllBytes(file))).items()) {
                if (item instanceof KeyMaterial.Item.SecretKeyFound found) {
                    own.add(found.key());
                    certificates.add(found.key().certificate());
                } else if (item instanceof KeyMaterial.Item.CertificateFound found) {
                    certificates.add(found.certificate());
                }
            }
        }
        return Opener.with(OPEN_PGP, Smime.with(new SecureRandom()))
                .open(
                        Octets.of(Files.readAllBytes(message)),
                        SecretKeySource.of(own),
                        CertificateSource.of(certificates),
                        _ -> Optional.empty(),
                        NOW);
    }

    private static Opening.Opened rfc9788(String name) throws IOException {
        Path own = folder("rfc9788-own");
        List<Path> keys = List.of(
                own.resolve("keys/bob.sec.asc"), own.resolve("keys/alice.pub.asc"), own.resolve("keys/carol.pub.asc"));
        return assertInstanceOf(Opening.Opened.class, open(own.resolve(name + ".eml"), keys), name);
    }

    private static FieldProtection subject(Opening.Opened opened) {
        return opened.payload().fields().fields().stream()
                .filter(field -> field.name().equals("Subject"))
                .findFirst()
                .orElseThrow()
                .protection();
    }

    @Test
    void readsHeaderProtectionOfTheStandard() throws IOException {
        for (String name : List.of(
                "pgp-hp-baseline",
                "pgp-hp-shy",
                "pgp-hp-legacydisplay",
                "pgp-hp-legacydisplay-v1",
                "pgp-hp-plus-protected-headers-v1",
                "pgp-outer-tampered")) {
            Opening.Opened opened = rfc9788(name);
            assertEquals(Status.CONFIDENTIAL, opened.summary().status(), name);
            assertFalse(opened.payload().fields().subject().contains("[...]"), name);
            assertEquals(FieldProtection.SIGNED_AND_ENCRYPTED, subject(opened), name);
            assertFalse(opened.payload().content().text().startsWith("Subject:"), name);
            assertEquals(
                    name.equals("pgp-outer-tampered"),
                    opened.payload().notes().contains(Note.OUTER_FIELDS_CHANGED),
                    name);
        }
    }

    @Test
    void readsTheOlderScheme() throws IOException {
        Opening.Opened opened = rfc9788("pgp-protected-headers-v1-only");
        assertFalse(opened.payload().fields().subject().contains("[...]"));
        assertTrue(opened.payload().notes().contains(Note.HEADER_PROTECTION_INFERRED));
    }

    @Test
    void showsTheOuterSubjectWithoutHeaderProtection() throws IOException {
        Opening.Opened opened = rfc9788("pgp-no-hp-param");
        assertEquals("[...]", opened.payload().fields().subject());
        assertTrue(opened.payload().notes().contains(Note.HEADERS_NOT_PROTECTED));
    }

    @Test
    void aLetterSaysWhoWroteItOrNobodyDoes() throws IOException {
        Opening.Opened outer = rfc9788("pgp-from-mismatch-outer-carol");
        assertTrue(outer.payload().notes().contains(Note.FROM_MISMATCH));
        assertEquals(
                "alice@waxwing.example",
                outer.payload().fields().author().orElseThrow().text());
        Opening.Opened inner = rfc9788("pgp-from-mismatch-inner-carol");
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, inner.summary().status());
        assertTrue(inner.payload().notes().contains(Note.FROM_MISMATCH));
        assertEquals(
                Status.ENCRYPTED_BUT_UNVERIFIED,
                rfc9788("pgp-enc-unsigned").summary().status());
    }

    /// GnuPG calls the signatures of these two files bad as well.
    @Test
    void aBrokenSignatureProtectsNoField() throws IOException {
        for (String name : List.of("pgp-signed-hp-clear", "pgp-signed-hp-clear-outer-changed")) {
            Opening.Opened opened = rfc9788(name);
            assertEquals(Status.UNPROTECTED, opened.summary().status(), name);
            assertEquals(FieldProtection.UNPROTECTED, subject(opened), name);
        }
    }

    @Test
    void clearInsideEncryptionMeansThatNothingWasHidden() throws IOException {
        assertEquals(FieldProtection.SIGNED_ONLY, subject(rfc9788("pgp-hp-clear-inside-encryption")));
    }

    @Test
    void readsTheVectorsOfTheProtectedHeadersDraft() throws IOException {
        Path draft = folder("autocrypt-protected-headers");
        List<Path> keys =
                List.of(draft.resolve("bob@openpgp.example.sec.asc"), draft.resolve("alice@openpgp.example.pub.asc"));
        for (String name : List.of(
                "pgpmime-enc+legacy-disp",
                "pgpmime-layered+legacy-disp",
                "pgpmime-layered",
                "pgpmime-sign+enc+legacy-disp",
                "pgpmime-sign+enc",
                "pgpmime-signed",
                "unfortunately-complex")) {
            Opening.Opened opened =
                    assertInstanceOf(Opening.Opened.class, open(draft.resolve(name + ".eml"), keys), name);
            Status expected = name.endsWith("signed")
                    ? Status.VERIFIED
                    : name.startsWith("pgpmime-enc") ? Status.ENCRYPTED_BUT_UNVERIFIED : Status.CONFIDENTIAL;
            assertEquals(expected, opened.summary().status(), name + opened.summary());
            assertFalse(opened.payload().fields().subject().equals("..."), name);
            assertFalse(opened.payload().content().text().startsWith("Subject:"), name);
        }
    }
}
