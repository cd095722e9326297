package org.waxwing.crypto.openpgp.gate;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;

/// The gates of go-crypto's messages and of Bouncy Castle's keys and signatures.
class GoCryptoGateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Consumer consumer = new Consumer(NOW);

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    private static Octets go(String name) {
        return Corpora.file("go-crypto/" + name);
    }

    private static Octets bouncy(String name) {
        return Corpora.file("bc-test-data/" + name);
    }

    @Test
    void opensWhatIsWholeOnly() {
        Tally tally = new Tally("go-crypto messages");
        String proposal = "The Project Gutenberg EBook of A Modest Proposal";
        Octets eax = Octets.of(
                Base64.getMimeDecoder().decode(go("aead-eax-packet.b64").latin1()));
        tally.check(
                "aead-ocb-asym-message.asc",
                consumer.opened(go("aead-ocb-asym-message.asc"), go("aead-ocb-asym-key.asc"), "")
                        .filter(opened -> opened.text().utf8().strip().startsWith(proposal))
                        .isPresent());
        tally.check(
                "aead-eax-packet.b64",
                bySessionKey(eax, 9, "4f29ce70e0858cdf1b3de3397276403cb11a2aae9705ba4ae261d63f724dd779")
                        .filter(text -> text.utf8().strip().startsWith(proposal))
                        .isPresent());
        // The password costs 2 GiB of memory: where there is no room, it isn't tried.
        tally.check(
                "argon2-sym-message.asc",
                consumer.openedByPassword(go("argon2-sym-message.asc"), "password")
                        .filter(text -> !text.equals(Octets.ofUtf8("Hello, world!")))
                        .isEmpty());
        tally.check(
                "argon2-sym-message.asc by its session key",
                bySessionKey(go("argon2-sym-message.asc"), 7, "01FE16BBACFD1E7B78EF3B865187374F")
                        .isPresent());
        tally.check(
                "argon2-sym-message.asc, wrong password",
                consumer.openedByPassword(go("argon2-sym-message.asc"), "passwort")
                        .isEmpty());
        for (String broken : List.of(
                "sym-corrupted-message-invalid-sig-header.asc",
                "sym-corrupted-message-long-length.asc",
                "sym-message-without-mdc.asc")) {
            tally.check(
                    broken, consumer.openedByPassword(go(broken), "password").isEmpty());
        }
        tally.check(
                "sym-message-without-mdc.asc by key",
                consumer.opened(go("sym-message-without-mdc.asc"), go("aead-ocb-asym-key.asc"), "")
                        .isEmpty());
        tally.check(
                "aead-eax-packet.b64, wrong session key",
                bySessionKey(eax, 9, "00".repeat(32)).isEmpty());
        tally.conclude(10);
    }

    private static Optional<Octets> bySessionKey(Octets message, int cipher, String key) {
        Openers openers = new Openers(
                Keys.none(),
                List.of(),
                List.of(new SessionKey(cipher, Octets.of(HexFormat.of().parseHex(key)))));
        return Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW).decrypt(message, openers, Verifiers.none())
                        instanceof SopResult.Done<Sop.Decrypted>(Sop.Decrypted opened)
                ? Optional.of(opened.text())
                : Optional.empty();
    }

    /// DSA of 1024 bits proves nothing today; the others hold by a hash that is as long as the group's
    /// order.
    @Test
    void verifiesDsaOfEverySize() {
        Tally tally = new Tally("bc-test-data DSA");
        Consumer then = new Consumer(NOW, policyOfThen());
        for (Path path : Corpora.files("bc-test-data/dsa/sigs")) {
            String name = path.getFileName().toString();
            Octets message = Corpora.file(path);
            List<String> size = List.of(name.split("-"));
            boolean small = size.get(1).equals("1024");
            Octets key = bouncy("dsa/keys/DSA-" + size.get(1) + "-" + (small ? "160" : size.get(2)) + ".pub");
            tally.check(name, consumer.isSigned(message, key) != small);
            tally.check(name + " by the policy of then", then.isSigned(message, key));
            tally.check(
                    name + " by another key",
                    !then.isSigned(message, bouncy("dsa/keys/DSA-" + (small ? "2048-224" : "1024-160") + ".pub")));
        }
        tally.conclude(27);
    }

    private static AlgorithmPolicy policyOfThen() {
        AlgorithmPolicy today = AlgorithmPolicy.current();
        return new AlgorithmPolicy(
                today.version(),
                today.hashCutoffs(),
                today.minimumRsaBits(),
                1024,
                Set.of(),
                today.maximumPlaintextBytes(),
                today.maximumCompressionRatio());
    }

    @Test
    void readsOddKeyFiles() {
        Tally tally = new Tally("bc-test-data keys");
        for (String one :
                List.of("bigpub.asc", "eddsa-pub-keyring.asc", "eddsa-sks-pub-keyring.asc", "rsa-pubring.gpg")) {
            tally.check(one, consumer.certificates(bouncy(one)) == 1);
        }
        tally.check("longSigSubPack.asc", consumer.receives(bouncy("longSigSubPack.asc")));
        tally.check(
                "encd-test-data.pgp",
                consumer.opened(bouncy("encd-test-data.pgp"), bouncy("encd-test-key.asc"), "tkhbackup")
                        .filter(opened -> opened.text().utf8().startsWith("<?xml version=\"1.0\" ?>"))
                        .isPresent());
        tally.conclude(6);
    }
}
