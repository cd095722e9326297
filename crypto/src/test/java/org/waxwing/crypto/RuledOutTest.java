package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// An opening can be held to one technology. What the other protects isn't read in part.
class RuledOutTest {
    private static final Opening RULED_OUT = new Opening.Unopenable(Opening.Reason.RULED_OUT);

    private final Opener opener =
            Opener.with(OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()), Smime.with(new SecureRandom()));

    @Test
    void aLayerOfTheOtherTechnologyKeepsTheLetterClosed() {
        Octets pgpSigned = letter("""
                Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"

                --b
                Content-Type: text/plain

                Hello.
                --b
                Content-Type: application/pgp-signature

                none
                --b--
                """);
        Octets smimeOpaque = letter("""
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data

                none
                """);
        assertEquals(RULED_OUT, open(opener.smimeAlone(), pgpSigned));
        assertEquals(RULED_OUT, open(opener.openPgpAlone(), smimeOpaque));
        assertInstanceOf(Opening.Opened.class, open(opener.openPgpAlone(), pgpSigned));
        assertEquals(new Opening.Unopenable(Opening.Reason.MALFORMED), open(opener.smimeAlone(), smimeOpaque));
    }

    @Test
    void aLetterWithoutLayersIsOpenedByEither() {
        Octets clear = letter("""
                Content-Type: text/plain

                Hello.
                """);
        assertInstanceOf(Opening.Opened.class, open(opener.smimeAlone(), clear));
        assertInstanceOf(Opening.Opened.class, open(opener.openPgpAlone(), clear));
    }

    @Test
    void inlinePgpIsOpenPgp() {
        EnclosedLetter armour = new EnclosedLetter(
                EnclosedLetter.Kind.INLINE_PGP, Octets.ofUtf8("-----BEGIN PGP MESSAGE-----\r\n"), false);
        assertEquals(
                RULED_OUT,
                opener.smimeAlone()
                        .open(
                                armour,
                                SecretKeySource.of(List.of()),
                                CertificateSource.none(),
                                _ -> Optional.empty(),
                                BensDesk.NOW));
    }

    private static Opening open(Opener opener, Octets message) {
        return opener.open(
                message, SecretKeySource.of(List.of()), CertificateSource.none(), _ -> Optional.empty(), BensDesk.NOW);
    }

    private static Octets letter(String rest) {
        return Octets.ofUtf8(("From: anna@example.org\nSubject: Hi\nMIME-Version: 1.0\n" + rest).replace("\n", "\r\n"));
    }
}
