package org.waxwing.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.app.web.WebAnswer.Why;
import org.waxwing.crypto.mime.Octets;

class BoundedWebTest {
    private static final Octets CONTENT = Octets.ofUtf8("a list");

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"));

    @Test
    void fetchesWithoutSayingWhoAsks() throws IOException {
        try (OneAnswer server = new OneAnswer(_ -> OneAnswer.ok(CONTENT))) {
            assertEquals(
                    new WebAnswer.Got(CONTENT, OneAnswer.ok(CONTENT).length()),
                    over(server).get("http://ca.example/a/list.crl?x=1", 100));
            assertEquals(List.of(lines("""
                GET /a/list.crl?x=1 HTTP/1.0
                Host: ca.example
                Connection: close

                """)), server.asked());
        }
    }

    @Test
    void postsAndTakesTheAnswer() throws IOException {
        try (OneAnswer server = new OneAnswer(_ -> OneAnswer.ok(CONTENT))) {
            assertEquals(
                    new WebAnswer.Got(CONTENT, OneAnswer.ok(CONTENT).length()),
                    over(server).post("http://ca.example:8080", "application/ocsp-request", CONTENT, 100));
            assertEquals(List.of(lines("""
                POST / HTTP/1.0
                Host: ca.example:8080
                Connection: close
                Content-Type: application/ocsp-request
                Content-Length: 6

                """)), server.asked());
        }
    }

    @Test
    void followsNobodyElsewhere() throws IOException {
        assertFails(Why.REDIRECTED, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n");
    }

    @Test
    void takesNothingButTheWholeAnswer() throws IOException {
        assertFails(Why.REFUSED, "HTTP/1.0 404 Not Found\r\n\r\nno");
        assertFails(Why.REFUSED, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        assertFails(Why.REFUSED, "SSH-2.0-OpenSSH\r\n\r\n");
        assertFails(Why.REFUSED, "");
        assertFails(Why.UNREACHABLE, "HTTP/1.0 200 OK\r\nContent-Length: 500\r\n\r\ncut off");
    }

    @Test
    void takesNoMoreThanIsAskedFor() throws IOException {
        assertFails(Why.TOO_LARGE, "HTTP/1.0 200 OK\r\n\r\n" + "x".repeat(101));
        assertFails(Why.TOO_LARGE, "HTTP/1.0 200 OK\r\n\r\n" + "x".repeat(1 << 20));
        assertFails(Why.REFUSED, "HTTP/1.0 200 OK\r\nX: " + "x".repeat(16 * 1024));
    }

    @Test
    void waitsNoLongerThanItMay() throws IOException {
        try (OneAnswer server = new OneAnswer(_ -> OneAnswer.ok(CONTENT))) {
            BoundedWeb hasty = new BoundedWeb(server::open, Duration.ofSeconds(-1), clock);
            assertEquals(
                    new WebAnswer.Failed(Why.TOO_SLOW, OneAnswer.ok(CONTENT).length()),
                    hasty.get("http://ca.example/", 100));
        }
    }

    @Test
    void asksNothingButTheWeb() {
        BoundedWeb web = new BoundedWeb(
                (_, _, _) -> {
                    throw new IllegalStateException("nothing is asked");
                },
                Duration.ofSeconds(5),
                clock);
        for (String url : List.of(
                "ldap://ca.example/",
                "file:///etc/passwd",
                "ftp://ca.example/",
                "http:///path",
                "http://user@ca.example/",
                "http://ca.example/ HTTP/1.1",
                "http://ca.example/\r\nX: y",
                "http://ca.example:0/",
                "http://ca.example/" + "x".repeat(2_000),
                "")) {
            assertEquals(new WebAnswer.Failed(Why.NO_WEB_ADDRESS, 0), web.get(url, 100), url);
        }
    }

    @Test
    void stopsWhereWhatMayBeReadInAllIsSpent() throws IOException {
        ReadBudget budget = new ReadBudget(100);
        try (OneAnswer server = new OneAnswer(_ -> OneAnswer.ok(CONTENT))) {
            int each = OneAnswer.ok(CONTENT).length();
            assertEquals(new WebAnswer.Got(CONTENT, each), over(server).get("http://ca.example/", 100, budget));
            assertEquals(new WebAnswer.Got(CONTENT, each), over(server).get("http://ca.example/", 100, budget));
            assertFalse(budget.isSpent());
            assertEquals(
                    new WebAnswer.Failed(Why.TOO_LARGE, 100 - 2 * each),
                    over(server).get("http://ca.example/", 100, budget));
            assertTrue(budget.isSpent());
        }
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private static BoundedWeb over(OneAnswer server) {
        return new BoundedWeb(server::open, Duration.ofSeconds(30), InstantSource.system());
    }

    private static void assertFails(Why why, String answer) throws IOException {
        try (OneAnswer server = new OneAnswer(_ -> Octets.ofUtf8(answer))) {
            WebAnswer.Failed failed =
                    assertInstanceOf(WebAnswer.Failed.class, over(server).get("http://ca.example/", 100), answer);
            assertEquals(why, failed.why(), answer);
            assertTrue(failed.read() <= answer.length(), answer);
            assertTrue(failed.read() >= Math.min(answer.length(), 16 * 1024), "whatever came of it is counted");
        }
    }
}
