package org.waxwing.crypto.openpgp.gate;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;

/// The gate of gopenpgp's messages, keys and signatures, each for what its name says.
class GopenPgpGateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final int AES_256 = 9;

    private final Consumer consumer = new Consumer(NOW);

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    private static Octets file(String name) {
        return Corpora.file("gopenpgp/crypto/" + name);
    }

    @Test
    void opensMessagesForWhatTheyAre() {
        Tally tally = new Tally("gopenpgp messages");
        Octets ours = file("keyring_privateKey");
        Octets text = Octets.ofUtf8(file("message_plaintext").utf8().stripTrailing());
        tally.check(
                "gpg2.3-aead-pgp-message.pgp",
                is(
                        consumer.opened(file("gpg2.3-aead-pgp-message.pgp"), file("gpg2.3-aead-test-key.asc"), "test"),
                        Octets.ofUtf8("hello world\n"),
                        0));
        tally.check(
                "issue11_message",
                is(
                        consumer.opened(
                                file("issue11_message"), file("issue11_privatekey"), "1234", file("issue11_publickey")),
                        Octets.ofUtf8("message from sender"),
                        1));
        tally.check(
                "message_mixedPasswordPublic",
                consumer.openedByPassword(file("message_mixedPasswordPublic"), "pinata")
                        .equals(Optional.of(file("message_mixedPasswordPublicExpected"))));
        tally.check("message_signed", is(consumer.opened(file("message_signed"), ours, "apple"), text, 0));
        tally.check(
                "message_sha256_signed",
                is(consumer.opened(file("message_sha256_signed"), ours, "apple", file("keyring_publicKey")), text, 1));
        tally.check(
                "message_sha1_signed, which proves nothing",
                is(consumer.opened(file("message_sha1_signed"), ours, "apple", file("keyring_publicKey")), text, 0));
        tally.check(
                "keyring_token",
                is(
                        consumer.opened(file("keyring_token"), ours, "apple"),
                        Octets.ofUtf8("d79ca194a22810a5363eeddfdef7dfbc327c6229"),
                        0));
        // A picture.
        tally.check(
                "att_keypacket and att_body",
                consumer.opened(joined("att_keypacket", "att_body"), file("att_key"), "wUMuF/lkDPYWH/0ZqqY8kJKw7YJg6kS")
                        .map(Sop.Decrypted::text)
                        .filter(picture -> picture.length() == 8464)
                        .filter(picture -> picture.slice(1, 4).latin1().equals("PNG"))
                        .isPresent());
        tally.conclude(8);
    }

    @Test
    void opensNothingThatIsNotWhole() {
        Tally tally = new Tally("gopenpgp messages that must not open");
        Octets bob = file("sed_key");
        Octets ours = file("keyring_privateKey");
        tally.check("sed_message", consumer.opened(file("sed_message"), bob, "").isEmpty());
        tally.check(
                "message_badmdc",
                consumer.opened(file("message_badmdc"), bob, "").isEmpty());
        tally.check("message_badmdc by its session key", !opensBySessionKey());
        tally.check(
                "attachment_keypacket before another's data",
                consumer.opened(joined("attachment_keypacket", "att_body"), ours, "apple")
                        .isEmpty());
        tally.check(
                "sessionkey_packet, damaged",
                consumer.opened(joined("sessionkey_packet", "att_body"), file("sessionkey_key"), "passphrase")
                        .isEmpty());
        for (String others : List.of("message_multipleKeyID", "message_plainSignature")) {
            tally.check(others, consumer.opened(file(others), ours, "apple").isEmpty());
        }
        tally.check(
                "message_signed, wrong passphrase",
                consumer.opened(file("message_signed"), ours, "pear").isEmpty());
        tally.check(
                "message_mixedPasswordPublic, wrong password",
                consumer.openedByPassword(file("message_mixedPasswordPublic"), "pear")
                        .isEmpty());
        tally.check(
                "message_expired, by a stranger",
                consumer.verified(file("message_expired"), Octets.ofUtf8("hello"), file("keyring_publicKey")) == 0);
        tally.conclude(10);
    }

    private static boolean opensBySessionKey() {
        Octets known =
                Octets.of(HexFormat.of().parseHex("F76D3236E4F8A38785C50BDE7167475E95360BCE67A952710F6C16F18BB0655E"));
        Openers openers = new Openers(Keys.none(), List.of(), List.of(new SessionKey(AES_256, known)));
        return Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW)
                        .decrypt(file("message_badmdc"), openers, Verifiers.none())
                instanceof SopResult.Done<?>;
    }

    @Test
    void usesKeysForWhatTheyAre() {
        Tally tally = new Tally("gopenpgp keys");
        tally.check("keyring_privateKey", consumer.signs(file("keyring_privateKey"), "apple"));
        tally.check("keyring_privateKey, wrong passphrase", !consumer.signs(file("keyring_privateKey"), "pear"));
        tally.check("keyring_privateKeyLegacy", consumer.signs(file("keyring_privateKeyLegacy"), "123"));
        tally.check("keyring_userKey", consumer.signs(file("keyring_userKey"), "testpassphrase"));
        tally.check("keyring_publicKey", consumer.receives(file("keyring_publicKey")));
        tally.check("issue11_publickey", consumer.receives(file("issue11_publickey")));
        // The primary key's secret is elsewhere, as GnuPG marks it; the subkey opens.
        tally.check(
                "key_dummy receives",
                consumer.certificate(file("key_dummy"))
                        .filter(consumer::receives)
                        .isPresent());
        tally.check("key_dummy does not sign", !consumer.signs(file("key_dummy"), "golang"));
        tally.check("key_dummy opens", opensItsOwn(file("key_dummy"), "golang"));
        tally.check("key_dummy is a secret key", secrets(file("key_dummy")) == 1);
        for (String unusable : List.of("key_expiredKey", "key_futureKey", "key_revoked")) {
            tally.check(unusable, consumer.certificates(file(unusable)) + secrets(file(unusable)) == 1);
            tally.check(unusable + " receives nothing", !consumer.receives(file(unusable)));
        }
        tally.check("key_mismatching_eddsa_key", !consumer.signs(file("key_mismatching_eddsa_key"), ""));
        tally.conclude(17);
    }

    private boolean opensItsOwn(Octets key, String password) {
        Octets certificate = consumer.certificate(key).orElseThrow();
        return consumer.encrypted(Octets.ofUtf8("secret"), certificate)
                .flatMap(message -> consumer.opened(message, key, password))
                .filter(opened -> opened.text().equals(Octets.ofUtf8("secret")))
                .isPresent();
    }

    private static int secrets(Octets file) {
        return (int) OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()).read(file).items().stream()
                .filter(Item.SecretKeyFound.class::isInstance)
                .count();
    }

    @Test
    void aCriticalNotationThatNobodyKnowsCostsTheSignature() {
        Tally tally = new Tally("gopenpgp signatures");
        Octets text = Octets.ofUtf8("Hello world!");
        Octets signer = file("keyring_publicKey");
        tally.check("no_context", consumer.verifies(text, file("signature/no_context_detached_sig"), signer));
        tally.check(
                "non_critical_context",
                consumer.verifies(text, file("signature/non_critical_context_detached_sig"), signer));
        tally.check(
                "critical_context", !consumer.verifies(text, file("signature/critical_context_detached_sig"), signer));
        tally.check(
                "double_critical_context",
                !consumer.verifies(text, file("signature/double_critical_context_detached_sig"), signer));
        Octets twice = file("signature/detachedSigSignedTwice");
        for (String one : List.of("publicKey1", "publicKey2")) {
            Octets key = file("signature/" + one);
            tally.check("detachedSigSignedTwice, " + one, consumer.verifies(Octets.ofUtf8("hello world"), twice, key));
            tally.check("another text, " + one, !consumer.verifies(text, twice, key));
        }
        tally.conclude(8);
    }

    private static boolean is(Optional<Sop.Decrypted> opened, Octets text, int signatures) {
        return opened.filter(found -> found.text().equals(text))
                .filter(found -> found.verifications().size() == signatures)
                .isPresent();
    }

    /// Packets that lie in files of their own, in base64.
    private static Octets joined(String keyPacket, String data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String name : List.of(keyPacket, data)) {
            out.writeBytes(Base64.getMimeDecoder().decode(file(name).latin1()));
        }
        return Octets.of(out.toByteArray());
    }
}
