package org.waxwing.crypto.openpgp.gate;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.CryptographicLayer;
import org.waxwing.crypto.mime.CryptographicStructure;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop;

/// The gate of gopenpgp's mails: twelve that are signed within, without, both or neither, by somebody
/// known or not; and three others.
class GopenPgpMailsGateTest {
    /// The instant at which gopenpgp judges them.
    private static final Instant NOW = Instant.ofEpochSecond(1_557_754_627);

    private static final String SIGNED = "This is a signed pgp message";
    private static final String UNSIGNED = "This message is not signed";

    /// Mail, whether the signature around it holds, and that within it: "+" it does, "-" there is none, "?"
    /// the signer is unknown, "!" it is forged.
    private static final String SCENARIOS = """
        00 | + | +
        01 | + | -
        02 | + | ?
        03 | + | !
        10 | - | +
        11 | - | -
        12 | - | ?
        13 | - | !
        20 | ? | +
        21 | ? | -
        22 | ? | ?
        23 | ? | !
        """;

    private final Consumer consumer = new Consumer(NOW);
    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    private static Octets file(String name) {
        return Corpora.file("gopenpgp/mime/" + name);
    }

    @Test
    void twoSignaturesAreToldApart() {
        Tally tally = new Tally("gopenpgp mails, signed within and without");
        Octets signer = file("mime/verification-key.asc");
        SCENARIOS.lines().map(row -> List.of(row.split(" \\| "))).forEach(row -> {
            Octets message = file("mime/scenario_" + row.getFirst() + ".asc");
            Optional<Sop.Decrypted> opened =
                    consumer.opened(message, file("mime/decryption-key.asc"), "test_passphrase", signer);
            int outside = opened.map(found -> found.verifications().size()).orElse(-1);
            tally.check(row.getFirst() + ", without", outside == (row.get(1).equals("+") ? 1 : 0));
            boolean inside = opened.flatMap(found -> signedPart(found.text()))
                    .filter(part -> consumer.verifies(part.signed().raw(), part.signature(), signer))
                    .isPresent();
            tally.check(row.getFirst() + ", within", inside == row.get(2).equals("+"));
            tally.check(
                    row.getFirst() + ", signed within at all",
                    opened.flatMap(found -> signedPart(found.text())).isPresent()
                            != row.get(2).equals("-"));
            String text = row.get(2).equals("-") ? UNSIGNED : SIGNED;
            tally.check(row.getFirst() + ", read as a mail", readsAsMail(message, text));
        });
        tally.conclude(48);
    }

    private static Optional<CryptographicLayer.PgpSigned> signedPart(Octets mail) {
        return switch (MimeParser.parse(mail)) {
            case MimeParsing.BeyondLimits _ -> Optional.empty();
            case MimeParsing.Parsed parsed ->
                CryptographicStructure.of(parsed.root()).envelope().stream()
                        .filter(CryptographicLayer.PgpSigned.class::isInstance)
                        .map(CryptographicLayer.PgpSigned.class::cast)
                        .findFirst();
        };
    }

    private boolean readsAsMail(Octets message, String text) {
        Opening opening =
                open(sealedMail(message), "mime/decryption-key.asc", "test_passphrase", "mime/verification-key.asc");
        return opening instanceof Opening.Opened opened
                && opened.summary().confidentiality() instanceof Confidentiality.Encrypted
                && opened.payload().content().text().strip().equals(text);
    }

    @Test
    void readsThreeOtherMails() {
        Tally tally = new Tally("gopenpgp mails, their bodies");
        tally.check(
                "mime_pgpMessage",
                open(sealedMail(file("mime_pgpMessage")), "mime_privateKey", "test", "mime_publicKey")
                                instanceof Opening.Opened opened
                        && opened.payload()
                                .content()
                                .text()
                                .strip()
                                .equals(file("mime_decryptedBody")
                                        .utf8()
                                        .replace("\r\n", "\n")
                                        .strip()));
        Opening test = open(file("mime_testMessage"), "mime_privateKey", "test", "mime_publicKey");
        tally.check(
                "mime_testMessage, its HTML",
                test instanceof Opening.Opened opened
                        && opened.payload()
                                .content()
                                .html()
                                .filter(html -> html.equals(
                                        file("mime_decodedBody").utf8().strip()))
                                .isPresent());
        tally.check(
                "mime_testMessage, a picture and a key",
                test instanceof Opening.Opened opened
                        && opened.payload().content().attachments().size() == 2);
        tally.conclude(3);
    }

    // Who asks for a passphrase closes it.
    @SuppressWarnings("MustBeClosedChecker")
    private Opening open(Octets mail, String keyFile, String password, String signer) {
        List<LockedSecretKey> keys = new ArrayList<>();
        for (Item item : openPgp.read(file(keyFile)).items()) {
            if (item instanceof Item.SecretKeyFound found) {
                keys.add(found.key());
            }
        }
        List<OpenPgpCertificate> signers = new ArrayList<>();
        for (Item item : openPgp.read(file(signer)).items()) {
            if (item instanceof Item.CertificateFound found) {
                signers.add(found.certificate());
            }
        }
        return Opener.with(openPgp, Smime.with(new SecureRandom()))
                .open(
                        mail,
                        SecretKeySource.of(keys),
                        CertificateSource.of(signers),
                        _ -> Optional.of(Passphrase.taking(password.toCharArray())),
                        NOW);
    }

    private static Octets sealedMail(Octets message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Octets.ofUtf8("""
            From: test@protonmail.com
            Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

            --b
            Content-Type: application/pgp-encrypted

            Version: 1

            --b
            Content-Type: application/octet-stream

            """.replace("\n", "\r\n")).toByteArray());
        out.writeBytes(message.toByteArray());
        out.writeBytes(Octets.ofUtf8("\r\n--b--\r\n").toByteArray());
        return Octets.of(out.toByteArray());
    }
}
