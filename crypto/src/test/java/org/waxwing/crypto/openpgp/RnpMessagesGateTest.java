package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs;
import org.waxwing.crypto.sop.SopResult;

/// The gate of rnp's test messages, each by the keys and passwords with which rnp's own tests read it.
/// Where we do otherwise than rnp, the row says why.
class RnpMessagesGateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final String RING = "keyrings/1/secring.gpg";
    private static final String ALICE = "test_key_validity/alice-sub-sec.pgp";

    /// Message, key file, password, and the file with the text or "-" where it must not be opened.
    private static final String ENCRYPTED = """
        message.txt.enc-3key-2p | ring | password | message.txt
        message.txt.enc-3key-2p | none | password1 | message.txt
        message.txt.enc-aead-eax | ring | password | message.txt
        message.txt.enc-aead-eax | none | password | message.txt
        message.txt.enc-aead-ocb-aes | none | password | message.txt
        message.txt.enc-hidden-1 | ring | password | message.txt
        message.txt.enc-hidden-2 | ring | password | message.txt
        message.txt.enc-mdc | ring | password | message.txt
        message.txt.enc-sign-25519 | test_key_edge_cases/key-25519-non-tweaked-sec.asc | password | message.txt
        message.txt.marker | ring | password | message.txt
        message.txt.marker.asc | ring | password | message.txt
        message.txt.pkesk-skesk-v10 | test_stream_key_load/ecc-p256-sec.asc | password | message.txt
        message.txt.signed-encrypted | ring | password | message.txt
        message.txt.signed-sym-none-z | none | password | message.txt
        message.aead-last-zero-chunk.enc | alice | password | message.aead-last-zero-chunk.txt
        message.aead-last-zero-chunk.enc-ocb | alice | password | message.aead-last-zero-chunk.txt
        message.aead-windows-issue | none | password | +250000
        message.aead-windows-issue2 | none | password | +250000
        message.enc-password | none | password | +16384
        message_mdc_8k_1.pgp | ring | password | +130924
        message_mdc_8k_2.pgp | ring | password | +130918
        cleartext.rnp-aead-eax | test_messages/seckey-aead-eax.gpg | encsign1pass | +65500
        data.enc.small-rsa | test_key_validity/rsa_key_small_sig-sec.asc | password | +5
        message.txt.enc-aead-eax-malf | ring | password | -
        message.txt.enc-aead-ocb-malf | none | password | -
        message.txt.enc-malf-1 | ring | password | -
        message.txt.enc-malf-2 | ring | password | -
        message.txt.enc-malf-3 | ring | password | -
        message.txt.enc-malf-4 | ring | password | -
        message.txt.enc-malf-5 | ring | password | -
        message.txt.enc-no-mdc | ring | password | -
        message.txt.enc-wrong-alg | ring | password | -
        message.txt.marker.malf | ring | password | -
        message.txt.pkesk-skesk-v10-only | ring | password | -
        message_mdc_8k_cut1.pgp | ring | password | -
        message_mdc_8k_cut22.pgp | ring | password | -
        message.compr-encr.32-rounds | none | password | -
        message.zlib-quine | none | password | -
        message.wrong-armor.asc | ring | password | -
        message.txt.signed | ring | password | -
        message.txt.literal | ring | password | -
        """;

    /// What rnp opens and we don't, or the other way round.
    private static final String DEVIATIONS = """
        message.txt.encrypted | ring | chunks of 128 MiB, larger than RFC 9580 and GnuPG allow: unsupported
        message.txt.enc-aead-ocb | none | the same
        message.compr-encr.31-rounds | none | compressed 31 times over: we stop at 8
        """;

    /// Signature, signer's file, document or "inline", and how many hold of how many; by the policy of
    /// when they were made, but for the hash.
    private static final String SIGNED = """
        message.txt.sig | ring | message.txt | 1/1
        message.txt.asc | ring | message.txt | 1/1
        message.txt.sig-text | ring | message.txt | 1/1
        message.txt.sig-text | ring | message.txt.crlf | 1/1
        message.txt.sig.wrong-mpi-bitlen | ring | message.txt | 1/1
        message-32k-crlf.txt.sig | ring | message-32k-crlf.txt | 1/1
        message.text-sig-crcr.sig | alice | message.text-sig-crcr | 1/1
        message.txt.signed | ring | inline | 1/1
        message.txt.signed-no-z | ring | inline | 1/1
        message-32k-crlf.txt.gpg | ring | inline | 1/1
        message.txt.sign-small-eddsa-x | test_key_edge_cases/key-eddsa-small-x-pub.asc | inline | 1/1
        message.txt.signed-dsa4096 | test_stream_key_load/dsa4096-eg4096.pub.asc | inline | 1/1
        message.txt.2sigs | alice | message.txt | 1/2
        message.txt.2sigs-2 | alice | message.txt | 1/2
        message.txt.sig.malf | ring | message.txt | 0/1
        message.txt.empty.sig | ring | message.txt | 0/1
        message.sig.asc.malf | ring | message.txt | 0/1
        message.txt.signed.invsig | ring | inline | 0/1
        message.txt.signed.malfsig | ring | inline | 0/1
        message.txt.signed.unknown | ring | inline | 0/1
        message.txt.signed.md5 | alice | inline | 0/1
        message.txt.signed.sha1 | alice | inline | 0/1
        message.txt.signed-md5-before | alice | inline | 0/1
        message.txt.signed-md5-after | alice | inline | 0/1
        message.txt.signed-sha1-after | alice | inline | 0/1
        message.txt.signed.crit-notation | alice | inline | 0/1
        message.txt.signed-class19 | alice | inline | 0/1
        message.txt.signed.v5-rsa | ring | inline | 0/1
        message.txt.signed.v5-detached-rsa | ring | message.txt | 0/1
        message.txt.signed-expired-key | test_messages/expired_signing_key-pub.asc | inline | 1/1
        message.txt.signed-expired-sub | test_messages/expired_signing_sub-pub.asc | inline | 1/1
        message-signed-rsae.txt.pgp | test_messages/key-rsas-rsae.asc | inline | 0/1
        shattered-1.pdf.sig | alice | shattered-1.pdf | 0/1
        shattered-1.pdf.sig | alice | shattered-2.pdf | 0/1
        """;

    /// The announcement is of a version that nobody knows; the signature itself covers the whole text,
    /// and holds.
    private static final String SIGNED_DEVIATIONS = """
        message.txt.signed-no-z-malf | ring | inline | 1/1
        """;

    /// They hold over files, as everywhere; in a letter the carriage returns that they leave out would end no
    /// line for the reader.
    private static final String OF_FILES_ONLY = """
        message-trailing-cr.txt.sig-text | ring | message-trailing-cr.txt | 1/1
        """;

    private final List<String> surprising = new ArrayList<>();
    private int cases;

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    private static OpenPgpEngine engine() {
        return new OpenPgpEngine(new SecureRandom(), policy());
    }

    private static AlgorithmPolicy policy() {
        AlgorithmPolicy today = AlgorithmPolicy.current();
        return new AlgorithmPolicy(
                today.version(),
                today.hashCutoffs(),
                1024,
                1024,
                Set.of(),
                today.maximumPlaintextBytes(),
                today.maximumCompressionRatio());
    }

    private static Octets message(String name) {
        return Corpora.file("rnp/test_messages/" + name);
    }

    private static List<Item> items(String name) {
        return switch (name) {
            case "none" -> List.of();
            case "ring" -> engine().read(Corpora.file("rnp/" + RING)).items();
            case "alice" -> engine().read(Corpora.file("rnp/" + ALICE)).items();
            default -> engine().read(Corpora.file("rnp/" + name)).items();
        };
    }

    private static List<OpenPgpSecretKey> keys(String name) {
        List<OpenPgpSecretKey> keys = new ArrayList<>();
        for (Item item : items(name)) {
            if (item instanceof Item.SecretKeyFound found) {
                keys.add(found.key());
            }
        }
        return keys;
    }

    private static CertificateSource certificates(String name) {
        List<OpenPgpCertificate> certificates = new ArrayList<>();
        for (Item item : items(name)) {
            if (item instanceof Item.SecretKeyFound found) {
                certificates.add(found.key().certificate());
            } else if (item instanceof Item.CertificateFound found) {
                certificates.add(found.certificate());
            }
        }
        return CertificateSource.of(certificates);
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private void check(String row, boolean holds) {
        cases++;
        if (!holds) {
            surprising.add(row);
        }
    }

    private void conclude(String gate, int atLeast) {
        surprising.forEach(row -> System.out.println(gate + ", not so: " + row));
        System.out.println(gate + ": " + (cases - surprising.size()) + "/" + cases);
        assertEquals(List.of(), surprising);
        assertTrue(cases >= atLeast);
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<Octets> opened(Octets message, String keys, String password) {
        if (keys.equals("none")) {
            try (Passphrase passphrase = Passphrase.taking(password.toCharArray())) {
                return byPassword(message, passphrase);
            }
        }
        Decryption found = engine().decrypt(
                        message,
                        SecretKeySource.of(keys(keys)),
                        CertificateSource.none(),
                        _ -> Optional.of(Passphrase.taking(password.toCharArray())),
                        NOW);
        return found instanceof Decryption.Decrypted decrypted ? Optional.of(decrypted.plaintext()) : Optional.empty();
    }

    private static Optional<Octets> byPassword(Octets message, Passphrase password) {
        return Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW)
                                .decrypt(message, SopInputs.Keys.none(), List.of(password), SopInputs.Verifiers.none())
                        instanceof SopResult.Done<Sop.Decrypted>(var decrypted)
                ? Optional.of(decrypted.text())
                : Optional.empty();
    }

    @Test
    void opensWhatIsWholeAndNothingElse() {
        ENCRYPTED.lines().forEach(row -> {
            List<String> fields = fields(row);
            Optional<Octets> text = opened(message(fields.get(0)), fields.get(1), fields.get(2));
            String expected = fields.get(3);
            check(
                    row,
                    switch (expected.charAt(0)) {
                        case '-' -> text.isEmpty();
                        case '+' ->
                            text.filter(found -> found.length() == Integer.parseInt(expected.substring(1)))
                                    .isPresent();
                        default -> text.equals(Optional.of(message(expected)));
                    });
        });
        DEVIATIONS.lines().forEach(row -> {
            List<String> fields = fields(row);
            check(row, opened(message(fields.get(0)), fields.get(1), "password").isEmpty());
        });
        conclude("rnp test_messages, encrypted", 44);
    }

    @Test
    void signaturesHoldThatShould() {
        (SIGNED + SIGNED_DEVIATIONS).lines().forEach(row -> {
            List<String> fields = fields(row);
            List<SignatureOutcome> outcomes = outcomes(fields);
            long valid = outcomes.stream()
                    .filter(SignatureOutcome.Valid.class::isInstance)
                    .count();
            check(row + ": " + outcomes, (valid + "/" + outcomes.size()).equals(fields.get(3)));
        });
        OF_FILES_ONLY.lines().forEach(row -> {
            List<String> fields = fields(row);
            check(row, outcomes(fields).stream().noneMatch(SignatureOutcome.Valid.class::isInstance));
            check(row, ofFile(fields));
        });
        conclude("rnp test_messages, signed", 37);
    }

    private static boolean ofFile(List<String> fields) {
        Document document = Document.of(message(fields.get(2)));
        SignatureJudge judge =
                SignatureJudge.ofFiles(new CertificateReader(policy()), certificates(fields.get(1)), NOW);
        return DetachedSignatures.packets(message(fields.get(0))).stream()
                .allMatch(packet -> judge.judge(packet, document).outcome() instanceof SignatureOutcome.Valid);
    }

    private static List<SignatureOutcome> outcomes(List<String> fields) {
        CertificateSource known = certificates(fields.get(1));
        Octets signature = message(fields.get(0));
        if (!fields.get(2).equals("inline")) {
            return engine().verify(message(fields.get(2)), signature, known, NOW);
        }
        Octets packets = RawPacket.encode(MessageReader.packets(signature).orElseThrow());
        return MessageGrammar.read(packets, AlgorithmPolicy.current()) instanceof MessageGrammar.Result.Message read
                ? engine().verify(read.text(), RawPacket.encode(read.signatures()), known, NOW)
                : List.of();
    }
}
