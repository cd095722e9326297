package org.waxwing.ui.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.ui.sample.Sample;

/// What the window says of a signer from S/MIME.
class VerdictWordsTest {
    private static final Instant SINCE = Instant.parse("2026-03-03T09:00:00Z");

    private final VerdictWords words = new VerdictWords(Sample.dates());
    private final ReadinessWords readiness = new ReadinessWords(Sample.dates());

    @Test
    void theAuthorityIsNamedWithWhatItConfirms() {
        Confirmation authority = new Confirmation.ByAuthority("GÉANT", "ox.ac.uk");
        assertEquals(
                "Signed by Anna, confirmed by GÉANT for ox.ac.uk. Anyone on the way could read it.",
                words.sentence(new Verdict.Signed("Anna", authority)));
        assertEquals(
                "Sealed for you, signed by Anna, confirmed by GÉANT for ox.ac.uk.",
                words.sentence(new Verdict.SealedAndKnown("Anna", SINCE, authority)));
        assertEquals("Confirmed by GÉANT for ox.ac.uk.", readiness.confirmation(authority));
    }

    @Test
    void whatThePersonAcceptedIsSaidToBeThat() {
        Confirmation accepted = new Confirmation.ByPerson();
        assertEquals(
                "Signed by Anna, whose certificate you accepted as it is. Anyone on the way could read it.",
                words.sentence(new Verdict.Signed("Anna", accepted)));
        assertEquals(
                "Sealed for you, signed by Anna, whose certificate you accepted as it is.",
                words.sentence(new Verdict.SealedAndKnown("Anna", SINCE, accepted)));
        assertEquals("Accepted by you, for exactly this certificate.", readiness.confirmation(accepted));
    }

    @Test
    void whyACertificateDoesNotCountIsNamed() {
        assertEquals(
                "the address card is not for mail, or an authority behind it is not",
                readiness.objection(new Objection.NotForMail()));
        assertEquals(
                "an authority behind the address card may not confirm this name",
                readiness.objection(new Objection.OutsideLimits()));
    }

    @Test
    void ofOpenPgpNobodyElseSpeaks() {
        assertEquals("Signed by Anna. Anyone on the way could read it.", words.sentence(new Verdict.Signed("Anna")));
        assertEquals("", readiness.confirmation(new Confirmation.ByNobodyElse()));
    }

    @Test
    void theNameOfAnAuthorityIsAStrangersAndMadeHarmless() {
        String name = "GÉANT\u202E\n\u0007Vereniging";
        assertEquals(
                "Sealed for you, signed by Anna, confirmed by GÉANTVereniging for ox.ac.uk.",
                words.sentence(
                        new Verdict.SealedAndKnown("Anna", SINCE, new Confirmation.ByAuthority(name, "ox.ac.uk"))));
        assertEquals(
                "nobody you rely on confirms whose it is; it says that GÉANTVereniging does",
                readiness.objection(new Objection.NoTrustedAuthority(name)));
        assertEquals(
                "Anna can receive sealed letters. Confirmed by GÉANTVereniging.",
                readiness.sentence(
                        "Anna",
                        new Readiness.Ready(
                                Sample.card(Sample.ANNA, Standing.ACCEPTED).fingerprint(),
                                Standing.ACCEPTED,
                                Optional.empty(),
                                Optional.of(name))));
    }

    @Test
    void theTextAboveAListsFooterHasItsSigner() {
        assertEquals(
                List.of(
                        "The text above the line was signed by Anna. A mailing list added the footer below it.",
                        "The text above the line was signed by Anna <carla@elsewhere.example>, who is not the one in From. A"
                                + " mailing list added the footer below it.",
                        "A mailing list added the footer below the line. The text above it is signed, but nothing proves by"
                                + " whom."),
                List.of(
                        words.listed(Optional.of("Anna"), Optional.empty()),
                        words.listed(Optional.of("Anna"), Optional.of("carla@elsewhere.example")),
                        words.listed(Optional.empty(), Optional.empty())));
    }
}
