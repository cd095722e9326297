package org.waxwing.ui.sample;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Card.HistoryLine;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.text.Dates;

/// The people of every picture, at one fixed time.
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-06-09T11:20:00Z");
    public static final Mailbox ME = mailbox("Maya Reed", "maya@ox.ac.uk");
    public static final Mailbox ANNA = mailbox("Anna Weber", "anna@chem.example");
    public static final Mailbox BEN = mailbox("Ben Ito", "ben@physics.example");
    public static final Mailbox CARLA = mailbox("Carla Mensah", "carla@maths.example");
    public static final Mailbox DAVE = mailbox("Dave", "dave@example.com");

    private Sample() {}

    public static Mailbox mailbox(String name, String address) {
        return new Mailbox(name, AddrSpec.of(address));
    }

    public static Dates dates() {
        return new Dates(InstantSource.fixed(NOW), ZoneOffset.UTC, Locale.UK);
    }

    public static Account account() {
        ServerAddress relay = ServerAddress.of("smtp.ox.ac.uk", 587, TlsMode.STARTTLS_REQUIRED);
        return new Account(new AccountId(1), ME, new Account.Login(relay, "maya@ox.ac.uk"), Optional.empty());
    }

    public static Card card(Mailbox owner, Standing standing) {
        return card(owner, standing, Instant.parse("2028-11-20T08:00:00Z"));
    }

    /// The same card with another end.
    public static Card ending(Card card, Instant end) {
        UserId owner = card.userIds().getFirst();
        return card(new Mailbox(owner.name(), owner.address().orElseThrow()), card.standing(), end);
    }

    /// One of the person's own whose seal somebody issued.
    static Card issued(Mailbox owner, Instant end) {
        Card card = card(owner, Standing.OWN, end);
        return new Card(
                new Fingerprint.X509Sha256("C3".repeat(32)),
                card.userIds(),
                card.standing(),
                card.created(),
                card.expires(),
                card.usability(),
                card.knownSince(),
                card.checkedAt(),
                card.keys(),
                card.history());
    }

    public static Card card(Mailbox owner, Standing standing, Instant end) {
        String hex = ("5A3F" + Integer.toHexString(owner.address().text().hashCode()) + "0".repeat(40)).substring(0, 12)
                + "9C27E4D10B68A35F7721C0D94E8B";
        Instant since = Instant.parse("2026-03-03T09:00:00Z");
        Optional<Instant> checked =
                standing == Standing.CHECKED ? Optional.of(Instant.parse("2026-05-03T15:00:00Z")) : Optional.empty();
        return new Card(
                Fingerprint.openPgp(hex),
                List.of(new UserId(owner.displayName() + " <" + owner.address().text() + ">")),
                standing,
                Instant.parse("2025-11-20T08:00:00Z"),
                Optional.of(end),
                new Usability(true, true, List.of()),
                since,
                checked,
                List.of(),
                List.of(new HistoryLine(since, Standing.ACCEPTED, "came with a signed letter")));
    }
}
