package org.waxwing.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.TransferEncoding;
import org.waxwing.crypto.openpgp.CryptographicEngine;
import org.waxwing.crypto.smime.CmsLayers;

/// Any bytes can be opened as a letter by one for whom every seal of OpenPGP is only a disguise. Behind the
/// edge of the [Opener], so that what the edge would catch is found.
public final class LetterFuzz {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private LetterFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        switch (MimeParser.parse(Octets.of(input))) {
            case MimeParsing.BeyondLimits _ -> {}
            case MimeParsing.Parsed parsed -> {
                Opening opening = new EnvelopeOpening(
                                new Disguise(),
                                new CmsLayers(new SecureRandom()),
                                TakenLayers.ANY,
                                SecretKeySource.of(List.of(Person.BEN.secretKey())),
                                CertificateSource.of(Person.ALL),
                                _ -> Optional.empty(),
                                NOW,
                                false)
                        .open(parsed);
                if (opening instanceof Opening.Opened opened
                        && opened.summary().authenticity() instanceof Authenticity.Verified
                        && opened.payload().fields().from().size() != 1) {
                    throw new AssertionError("verified, and nobody or several wrote it");
                }
            }
        }
    }

    /// Decrypts base64; holds every signature that begins with a capital for Anna's.
    private static final class Disguise implements CryptographicEngine {
        @Override
        public Decryption decrypt(
                Octets message,
                SecretKeySource keys,
                CertificateSource certificates,
                PassphraseSource passphrases,
                Instant now) {
            Octets plaintext = TransferEncoding.BASE64.decode(message);
            return plaintext.isEmpty()
                    ? new Decryption.Malformed()
                    : Decryption.Decrypted.proven(
                            plaintext, "disguise", verify(plaintext, plaintext, certificates, now));
        }

        @Override
        public List<SignatureOutcome> verify(
                Octets signed, Octets signature, CertificateSource certificates, Instant now) {
            return signature.isEmpty()
                    ? List.of()
                    : List.of(
                            Character.isUpperCase(signature.at(0))
                                    ? new SignatureOutcome.Valid(Person.ANNA, now, List.of())
                                    : new SignatureOutcome.Invalid(List.of(new Objection.BadSignature())));
        }

        @Override
        public Production sign(Octets signed, OpenPgpSecretKey signer, PassphraseSource passphrases, Instant now) {
            throw new UnsupportedOperationException("it only opens");
        }

        @Override
        public Production signAndEncrypt(
                Octets plaintext,
                OpenPgpSecretKey signer,
                List<? extends OpenPgpCertificate> recipients,
                PassphraseSource passphrases,
                Instant now) {
            throw new UnsupportedOperationException("it only opens");
        }
    }
}
