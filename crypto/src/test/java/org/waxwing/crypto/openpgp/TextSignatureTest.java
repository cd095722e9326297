package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Signatures over the text of letters (RFC 9580 §5.2.1.2): they hold whether lines end in CRLF or LF, and
/// an octet that ends no line for the reader ends none for them.
class TextSignatureTest {
    private static final String TEXT = "Content-Type: text/plain\r\n\r\nDon't pay.\r\n\r\nI mean it.\r\n";

    private static final List<String> OTHERS = List.of(
            TEXT.replace("\r\n\r\nD", "\r\n\r\r\nD"),
            TEXT.replace("\r\n\r\nD", "\r\n\r\r\r\nD"),
            TEXT.replace("\r\n\r\nD", "\r\r\n\r\nD"),
            TEXT.replace("\r\n\r\nD", "\r\rD"),
            TEXT.replace("\r\n", "\r"),
            TEXT.replace("\r\n", "\r\r\n"),
            TEXT + "\r",
            TEXT + "\r\r");

    private final CertificateReader reader = new CertificateReader(AlgorithmPolicy.current());

    @Test
    @Attack(18)
    void besideALetterTheyHoldOverItsLinesOnly() {
        Octets signature = RawPacket.encode(List.of(signed().signature()));
        for (String same : List.of(TEXT, TEXT.replace("\r", ""))) {
            assertEquals(1, holding(ENGINE.verify(Octets.ofUtf8(same), signature, people(), NOW)));
        }
        for (String other : OTHERS) {
            assertEquals(0, holding(ENGINE.verify(Octets.ofUtf8(other), signature, people(), NOW)), () -> shown(other));
        }
    }

    /// What Ben may make of a signature that he has: the text in another form, sealed again.
    @Test
    @Attack(18)
    void insideASealedLetterTheyHoldOverItsLinesOnly() {
        for (String same : List.of(TEXT, TEXT.replace("\r", ""))) {
            assertEquals(1, holding(inside(same)));
        }
        for (String other : OTHERS) {
            assertEquals(0, holding(inside(other)), () -> shown(other));
        }
    }

    private List<SignatureOutcome> inside(String text) {
        Octets message = new SignedText(Octets.ofUtf8(text), 'b', List.of(signed())).octets();
        Intent intent = Intent.of(List.of(BEN.certificate()), reader, NOW);
        Octets sealed = new MessageWriter(new SecureRandom())
                .encrypt(message, new MessageWriter.Audience(intent.keys(), List.of(), true));
        return assertInstanceOf(
                        Decryption.Decrypted.class,
                        ENGINE.decrypt(sealed, SecretKeySource.of(List.of(BEN)), people(), everyone(), NOW))
                .signatures();
    }

    private SignatureMaker.Signed signed() {
        SigningKey key = assertInstanceOf(SigningKey.Search.Found.class, SigningKey.of(ANNA, reader, everyone(), NOW))
                .key();
        return new SignatureMaker(new SecureRandom())
                .sign(key, PGPSignature.CANONICAL_TEXT_DOCUMENT, Octets.ofUtf8(TEXT), List.of(), NOW);
    }

    private static CertificateSource people() {
        return CertificateSource.of(List.of(ANNA.certificate(), BEN.certificate()));
    }

    private static long holding(List<SignatureOutcome> outcomes) {
        return outcomes.stream()
                .filter(SignatureOutcome.Valid.class::isInstance)
                .count();
    }

    private static String shown(String text) {
        return text.replace("\r", "<CR>");
    }
}
