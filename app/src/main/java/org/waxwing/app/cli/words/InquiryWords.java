package org.waxwing.app.cli.words;

import java.util.Locale;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.RevocationAnswer;

/// What came of asking servers about certificates and letters and for pictures.
public final class InquiryWords {
    private InquiryWords() {}

    public static String sentence(RevocationAnswer answer) {
        return switch (answer) {
            case RevocationAnswer.Good() -> "not revoked.";
            case RevocationAnswer.Silent() -> "no answer that counts. It counts as it did before.";
            case RevocationAnswer.Revoked(Objection.Revoked revoked) ->
                "revoked on " + ObjectionWords.day(revoked.since())
                        + (revoked.hard()
                                ? "; the key may have been stolen. Nothing is sealed for it, and nothing signed with it"
                                        + " counts."
                                : ". Nothing is sealed for it, and what is signed with it after that day doesn't"
                                        + " count.");
        };
    }

    public static String code(RevocationAnswer answer) {
        return switch (answer) {
            case RevocationAnswer.Good() -> "good";
            case RevocationAnswer.Silent() -> "no-answer";
            case RevocationAnswer.Revoked _ -> "revoked";
        };
    }

    /// What came back, in a clause.
    public static String clause(Inquiry inquiry) {
        return switch (inquiry.outcome()) {
            case ANSWERED -> "answered, " + inquiry.octets() + " octets";
            case OF_NO_USE -> "gave nothing of use, " + inquiry.octets() + " octets";
            case NO_WEB_ADDRESS -> "not asked: this is no web address";
            case NOT_PUBLIC -> "not asked: it has no public address";
            case UNREACHABLE -> "can't be reached" + read(inquiry);
            case REDIRECTED -> "sends somewhere else, where nobody went" + read(inquiry);
            case REFUSED -> "refused" + read(inquiry);
            case TOO_LARGE -> "gives more than is taken" + read(inquiry);
            case TOO_SLOW -> "took too long" + read(inquiry);
        };
    }

    private static String read(Inquiry inquiry) {
        return inquiry.octets() == 0 ? "" : ", " + inquiry.octets() + " octets";
    }

    /// What for, where it isn't a certificate, and what came back.
    public static String line(Inquiry inquiry) {
        return switch (inquiry.purpose()) {
            case CERTIFICATE -> clause(inquiry);
            case PICTURE -> "a picture; " + clause(inquiry);
            case LETTER -> "who vouches for a letter; " + clause(inquiry);
        };
    }

    public static String code(Inquiry.Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    public static String code(Inquiry.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
