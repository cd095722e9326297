package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.ENGINE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;

/// Keys and messages that other implementations made, sound and broken.
class ForeignOpenPgpTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Octets HELLO = Octets.ofUtf8("hello world\n");

    private final Path corpora = Path.of(System.getProperty("waxwing.corpora", "absent"), "openpgp");

    @BeforeEach
    void needsTheCorpora() {
        Assumptions.assumeTrue(Files.isDirectory(corpora), "the corpora are not here; waxwing.corpora says where");
    }

    private Octets file(String name) throws IOException {
        return Octets.of(Files.readAllBytes(corpora.resolve(name)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<OpenPgpSecretKey> keys(Octets file) {
        List<OpenPgpSecretKey> keys = new ArrayList<>();
        for (Item item : ENGINE.read(file).items()) {
            if (item instanceof Item.SecretKeyFound found) {
                keys.add(found.key());
            }
        }
        return keys;
    }

    private static List<OpenPgpCertificate> certificates(Octets file) {
        List<OpenPgpCertificate> certificates = new ArrayList<>();
        for (Item item : ENGINE.read(file).items()) {
            if (item instanceof Item.CertificateFound found) {
                certificates.add(found.certificate());
            }
        }
        return certificates;
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<Passphrase> open(String passphrase) {
        return Optional.of(Passphrase.taking(passphrase.toCharArray()));
    }

    private static Decryption opened(Octets message, List<OpenPgpSecretKey> keys, String passphrase) {
        return ENGINE.decrypt(message, SecretKeySource.of(keys), CertificateSource.none(), _ -> open(passphrase), NOW);
    }

    private static Optional<Octets> byPassword(Octets message, String... passwords) {
        Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW);
        Optional<Octets> text = Optional.empty();
        for (String word : passwords) {
            try (Passphrase password = Passphrase.taking(word.toCharArray())) {
                if (sop.decrypt(message, new Openers(Keys.none(), List.of(password), List.of()), Verifiers.none())
                        instanceof SopResult.Done<Sop.Decrypted>(Sop.Decrypted decrypted)) {
                    text = Optional.of(decrypted.text());
                }
            }
        }
        return text;
    }

    @Test
    void readsEveryMessageOfEveryKindOfRfc9580Key() throws IOException {
        int opened = 0;
        try (Stream<Path> kinds = Files.list(corpora.resolve("rpgp/rfc9580")).filter(Files::isDirectory)) {
            for (Path kind : kinds.filter(path -> !path.endsWith("v6-legacy_illegal"))
                    .sorted()
                    .toList()) {
                List<OpenPgpSecretKey> keys = keys(Octets.of(Files.readAllBytes(kind.resolve("tsk.asc"))));
                for (Path message : files(kind)) {
                    if (message.getFileName().toString().startsWith("enc-")) {
                        Decryption.Decrypted decrypted = assertInstanceOf(
                                Decryption.Decrypted.class,
                                opened(Octets.of(Files.readAllBytes(message)), keys, "none"),
                                message.toString());
                        assertEquals(HELLO, decrypted.plaintext(), message.toString());
                        opened++;
                    }
                }
            }
        }
        assertTrue(opened >= 14, "messages: " + opened);
    }

    @Test
    void aVersion6KeyOnACurveOfTheOldEncodingIsNoKey() throws IOException {
        Octets illegal = file("rpgp/rfc9580/v6-legacy_illegal/tsk.asc");
        assertEquals(List.of(), keys(illegal));
        assertEquals(List.of(), certificates(illegal));
    }

    @Test
    void nothingMalformedCutOrUnprotectedIsAccepted() throws IOException {
        List<OpenPgpSecretKey> keys = keys(file("rnp/keyrings/1/secring.gpg"));
        CertificateSource known = CertificateSource.of(certificates(file("rnp/keyrings/1/pubring.gpg")));
        assertFalse(keys.isEmpty());
        int broken = 0;
        for (Path path : files(corpora.resolve("rnp/test_messages"))) {
            String name = path.getFileName().toString();
            if (!name.matches(".*(malf|no-mdc|cut\\d*)(-\\d)?(\\..*)?")) {
                continue;
            }
            broken++;
            Octets message = Octets.of(Files.readAllBytes(path));
            assertFalse(opened(message, keys, "password") instanceof Decryption.Decrypted, name);
            assertTrue(byPassword(message, "password", "password1").isEmpty(), name);
            for (SignatureOutcome outcome : ENGINE.verify(file("rnp/test_messages/message.txt"), message, known, NOW)) {
                assertInstanceOf(SignatureOutcome.Invalid.class, outcome, name);
            }
        }
        assertTrue(broken >= 14, "broken files: " + broken);
    }

    @Test
    void encryptionWithoutIntegrityAndAWrongDigestFail() throws IOException {
        for (String name : List.of("sed_message", "message_badmdc")) {
            List<OpenPgpSecretKey> keys = new ArrayList<>(keys(file("gopenpgp/crypto/sed_key")));
            keys.addAll(keys(file("gopenpgp/crypto/keyring_privateKey")));
            assertFalse(
                    opened(file("gopenpgp/crypto/" + name), keys, "testpassword") instanceof Decryption.Decrypted,
                    name);
        }
        assertTrue(byPassword(file("go-crypto/sym-message-without-mdc.asc"), "password")
                .isEmpty());
    }

    /// Packet type 20, which GnuPG writes and RFC 9580 doesn't know.
    @Test
    void readsTheOcbMessagesOfGnuPg() throws IOException {
        Octets greeting = Octets.ofUtf8("Hello, world!\n");
        assertEquals(Optional.of(greeting), byPassword(file("gnupg/samplemsgs/enc-sym-ocb-1.asc"), "password"));
        assertTrue(byPassword(file("gnupg/samplemsgs/enc-sym-ocb-2.asc"), "password", "abc")
                .isPresent());
        assertTrue(
                byPassword(file("gnupg/samplemsgs/enc-sym-ocb-1.asc"), "wrong").isEmpty());
        assertInstanceOf(
                Decryption.Decrypted.class,
                opened(
                        file("gopenpgp/crypto/gpg2.3-aead-pgp-message.pgp"),
                        keys(file("gopenpgp/crypto/gpg2.3-aead-test-key.asc")),
                        "test"));
    }

    /// It asks for 2 GiB: opened where there is room, refused where there is not, never an end of the
    /// program.
    @Test
    void aPasswordThatCostsMoreMemoryThanThereIsIsNotTried() throws IOException {
        Optional<Octets> text = byPassword(file("go-crypto/argon2-sym-message.asc"), "password");
        assertEquals(Runtime.getRuntime().maxMemory() >= 4L << 30, text.isPresent());
    }

    @Test
    void aCertificateOfTheFutureLeavesItsNeighboursInTheRing() throws IOException {
        for (Path path : files(corpora.resolve("pqc-draft"))) {
            if (path.toString().endsWith("-pk.asc")) {
                Octets strange = MessageReader.packets(Octets.of(Files.readAllBytes(path)))
                        .map(RawPacket::encode)
                        .orElseThrow();
                ByteArrayOutputStream ring = new ByteArrayOutputStream();
                ANNA.certificate().encoded().writeTo(ring);
                strange.writeTo(ring);
                BEN.certificate().encoded().writeTo(ring);
                List<OpenPgpCertificate> read = certificates(Octets.of(ring.toByteArray()));
                assertEquals(ANNA.certificate(), read.getFirst(), path.toString());
                assertEquals(BEN.certificate(), read.getLast(), path.toString());
            }
        }
    }

    /// RSA values with leading zeros, which some write short.
    @Test
    void signaturesWithFewerBitsThanTheirKeyHold() throws IOException {
        CertificateSource bob = CertificateSource.of(certificates(file("interop-suite/certificates/bob.pgp")));
        int held = 0;
        for (Path path : files(corpora.resolve("interop-suite/short-rsa-sigs"))) {
            if (path.toString().endsWith(".sig")) {
                Octets signed = Octets.ofUtf8("Hello World :)");
                List<SignatureOutcome> outcomes = ENGINE.verify(signed, Octets.of(Files.readAllBytes(path)), bob, NOW);
                assertInstanceOf(SignatureOutcome.Valid.class, outcomes.getFirst(), path.toString());
                held++;
            }
        }
        assertTrue(held > 10, "signatures: " + held);
    }

    @Test
    void noFileAtAllMakesTheReaderThrow() throws IOException {
        int certificates = 0;
        for (Path path : files(corpora)) {
            if (Files.size(path) <= 1 << 20) {
                certificates += ENGINE.read(Octets.of(Files.readAllBytes(path))).items().stream()
                        .mapToInt(item -> item instanceof Item.CertificateFound ? 1 : 0)
                        .sum();
            }
        }
        assertTrue(certificates > 100, "certificates: " + certificates);
    }
}
