package org.waxwing.crypto.openpgp.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;

/// The gates of RFC 9580: the samples of its appendix, and messages to every kind of key it knows.
class Rfc9580GateTest {
    private static final Octets GREETING = Octets.ofUtf8("Hello, world!");

    private final Consumer consumer = new Consumer(Instant.parse("2026-11-01T12:00:00Z"));

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    private static Octets sample(String name) {
        return Corpora.file("rnp/RFC9580/" + name);
    }

    @Test
    void readsTheSamplesOfTheAppendix() {
        Tally tally = new Tally("RFC 9580 appendix");
        Octets certificate = sample("A.3.transferable-pubkey-v6.asc");
        Octets key = sample("A.4.transferable-seckey-v6.asc");
        tally.check("A.3", consumer.receives(certificate));
        tally.check("A.4", consumer.signs(key, ""));
        Octets poem = Octets.ofUtf8("What we need from the grocery store:\n\n- tofu\n- vegetables\n- noodles\n");
        tally.check(
                "A.6", consumer.verified(sample("A.6.-sample-cleartext-signed-message.asc"), poem, certificate) == 1);
        tally.check("A.7", consumer.verified(sample("A.7.-sample-inline-signed-message.asc"), poem, certificate) == 1);
        tally.check(
                "A.8",
                consumer.opened(sample("A.8.5-v6pkesk-v2seipd"), key, "")
                        .filter(opened -> opened.text().equals(GREETING))
                        .isPresent());
        for (String name : List.of("A.9.5.v6_skesk_eax.asc", "A.10.5.v6_skesk_ocb.asc")) {
            tally.check(
                    name,
                    consumer.openedByPassword(sample(name), "password")
                            .filter(GREETING::equals)
                            .isPresent());
        }
        tally.conclude(7);
    }

    @Test
    void readsTheSamplesThatFillTwoGibibytes() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Boolean.getBoolean("waxwing.gates.spacious"),
                "skipped: a minute and 4.4 GB of memory; -Dwaxwing.gates.spacious=true runs it");
        List<String> read = ChildJvm.lines(SpaciousMain.class, "4400m", Map.of());
        Assumptions.assumeFalse(read.isEmpty(), "skipped: no memory here for 2 GiB of Argon2");
        Tally tally = new Tally("RFC 9580 appendix, Argon2 with 2 GiB");
        tally.check(SpaciousMain.LOCKED_KEY, read.contains(SpaciousMain.LOCKED_KEY));
        SpaciousMain.SAMPLES.forEach(name -> tally.check(name, read.contains(name)));
        tally.conclude(4);
    }

    @Test
    void readsMessagesToEveryKindOfKey() {
        List<Path> files = Corpora.files("rpgp/rfc9580");
        Tally tally = new Tally("rpgp rfc9580");
        for (Path file : files) {
            if (file.toString().endsWith(".msg")) {
                Octets key = Corpora.file(file.resolveSibling("tsk.asc"));
                tally.check(name(file), isIllegal(file) != reads(Corpora.file(file), key, file.endsWith("csf.msg")));
            }
        }
        tally.conclude(23);
    }

    /// A version 6 key on a curve of the old encoding is no key (RFC 9580 §5.5.5.6).
    private static boolean isIllegal(Path file) {
        return file.toString().contains("v6-legacy_illegal");
    }

    private static String name(Path file) {
        return Corpora.path("rpgp/rfc9580").relativize(file).toString();
    }

    private boolean reads(Octets message, Octets key, boolean cleartext) {
        Octets text = Octets.ofUtf8("hello world\n");
        return cleartext
                ? consumer.certificate(key)
                        .filter(certificate -> consumer.verified(message, text, certificate) == 1)
                        .isPresent()
                : consumer.opened(message, key, "")
                        .filter(opened -> opened.text().equals(text))
                        .isPresent();
    }
}
