package org.waxwing.app.cli.letter;

import java.util.Locale;
import org.waxwing.crypto.dkim.DkimVerdict;

/// What a server's signature is worth, in words. What holds is told with what it doesn't prove.
final class VoucherWords {
    static final String NONE = "No server signed this letter (DKIM), so none can vouch for it.";

    private VoucherWords() {}

    static String code(DkimVerdict.Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sentence(DkimVerdict verdict) {
        String domain = verdict.domain().orElse("Somebody");
        return switch (verdict.result()) {
            case PASS -> passed(verdict, domain);
            case BODY_CHANGED ->
                "The text was changed after " + domain
                        + " signed the letter, as mailing lists do; it doesn't vouch for what is here.";
            case HEADER_CHANGED ->
                "Header fields were changed after " + domain
                        + " signed the letter, as mailing lists do; it doesn't vouch for what is here.";
            case WRONG_KEY ->
                "The signature was not made with the key that " + domain
                        + " has now: it changed its key, or somebody else signed in its name.";
            case SIGNATURE_BAD ->
                "Header fields were changed after " + domain
                        + " signed the letter, or the signature was made with another key than it has now.";
            case NO_KEY ->
                domain + " has no key for this signature in the DNS, or none any more, so it doesn't vouch for the"
                        + " letter.";
            case REVOKED -> domain + " took back the key of this signature, so it doesn't vouch for the letter.";
            case BAD_KEY -> "What " + domain + " has in the DNS is no key for this signature.";
            case UNREACHABLE ->
                "The DNS gave no answer about " + domain + " that counts. Ask again when this computer is online.";
            case WEAK ->
                "The signature of " + domain + " is too weak to count: it uses SHA-1, or a key below 1024 bits.";
            case TESTING -> domain + " says that it only tries signing, so its signature counts for nothing.";
            case EXPIRED -> "The time of the signature of " + domain + " is over.";
            case FROM_NOT_SIGNED ->
                "The signature of " + domain + " doesn't cover the sender's address, so it counts for nothing.";
            case NOT_ONE_FROM -> "The letter names no sender or several, so no signature of a server counts.";
            case UNSUPPORTED -> domain + " signed the letter in a way that isn't known here.";
            case MALFORMED -> "A server's signature in the letter can't be read.";
        };
    }

    private static String passed(DkimVerdict verdict, String domain) {
        String covered = verdict.coverage()
                .filter(coverage -> !coverage.isWhole())
                .map(VoucherWords::part)
                .orElse("this letter passed through it unchanged since.");
        return "The server of " + domain + " vouches that " + covered + stranger(verdict.relation())
                + " That says nothing about who could read it, and not who wrote it.";
    }

    private static String stranger(DkimVerdict.Relation relation) {
        return switch (relation) {
            case SAME -> "";
            case ABOVE -> " The sender's address is of a domain below it, which may be somebody else's.";
            case OTHER -> " The sender's address is of another domain.";
        };
    }

    private static String part(DkimVerdict.Coverage coverage) {
        String fields = coverage.uncovered().isEmpty()
                ? ""
                : " It doesn't vouch for: " + String.join(", ", coverage.uncovered()) + ".";
        String showing = coverage.showing().isEmpty()
                ? ""
                : " It doesn't vouch for how the text is shown (" + String.join(", ", coverage.showing())
                        + "): words may have been hidden or brought out on the way.";
        String open = coverage.openEnded() ? " Anybody on the way may have added text to it." : "";
        return "only a part of this letter passed through it unchanged since." + open + fields + showing;
    }
}
