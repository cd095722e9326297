package org.waxwing.app.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.app.dns.ScriptedDns.Reply;
import org.waxwing.app.dns.TextAnswer.Why;

class DnsTextsTest {
    private static final String NAME = "two.2026._domainkey.chem.example";

    @Test
    void joinsTheStringsOfARecord() throws IOException {
        List<String> strings = List.of("v=DKIM1; k=rsa; ", "p=MIG\"\\", "", " f", "MA0", "\u00fc\t");
        assertEquals(got("v=DKIM1; k=rsa; p=MIG\"\\ fMA0\u00fc\t"), asked(Reply.texts(List.of(strings))));
    }

    @Test
    void keepsRecordsApart() throws IOException {
        assertEquals(got("v=spf1 -all", "p="), asked(Reply.texts(List.of(List.of("v=spf1 -all"), List.of("p=")))));
    }

    @Test
    void followsAnAliasAsFarAsTheServerDid() throws IOException {
        assertEquals(got("p=AAAA"), asked(new Reply(0, "key.provider.example", List.of(List.of("p=AAAA")))));
        assertEquals(got(), asked(new Reply(0, "key.provider.example", List.of())));
    }

    @Test
    void asksOnceForExactlyTheName() throws IOException {
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.texts(List.of(List.of("p="))))) {
            assertEquals(got("p="), texts(server).of(NAME));
            assertEquals(List.of(NAME + "/udp"), server.asked());
        }
    }

    @Test
    void asksAgainWhereTheAnswerWasCut() throws IOException {
        String long255 = "x".repeat(255);
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.texts(List.of(Collections.nCopies(3, long255))))) {
            assertEquals(got(long255.repeat(3)), texts(server).of(NAME));
            assertEquals(List.of(NAME + "/udp", NAME + "/tcp"), server.asked());
        }
    }

    @Test
    void takesNoMoreThanKeysNeed() throws IOException {
        List<String> sixtyFour = Collections.nCopies(250, "x".repeat(255));
        assertEquals(new TextAnswer.Failed(Why.TOO_LARGE), asked(Reply.texts(List.of(sixtyFour))));
        List<List<String>> many =
                IntStream.range(0, 17).mapToObj(i -> List.of("p=" + i)).toList();
        assertEquals(new TextAnswer.Failed(Why.TOO_LARGE), asked(Reply.texts(many)));
    }

    @Test
    void knowsWhatThereIsNot() throws IOException {
        assertEquals(got(), asked(Reply.code(3)));
        assertEquals(got(), asked(Reply.code(0)));
    }

    @Test
    void knowsAServerThatCannotOrWillNotSay() throws IOException {
        assertEquals(new TextAnswer.Failed(Why.REFUSED), asked(Reply.code(2)));
        assertEquals(new TextAnswer.Failed(Why.REFUSED), asked(Reply.code(5)));
    }

    @Test
    void givesUpOnSilence() throws IOException {
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.code(-1))) {
            assertEquals(
                    new TextAnswer.Failed(Why.UNREACHABLE),
                    new DnsTexts(server.url(), Duration.ofMillis(100)).of(NAME));
        }
    }

    @Test
    void knowsThatNobodyIsThere() throws IOException {
        String gone;
        try (ScriptedDns server = new ScriptedDns(_ -> Reply.code(-1))) {
            gone = server.url();
        }
        assertEquals(new TextAnswer.Failed(Why.UNREACHABLE), new DnsTexts(gone, Duration.ofMillis(50)).of(NAME));
    }

    private static TextAnswer asked(Reply reply) throws IOException {
        try (ScriptedDns server = new ScriptedDns(_ -> reply)) {
            return texts(server).of(NAME);
        }
    }

    private static DnsTexts texts(ScriptedDns server) {
        return new DnsTexts(server.url(), Duration.ofSeconds(10));
    }

    private static TextAnswer got(String... texts) {
        return new TextAnswer.Got(List.of(texts));
    }
}
