package org.waxwing.crypto.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.Octets;

/// Signed messages by others, with the outcome that their makers state, under the rules of the time when
/// they were signed and under those of today.
class DkimGateTest {
    private static final Path MAIL = Path.of(System.getProperty("waxwing.corpora", "absent"), "mail");
    private static final Path JDKIM = MAIL.resolve("mail-dkim/main/src/test/resources/org/apache/james/jdkim");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    /// Those of RFC 4871 and its drafts.
    private static final DkimRules OF_2007 = new DkimRules(Set.of("1", "0.5", ""), true, 384);

    private static final Set<Result> HOLDS = Set.of(Result.PASS, Result.TESTING);

    /// What today's rules say of signatures that held then.
    private static final Map<Result, String> NO_LONGER = Map.of(
            Result.WEAK, "SHA-1, or a key below 1024 bits (RFC 8301 §3)",
            Result.MALFORMED, "of a draft: without v=1 (RFC 6376 §3.5)",
            Result.TESTING, "t=y counts like no signature (RFC 6376 §3.6.1)");

    /// File, and why it is not what was expected, under the rules of 2007.
    private static final Map<String, String> DEVIATIONS = Map.of(
            "good_ietf00_1.txt", "of a draft that had no hash of the text",
            "good_ietf00_2.txt", "of a draft that had no hash of the text",
            "good_ietf00_3.txt", "of a draft that had no hash of the text",
            "good_ietf00_4.txt", "of a draft that had no hash of the text",
            "good_ietf00_5.txt", "of a draft that had no hash of the text",
            "badkey_8.txt", "g= was taken out of keys (RFC 6376 §3.6.1)",
            "badkey_9.txt", "g= was taken out of keys (RFC 6376 §3.6.1)",
            "badkey_12.txt", "g= was taken out of keys (RFC 6376 §3.6.1)",
            "badkey_13.txt", "g= was taken out of keys (RFC 6376 §3.6.1)");

    /// Where the other implementation says something else than ours does under the rules of 2007.
    private static final Map<String, String> OTHERWISE = Map.of(
            "badkey_8.txt", "it still knows g=",
            "badkey_9.txt", "it still knows g=",
            "badkey_12.txt", "it still knows g=",
            "badkey_13.txt", "it still knows g=",
            "ignore_5.txt", "it asks the DNS for a key that is said to be elsewhere (q=http)",
            "ignore_6.txt", "it asks the DNS in a way that isn't asked for (q=dns/special)");

    private record Case(String name, String expected, Octets message) {}

    @Test
    void judgesTheMessagesOfMailDkim() throws IOException {
        List<Case> cases = cases();
        DnsFixture dns = dns();
        List<String> wrong = new ArrayList<>();
        int held = 0;
        int today = 0;
        int domainKeys = 0;
        for (Case one : cases) {
            boolean holds = results(OF_2007, one.message(), dns).stream().anyMatch(HOLDS::contains);
            List<Result> now = results(DkimRules.CURRENT, one.message(), dns);
            boolean passes = now.contains(Result.PASS);
            held += holds ? 1 : 0;
            today += passes ? 1 : 0;
            if (one.expected().contains("DomainKeys only")) {
                // Another, older standard: such a letter has no DKIM-Signature at all.
                domainKeys++;
                if (!now.isEmpty()) {
                    wrong.add(one.name() + " has a DKIM-Signature");
                }
                continue;
            }
            boolean expected = one.expected().equals("pass");
            boolean neutral = one.expected().startsWith("neutral");
            if (!neutral && holds != expected && !DEVIATIONS.containsKey(one.name())) {
                wrong.add(one.name() + " of 2007: " + results(OF_2007, one.message(), dns));
            }
            if (passes && !expected) {
                wrong.add(one.name() + " passes");
            }
            if (expected && !passes && now.stream().noneMatch(NO_LONGER::containsKey)) {
                wrong.add(one.name() + " today: " + now);
            }
        }
        System.out.println("dkim, Mail::DKIM and jDKIM: " + cases.size() + " messages, " + domainKeys
                + " with DomainKeys only, " + held + " held in 2007, " + today + " pass today, deviations "
                + DEVIATIONS.size());
        assertEquals(List.of(), wrong);
        assertEquals(76, cases.size());
        assertEquals(1, today);
    }

    @Test
    void agreesWithAnotherImplementation() throws IOException {
        List<Case> cases = cases();
        DnsFixture dns = dns();
        List<String> wrong = new ArrayList<>();
        int agreeing = 0;
        for (Case one : cases) {
            boolean ours = results(new DkimRules(Set.of("1"), true, 384), one.message(), dns).stream()
                    .anyMatch(HOLDS::contains);
            if (ours == SecondOpinion.passes(one.message(), dns)) {
                agreeing++;
            } else if (!OTHERWISE.containsKey(one.name())) {
                wrong.add(one.name() + ": here " + ours);
            }
        }
        System.out.println("dkim, side by side with jDKIM: " + agreeing + "/" + cases.size() + " agree");
        assertEquals(List.of(), wrong);
        assertEquals(cases.size() - OTHERWISE.size(), agreeing);
    }

    /// The example of RFC 8463 appendix A, signed both ways; its keys stand there too.
    @Test
    void judgesTheExampleOfTheStandard() throws IOException {
        Path file = MAIL.resolve("mailauth/test/dkim/ec/fixtures/signed.eml");
        Assumptions.assumeTrue(Files.exists(file), "skipped: the corpora are not here; waxwing.corpora says where");
        DnsFixture dns = new DnsFixture()
                .with(
                        "brisbane._domainkey.football.example.com",
                        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
                .with(
                        "test._domainkey.football.example.com",
                        "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5"
                                + "bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hst"
                                + "T5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");
        Octets message = Octets.of(Files.readAllBytes(file));
        assertEquals(List.of(Result.PASS, Result.PASS), results(DkimRules.CURRENT, message, dns));
        assertTrue(SecondOpinion.passes(message, dns), "the RSA one, for it knows no other");
    }

    /// Their keys are not in the corpus, so the hash of the text decides: it is right in each.
    @Test
    void getsAsFarAsTheKeyWithRealLetters() throws IOException {
        Path folder = MAIL.resolve("mailauth/test/fixtures");
        Assumptions.assumeTrue(Files.exists(folder), "skipped: the corpora are not here; waxwing.corpora says where");
        List<Result> results = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                results.addAll(results(DkimRules.CURRENT, Octets.of(Files.readAllBytes(file)), new DnsFixture()));
            }
        }
        System.out.println("dkim, mailauth: " + results.size() + " signatures, all over the text that is there");
        assertEquals(Set.of(Result.NO_KEY), Set.copyOf(results));
        assertEquals(17, results.size());
    }

    private static List<Result> results(DkimRules rules, Octets message, DnsFixture dns) {
        Dkim dkim = new Dkim(rules);
        return dkim.judge(message, dns.answers(dkim.questions(message, NOW)), NOW).stream()
                .map(DkimVerdict::result)
                .toList();
    }

    private static List<Case> cases() throws IOException {
        Path table = MAIL.resolve("mail-dkim/expected.tsv");
        Assumptions.assumeTrue(Files.exists(table), "skipped: the corpora are not here; waxwing.corpora says where");
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            Path file = MAIL.resolve("mail-dkim").resolve(columns[0]);
            cases.add(new Case(file.getFileName().toString(), columns[2], Octets.of(Files.readAllBytes(file))));
        }
        return cases;
    }

    /// The corpus has the keys of Mail::DKIM; the other three are what the DNS said then.
    private static DnsFixture dns() throws IOException {
        return new DnsFixture()
                .with(Octets.of(Files.readAllBytes(JDKIM.resolve("Mail-DKIM/FAKE_DNS.dat"))))
                .with(
                        "gamma._domainkey.gmail.com",
                        "k=rsa; t=y; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDIhyR3oItOy22ZOaBrIVe9m/iME3RqOJeasANSpg2YTH"
                                + "TYV+Xtp4xwf5gTjCmHQEMOs0qYu0FYiNQPQogJ2t0Mfx9zNu06rfRBDjiIU9tpx2T+NGlWZ8qhbiLo5By8"
                                + "apJavLyqTLavyPSrvsx0B3YzC63T4Age2CDqZYA+OwSMWQIDAQAB")
                .with(
                        "pmta._domainkey.myspace.com",
                        "k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQChRebhcm4h8BkIYHRxg1GlKLsDkwdrqkFJ8f88xHQ5Gf3NH4I"
                                + "4e06M3XQ+B4tWWK/rX0srwXFgrJPzKZK+x7gN89nmqyM+NNaM+Wm2C0GjTpx6639zK3bAAGYCm0L9lGD7Pg"
                                + "DxpWok+YogH0Ml4acEwDw/cnhErAWAnX8doPliawIDAQAB")
                .with(
                        "mail._domainkey.sqli.com",
                        "k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC1CTqmkuRWkxlHcv1peAz3c0RuXHthVO1xx1Hy4HryZUJwSJo"
                                + "/R3cnEwKorQvlRuDSMgXSLLxI8u6n7h6mzRmHdsS/A+pKc7nx/6WS4N6U57PSNqOclxfwa27m/EIL6KTk9K"
                                + "DhaKsXxquQUBkP1CQEUZHPhQ/t7s4dmU/kvGFgNQIDAQAB");
    }
}
