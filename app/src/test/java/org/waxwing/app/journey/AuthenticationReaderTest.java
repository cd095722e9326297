package org.waxwing.app.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticationReaderTest {
    private static final String RECEIVED = "Received: from relay.other.example (relay.other.example [203.0.113.9])"
            + " by mx1.post.example with ESMTPS id 2; Tue, 24 Nov 2026 10:00:03 +0000";
    private static final String PASSED = """
        Authentication-Results: mx1.post.example;
         dkim=pass (2048-bit; unknown) header.d=other.example header.i=@other.example;
         spf=fail smtp.mailfrom="anna@other.example"; dmarc=none (p=none; dis=none)\
        """.replace("\n", "\r\n");

    @Test
    void takesTheWordOfTheReadersOwnProvider() {
        Authentication found = read(PASSED, RECEIVED);
        assertEquals(Optional.of("mx1.post.example"), found.by());
        assertEquals(
                List.of("dkim=pass", "spf=fail", "dmarc=none"),
                found.results().stream()
                        .map(result -> result.method() + "=" + result.result())
                        .toList());
        assertEquals(
                new Authentication.Property("header.d", "other.example"),
                found.results().getFirst().properties().getFirst());
        assertEquals(
                "anna@other.example",
                found.results().get(1).properties().getFirst().value());
    }

    @Test
    void ignoresTheWordOfAnybodyElse() {
        Authentication found =
                read("Authentication-Results: mx.other.example; dkim=pass header.d=bank.example", RECEIVED);
        assertEquals(Optional.empty(), found.by());
        assertEquals(List.of(), found.results());
        assertEquals(1, found.ignored());
    }

    @Test
    void ignoresOneForgedInTheProvidersNameBelowItsOwnTrace() {
        Authentication found = read(RECEIVED, PASSED);
        assertEquals(List.of(), found.results());
        assertEquals(1, found.ignored());
    }

    @Test
    void ignoresAllOfALetterThatNoServerOfOursTook() {
        assertEquals(List.of(), read(PASSED).results());
    }

    @Test
    void googleWritesBelowItsTrace() {
        OwnServers own = Letters.servers("ben@gmail.com", "imap.gmail.com", "smtp.gmail.com");
        String border = "Received: from relay.other.example (relay.other.example. [203.0.113.9])"
                + " by mx.google.com with ESMTPS id 2; Tue, 24 Nov 2026 02:00:03 -0800";
        String word = "Authentication-Results: mx.google.com; spf=pass smtp.mailfrom=a@other.example";
        String earlier = "Received: by other.example; Tue, 24 Nov 2026 02:00:00 -0800";
        assertEquals(
                1,
                AuthenticationReader.read(Letters.header(border, word, earlier), own)
                        .results()
                        .size());
        assertEquals(
                0,
                AuthenticationReader.read(Letters.header(border, earlier, word), own)
                        .results()
                        .size());
    }

    @Test
    void aSemicolonInACommentOrInQuotesPartsNothing() {
        Authentication found = read(
                "Authentication-Results: mx1.post.example 1; spf=pass (a; dkim=pass header.d=x)"
                        + " smtp.mailfrom=\"b;dkim=pass\"",
                RECEIVED);
        assertEquals(1, found.results().size());
    }

    @Test
    void noneIsNoResult() {
        Authentication found = read("Authentication-Results: mx1.post.example; none", RECEIVED);
        assertEquals(Optional.of("mx1.post.example"), found.by());
        assertEquals(List.of(), found.results());
    }

    private static Authentication read(String... lines) {
        return AuthenticationReader.read(Letters.header(lines), Letters.BENS);
    }
}
