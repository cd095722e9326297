package org.waxwing.app.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.app.journey.Letters.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.journey.Stop.Standing;

class JourneyReaderTest {
    private static final String INSIDE = "Received: from mx1.post.example (mx1.post.example [198.51.100.1])"
            + " by imap.post.example with LMTP id 1; Tue, 24 Nov 2026 10:00:05 +0000";
    private static final String BORDER = "Received: from relay.other.example (relay.other.example [203.0.113.9])"
            + " (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))"
            + " by mx1.post.example (Postfix) with ESMTPS id 2 for <ben@chem.example>;"
            + " Tue, 24 Nov 2026 11:00:03 +0100 (CET)";
    private static final String EARLIER = "Received: from [10.0.0.7] (helo=laptop) by relay.other.example"
            + " with esmtpsa (TLS1.2) tls TLS_ECDHE (Exim 4.94) id 3; Tue, 24 Nov 2026 10:00:09 +0000";

    @Test
    void tellsTheStopsInTheOrderOfTheWay() {
        Journey journey = journey(INSIDE, BORDER, EARLIER, "Subject: x");
        assertEquals(
                List.of("relay.other.example", "mx1.post.example", "imap.post.example"),
                journey.stops().stream().flatMap(stop -> stop.by().stream()).toList());
        assertEquals(
                Optional.of(Instant.parse("2026-11-24T10:00:03Z")),
                journey.stops().get(1).at());
        assertEquals(Optional.of("ESMTPS"), journey.stops().get(1).protocol());
    }

    @Test
    void onlyOurOwnServersStateAndAllBeforeThemClaim() {
        assertEquals(
                List.of(Standing.CLAIMED, Standing.STATED, Standing.STATED),
                standings(journey(INSIDE, BORDER, EARLIER)));
    }

    @Test
    void aForgedStopInTheNameOfOurProviderIsAClaim() {
        String forged = "Received: from bank.example (bank.example [203.0.113.5])"
                + " by mx1.post.example with ESMTPS id 9; Tue, 24 Nov 2026 09:59:00 +0000";
        assertEquals(
                List.of(Standing.CLAIMED, Standing.STATED, Standing.STATED),
                standings(journey(INSIDE, BORDER, forged)));
    }

    @Test
    void whatTheClientCalledItselfDoesNotMakeItOurs() {
        String lie = "Received: from mx2.post.example (unknown [203.0.113.66]) by mx1.post.example with ESMTP id 4;"
                + " Tue, 24 Nov 2026 10:00:03 +0000";
        String forged = "Received: by mx2.post.example id 5; Tue, 24 Nov 2026 10:00:01 +0000";
        assertEquals(List.of(Standing.CLAIMED, Standing.STATED), standings(journey(lie, forged)));
    }

    @Test
    void aLetterHandedInWithAPasswordBeginsThere() {
        String handedIn = "Received: from laptop (pc.chem.example [10.1.2.3]) by smtp.post.example with ESMTPSA id 6;"
                + " Tue, 24 Nov 2026 10:00:03 +0000";
        String forged = "Received: from x by smtp.post.example with ESMTPS id 7; Tue, 24 Nov 2026 10:00:00 +0000";
        assertEquals(List.of(Standing.CLAIMED, Standing.STATED), standings(journey(handedIn, forged)));
    }

    @Test
    void withoutAnAccountEverythingIsAClaim() {
        Journey journey =
                JourneyReader.read(Letters.header(INSIDE, BORDER), OwnServers.of(List.of()), Journey.Content.OPEN);
        assertEquals(List.of(Standing.CLAIMED, Standing.CLAIMED), standings(journey));
    }

    @Test
    void namesInsideALargeProviderAreItsOwn() {
        OwnServers own = Letters.servers("ben@gmail.com", "imap.gmail.com", "smtp.gmail.com");
        Journey journey = JourneyReader.read(
                Letters.header(
                        "Received: by 2002:a05:6a10:e905:0:0:0:0 with SMTP id x; Tue, 24 Nov 2026 02:00:05 -0800 (PST)",
                        "Received: from relay.other.example (relay.other.example. [203.0.113.9])"
                                + " by mx.google.com with ESMTPS id y for <ben@gmail.com>"
                                + " (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);"
                                + " Tue, 24 Nov 2026 02:00:04 -0800 (PST)",
                        EARLIER),
                own,
                Journey.Content.OPEN);
        assertEquals(List.of(Standing.CLAIMED, Standing.STATED, Standing.STATED), standings(journey));
        assertEquals(
                new Stop.Tls.Stated(Optional.of("TLS 1.3")),
                journey.stops().get(1).tls());
    }

    @Test
    void delaysAreBetweenTheClocksOfTwoStopsAndMayBeNegative() {
        Journey journey = journey(INSIDE, BORDER, EARLIER);
        assertEquals(
                List.of(Optional.empty(), Optional.of(Duration.ofSeconds(-6)), Optional.of(Duration.ofSeconds(2))),
                journey.stops().stream().map(Stop::delay).toList());
    }

    @Test
    @Attack(59)
    void aLoopOfTenThousandStopsIsCutAndCounted() {
        Journey journey = journey(Collections.nCopies(9000, EARLIER).toArray(String[]::new));
        assertEquals(JourneyReader.MOST_STOPS, journey.stops().size());
        assertEquals(9000 - JourneyReader.MOST_STOPS, journey.omitted());
    }

    @Test
    void aHugeFieldIsReadToABound() {
        assertTrue(journey("Received: " + "(".repeat(1_000_000) + " by x")
                .stops()
                .getFirst()
                .by()
                .isEmpty());
    }

    private static List<Standing> standings(Journey journey) {
        return journey.stops().stream().map(Stop::standing).toList();
    }
}
