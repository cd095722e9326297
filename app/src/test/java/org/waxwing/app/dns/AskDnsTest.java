package org.waxwing.app.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.app.dns.ScriptedDns.Reply;
import org.waxwing.app.keys.InquiryLedger;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.dkim.Dkim;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.Octets;

class AskDnsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String NAME = "two._domainkey.chem.example";

    private final List<Inquiry> noted = new ArrayList<>();

    @Test
    void asksForTheKeyAndNotesIt() throws GeneralSecurityException, IOException {
        SignedLetter letter = new SignedLetter().signedBy("chem.example");
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.texts(List.of(List.of(letter.key()))))) {
            assertEquals(List.of(Result.PASS), results(server, letter.octets()));
            assertEquals(List.of(NAME + "/udp"), server.asked());
        }
        assertEquals(
                List.of(new Inquiry(
                        NOW,
                        "dns:" + NAME + "?type=TXT",
                        letter.key().length(),
                        Inquiry.Outcome.ANSWERED,
                        Inquiry.Purpose.LETTER)),
                noted);
    }

    @Test
    void tellsADomainWithoutAKeyFromADnsWithoutAnAnswer() throws GeneralSecurityException, IOException {
        SignedLetter letter = new SignedLetter().signedBy("chem.example");
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.code(3))) {
            assertEquals(List.of(Result.NO_KEY), results(server, letter.octets()));
        }
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.code(2))) {
            assertEquals(List.of(Result.UNREACHABLE), results(server, letter.octets()));
        }
        assertEquals(
                List.of(Inquiry.Outcome.OF_NO_USE, Inquiry.Outcome.REFUSED),
                noted.stream().map(Inquiry::outcome).toList());
        assertTrue(noted.stream().allMatch(inquiry -> inquiry.purpose() == Inquiry.Purpose.LETTER));
    }

    @Test
    void asksNobodyWhereNoAnswerCouldMatter() throws GeneralSecurityException, IOException {
        SignedLetter letter = new SignedLetter().signedBy("chem.example");
        Octets changed = Octets.ofUtf8(letter.octets().utf8().replace("six", "ten"));
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.texts(List.of(List.of(letter.key()))))) {
            assertEquals(List.of(Result.BODY_CHANGED), results(server, changed));
            assertEquals(List.of(), results(server, Octets.ofUtf8("From: anna@chem.example\r\n\r\nHi\r\n")));
            assertEquals(List.of(), server.asked());
        }
        assertEquals(List.of(), noted);
    }

    /// Whoever answers slowly doesn't take away the time of the others.
    @Test
    void waitsNoLongerThanAllowedForAll() throws GeneralSecurityException, IOException {
        SignedLetter letter = new SignedLetter()
                .signedBy("a.example")
                .signedBy("b.example")
                .signedBy("c.example")
                .signedBy("chem.example");
        long start = System.nanoTime();
        try (ScriptedDns server = new ScriptedDns(
                name -> name.equals(NAME) ? Reply.texts(List.of(List.of(letter.key()))) : Reply.code(-1))) {
            AskDns vouching = new AskDns(
                    new DnsTexts(server.url(), Duration.ofSeconds(20)), Duration.ofSeconds(3), ledger(), () -> NOW);
            assertEquals(
                    List.of(Result.PASS, Result.UNREACHABLE, Result.UNREACHABLE, Result.UNREACHABLE),
                    vouching.ask(letter.octets()).stream()
                            .map(DkimVerdict::result)
                            .toList());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, took.toString());
        assertEquals(4, noted.size());
        assertEquals(
                3,
                noted.stream()
                        .filter(one -> one.outcome() == Inquiry.Outcome.TOO_SLOW)
                        .count());
    }

    @Test
    void asksForNoMoreThanFive() throws GeneralSecurityException, IOException {
        SignedLetter letter = new SignedLetter();
        for (int i = 0; i < 30; i++) {
            letter = letter.signedBy("server" + i + ".example");
        }
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.code(3))) {
            assertEquals(Dkim.MOST_SIGNATURES, results(server, letter.octets()).size());
            assertEquals(Dkim.MOST_SIGNATURES, Set.copyOf(server.asked()).size());
        }
    }

    private List<Result> results(ScriptedDns server, Octets message) {
        return vouching(server).ask(message).stream().map(DkimVerdict::result).toList();
    }

    private AskDns vouching(ScriptedDns server) {
        return new AskDns(
                new DnsTexts(server.url(), Duration.ofSeconds(1)), Duration.ofSeconds(5), ledger(), () -> NOW);
    }

    private InquiryLedger ledger() {
        return new InquiryLedger() {
            @Override
            public void add(Inquiry inquiry) {
                noted.add(inquiry);
            }

            @Override
            public List<Inquiry> all() {
                return List.copyOf(noted);
            }
        };
    }
}
