package org.waxwing.crypto.openpgp.gate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.Sop;

/// The gates of what rpgp collected: messages by programs of twenty years, and odd keys.
class RpgpGateTest {
    private static final String MESSAGES = "rpgp/openpgp-interop/testcases/messages";

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Consumer consumer = new Consumer(NOW);

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    /// Two of the messages were signed in 2014 by RSA keys of 1024 bits, so the signatures are judged by
    /// the policy of then.
    @Test
    void readsMessagesOfManyPrograms() {
        Consumer lenient = new Consumer(NOW, policyOfThen());
        Tally tally = new Tally("rpgp openpgp-interop");
        for (Path description : Corpora.files(MESSAGES)) {
            if (description.toString().endsWith(".json")) {
                Json expected = Json.parse(Corpora.file(description));
                boolean read = reads(lenient, description, expected);
                tally.check(description.getFileName().toString(), read);
            }
        }
        tally.conclude(39);
    }

    private static AlgorithmPolicy policyOfThen() {
        AlgorithmPolicy today = AlgorithmPolicy.current();
        return new AlgorithmPolicy(
                today.version(),
                List.of(),
                1024,
                1024,
                Set.of(),
                today.maximumPlaintextBytes(),
                today.maximumCompressionRatio());
    }

    /// The text comes out and the signature doesn't count.
    @Test
    void signaturesByKeysThatAreTooShortAreThoseOfThen() {
        Tally tally = new Tally("rpgp openpgp-interop, RSA of 1024 bits not believed");
        for (String name : List.of("gnupg-v1-001", "gnupg-v1-003")) {
            Path description = Corpora.path(MESSAGES + "/" + name + ".json");
            tally.check(
                    name,
                    opened(consumer, description, Json.parse(Corpora.file(description)))
                            .filter(text -> text.verifications().isEmpty())
                            .isPresent());
        }
        tally.conclude(2);
    }

    private static boolean reads(Consumer by, Path description, Json expected) {
        return opened(by, description, expected)
                .filter(text -> text.text()
                        .equals(Octets.ofUtf8(expected.at("textcontent").text())))
                .filter(text -> text.verifications().size() == signers(description, expected).length)
                .isPresent();
    }

    private static Optional<Sop.Decrypted> opened(Consumer by, Path description, Json expected) {
        return by.opened(
                Corpora.file(Path.of(description.toString().replace(".json", ".asc"))),
                key(description, expected.at("decryptKey").text()),
                expected.at("passphrase").text(),
                signers(description, expected));
    }

    private static Octets[] signers(Path description, Json expected) {
        return expected.names().contains("verifyKey")
                ? new Octets[] {key(description, expected.at("verifyKey").text())}
                : new Octets[0];
    }

    private static Octets key(Path description, String name) {
        return name.endsWith("bob.sec.asc")
                ? Corpora.file("interop-suite/certificates/bob-secret.pgp")
                : Corpora.file(description.resolveSibling(name));
    }

    private static Octets file(String name) {
        return Corpora.file("rpgp/" + name);
    }

    @Test
    void takesOddKeysAndMessagesAsTheyDeserve() {
        Tally tally = new Tally("rpgp odd files");
        Consumer then = new Consumer(Instant.parse("2020-06-01T12:00:00Z"));
        for (String person : List.of("alice", "bob", "carol")) {
            String address = "autocrypt/" + person + "@autocrypt.example";
            // They lived for two years.
            tally.check(address + ".pub.asc", then.receives(file(address + ".pub.asc")));
            tally.check(address + ".sec.asc", then.signs(file(address + ".sec.asc"), ""));
            tally.check(address + " today", !consumer.receives(file(address + ".pub.asc")));
        }
        tally.check("brainpool public", consumer.receives(file("ecdh/brainpool/public.asc")));
        tally.check("brainpool unlocked", consumer.signs(file("ecdh/brainpool/unlocked-sec.asc"), ""));
        tally.check("brainpool locked", !consumer.signs(file("ecdh/brainpool/locked-sec.asc"), ""));
        tally.check("unknown curve", consumer.signs(file("ecdh/unknown_oid_sec.asc"), ""));
        tally.check("unknown curve receives nothing", !consumer.receives(file("ecdh/unknown_oid_sec.asc")));
        tally.check("rsa8k public", consumer.certificates(file("rsa8k/rsa8k.pub.asc")) == 1);
        tally.check("rsa8k secret", consumer.signs(file("rsa8k/rsa8k.sec.asc"), ""));
        Octets test = Octets.ofUtf8("test");
        for (String name : List.of("ed25519-key-with-31-byte-private-key-scalar", "rsa-key-with-modulus-e-257")) {
            Octets key = file("weird/" + name + ".asc");
            tally.check(name, consumer.signs(key, ""));
            tally.check(
                    name + ".sig",
                    consumer.certificate(key)
                            .filter(certificate -> consumer.verifies(test, file("weird/" + name + ".sig"), certificate))
                            .isPresent());
        }
        Octets bob = Corpora.file("interop-suite/certificates/bob-secret.pgp");
        tally.check(
                "unknown_one_pass.sig",
                consumer.opened(file("sigs/unknown_one_pass.sig.asc"), bob, "")
                        .filter(opened -> opened.text().equals(Octets.ofUtf8("Encrypted, signed message.")))
                        .isPresent());
        tally.check(
                "unknown_hash.sig",
                consumer.opened(file("sigs/unknown_hash.sig.asc"), bob, "").isPresent());
        for (String name :
                List.of("ecdh_opaque_small", "ecdsa_opaque_small", "eddsa_opaque_small", "unknown_algo_mpi")) {
            // What is new in a subkey costs the certificate nothing: it still verifies and receives.
            tally.check(name, consumer.certificates(file("mock_pq/" + name + ".pub.asc")) == 1);
        }
        tally.check(
                "x25519",
                consumer.opened(file("openpgpjs/x25519.asc"), file("openpgpjs/x25519.sec.asc"), "moon")
                        .filter(opened -> opened.text().latin1().startsWith("Oh hi, this is a private message"))
                        .isPresent());
        tally.check("x25519-little", consumer.receives(file("openpgpjs/x25519-little.pub.asc")));
        // Without integrity protection, and by a key of version 3.
        tally.check(
                "pgp6 hello",
                consumer.opened(file("pgp6/hello.msg"), file("pgp6/alice.sec.asc"), "")
                        .isEmpty());
        tally.check("pgp6 expiring", !consumer.receives(file("pgp6/expiring.pgp")));
        for (String by : List.of("gocrypto", "openpgp_js")) {
            tally.check(
                    by,
                    consumer.opened(file("bad_ecdh/" + by + ".msg"), file("bad_ecdh/" + by + ".key"), "12345")
                            .isEmpty());
        }
        tally.conclude(32);
    }

    @Test
    void nothingIsThrownByAnyFile() {
        Tally tally = new Tally("rpgp every file, nothing thrown");
        for (Path path : Corpora.files("rpgp")) {
            tally.check(path.toString(), consumer.pushedThroughEverything(Corpora.file(path)) >= 0);
        }
        tally.conclude(221);
    }
}
