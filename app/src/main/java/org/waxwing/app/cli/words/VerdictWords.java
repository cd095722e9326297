package org.waxwing.app.cli.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.app.read.Reading;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;

/// The verdict on a letter in one sentence.
public final class VerdictWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private static final String UNSEALED = "This letter was not sealed.";

    private VerdictWords() {}

    public static String sentence(Reading reading) {
        return switch (reading.opening()) {
            case Opening.Opened(var payload, CryptographicSummary summary) ->
                opened(summary, payload.fields().author(), reading.signer());
            case Opening.Unproven unproven ->
                switch (unproven.confidentiality()) {
                    case Confidentiality.Encrypted _ ->
                        "Sealed for you, but nothing proves that it came unchanged, nor who wrote it. Only its words"
                                + " are shown.";
                    case Confidentiality.Cleartext _ -> UNSEALED;
                };
            case Opening.Locked locked ->
                locked.token().isPresent()
                        ? "Sealed for a key of yours on a token that can't be used now. Contents are not shown."
                        : "Sealed for a key of yours that is locked. Contents are not shown.";
            case Opening.Unopenable(Opening.Reason reason) -> unopenable(reason);
        };
    }

    private static String opened(CryptographicSummary summary, Optional<AddrSpec> author, Optional<Card> card) {
        String name = signerName(summary, author);
        Confirmation confirmation = Confirmation.of(summary.authenticity(), author);
        return switch (summary.status()) {
            case CONFIDENTIAL -> "Sealed for you, signed " + known(name, card, confirmation) + ".";
            case VERIFIED -> "Signed by " + name + confirmed(confirmation) + ". Anyone on the way could read it.";
            case ENCRYPTED_BUT_UNVERIFIED -> "Sealed for you, but nothing proves who wrote it.";
            case UNPROTECTED -> UNSEALED;
        };
    }

    private static String known(String name, Optional<Card> card, Confirmation confirmation) {
        Optional<Instant> checked = card.flatMap(Card::checkedAt);
        return checked.map(at -> "by " + name + " (address card checked on " + text(DAY, at) + ")")
                .orElseGet(() -> switch (confirmation) {
                    case Confirmation.ByNobodyElse _ ->
                        card.map(known -> "with the key " + name + " has used since " + text(MONTH, known.knownSince()))
                                .orElse("by " + name);
                    case Confirmation.ByAuthority _, Confirmation.ByPerson _ -> "by " + name + confirmed(confirmation);
                });
    }

    /// On whose word, as the end of a clause; the terminal makes the words of the authority safe.
    private static String confirmed(Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.ByNobodyElse _ -> "";
            case Confirmation.ByAuthority(String authority, String domain) ->
                ", confirmed by " + authority + " for " + domain;
            case Confirmation.ByPerson _ -> ", whose certificate you accepted as it is";
        };
    }

    private static String text(DateTimeFormatter form, Instant at) {
        return form.format(at.atZone(ZoneOffset.UTC));
    }

    private static String signerName(CryptographicSummary summary, Optional<AddrSpec> author) {
        return switch (summary.authenticity()) {
            case Authenticity.Verified verified -> name(verified.signer(), author);
            case Authenticity.Unsigned _, Authenticity.Unverified _ -> "nobody";
        };
    }

    /// The name on the card for the address in From: it is the signer's own claim, and the address is
    /// what was proven.
    private static String name(Certificate signer, Optional<AddrSpec> author) {
        String address = author.map(AddrSpec::text).orElse("");
        return signer.userIds().stream()
                .filter(id -> id.address().equals(author))
                .map(UserId::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> name + " <" + address + ">")
                .orElse(address);
    }

    private static String unopenable(Opening.Reason reason) {
        return switch (reason) {
            case NO_KEY -> "Sealed for a key that this computer does not have.";
            case NOT_INTACT ->
                "Altered on the way or sealed with a method that no longer protects. Contents are not shown.";
            case UNSUPPORTED -> "Sealed with a method that Waxwing does not know. Contents are not shown.";
            case RULED_OUT -> "Protected by the other technology than the one asked for. Contents are not shown.";
            case MALFORMED -> "Its structure is broken. Contents are not shown.";
            case TOO_DEEP -> "It has parts within parts, more than a letter may have. Contents are not shown.";
            case TOO_MANY_PARTS -> "It has more parts than a letter may have. Contents are not shown.";
            case LONG_HEADER -> "Its header is larger than one may be. Contents are not shown.";
            case UNPACKS_TOO_FAR -> "It unpacks to more than a letter may hold. Contents are not shown.";
            case TOO_LARGE -> "It is larger than this computer can open. Contents are not shown.";
            case TOO_LONG -> "It took too long to open for a letter of its length. Contents are not shown.";
            case CANCELLED -> "You ended opening it. Contents are not shown.";
        };
    }
}
