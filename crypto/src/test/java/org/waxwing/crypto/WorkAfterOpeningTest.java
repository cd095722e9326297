package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.Opening.Reason;
import org.waxwing.crypto.Opening.Unopenable;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.Page;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// What is done by a letter after it was opened, such as to make its page, costs of the same time.
class WorkAfterOpeningTest {
    private static final Instant NOW = Instant.parse("2026-06-09T10:42:00Z");
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Octets LETTER = Octets.ofUtf8("From: Anna <anna@waxwing.example>\r\n"
            + "Content-Type: text/html; charset=utf-8\r\n\r\n" + "<p>Hi</p>".repeat(50) + "\r\n");

    private final Opener opener =
            Opener.with(OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()), Smime.with(new SecureRandom()));

    @Test
    @Attack(59)
    void aPageThatTakesTooLongIsNone() {
        AtomicLong time = new AtomicLong();
        List<Opening> told = new ArrayList<>();
        Opening last = open(opener.within(new TimeLimit(time::get, SHORT, 1 << 30)), LETTER, opening -> {
                    told.add(opening);
                    time.addAndGet(Duration.ofSeconds(1).toNanos());
                    return new Told(opening, page(opening));
                })
                .opening();
        assertEquals(2, told.size());
        assertInstanceOf(Opening.Opened.class, told.getFirst());
        assertEquals(new Unopenable(Reason.TOO_LONG), last);
    }

    @Test
    void thePageOfAPlainTextIsEndedAsWell() {
        AtomicLong time = new AtomicLong();
        Octets plain = Octets.ofUtf8("From: Anna <anna@waxwing.example>\r\n\r\nHi\r\n");
        Opening last = open(opener.within(new TimeLimit(time::get, SHORT, 1 << 30)), plain, opening -> {
                    time.addAndGet(Duration.ofSeconds(1).toNanos());
                    return new Told(opening, page(opening));
                })
                .opening();
        assertEquals(new Unopenable(Reason.TOO_LONG), last);
    }

    @Test
    void whoStopsWaitingForThePageGetsNothing() {
        AtomicInteger asked = new AtomicInteger();
        assertInstanceOf(Opening.Opened.class, open(counting(asked, Integer.MAX_VALUE), LETTER, o -> o));
        int whileOpening = asked.getAndSet(0);
        Told told = open(counting(asked, whileOpening + 5), LETTER, opening -> new Told(opening, page(opening)));
        assertEquals(new Unopenable(Reason.CANCELLED), told.opening());
        assertEquals(Optional.empty(), told.page());
    }

    @Test
    void aLetterThatWasEndedOnTheWayIsHandedOnOnce() {
        List<Opening> told = new ArrayList<>();
        Opening last = open(opener.unless(() -> true), LETTER, opening -> {
            told.add(opening);
            return opening;
        });
        assertEquals(List.of(new Unopenable(Reason.CANCELLED)), told);
        assertEquals(told.getFirst(), last);
    }

    /// It is no fault of the letter.
    @Test
    void whatBreaksAfterwardsIsNotTakenForABrokenLetter() {
        assertThrows(
                IllegalStateException.class,
                () -> open(opener, LETTER, _ -> {
                    throw new IllegalStateException("the disk is full");
                }));
    }

    private Opener counting(AtomicInteger asked, int most) {
        return opener.unless(() -> asked.incrementAndGet() > most);
    }

    private static <T> T open(Opener opener, Octets letter, Function<Opening, T> then) {
        return opener.open(
                letter,
                SecretKeySource.of(List.of()),
                CertificateSource.of(List.of()),
                _ -> Optional.empty(),
                NOW,
                then);
    }

    private static Optional<Page> page(Opening opening) {
        return opening instanceof Opening.Opened opened
                ? Optional.of(opened.payload().content().page())
                : Optional.empty();
    }

    private record Told(Opening opening, Optional<Page> page) {}
}
