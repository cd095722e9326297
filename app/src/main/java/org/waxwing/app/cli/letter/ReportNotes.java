package org.waxwing.app.cli.letter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.cli.letter.LetterReport.Note;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.words.ImportWords;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.cli.words.TokenWords;
import org.waxwing.app.read.Finding;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.CryptographicPayload;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.AddrSpec;

/// The notes of a report: each a stable word for scripts and a sentence for people.
final class ReportNotes {
    private ReportNotes() {}

    static List<Note> ofPayload(CryptographicPayload payload) {
        return payload.notes().stream().map(ReportNotes::ofNote).toList();
    }

    static List<Note> ofFindings(List<Finding> findings) {
        return findings.stream().map(ReportNotes::ofFinding).toList();
    }

    private static Note ofFinding(Finding finding) {
        return switch (finding) {
            case Finding.ThreadWasSealed _ ->
                Note.fact(
                        "thread-was-sealed",
                        "Earlier letters of this thread were sealed. This one was not, so anyone on the way could read it.");
            case Finding.CertificateInYourName(AddrSpec address, Fingerprint fingerprint) ->
                Note.fact(
                        "certificate-in-your-name",
                        "It brings the key " + fingerprint.hex() + " for your own address " + address.text()
                                + ", which is not yours. " + ImportWords.IN_YOUR_NAME + ".");
        };
    }

    static List<Note> ofAuthenticity(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Unverified unverified ->
                unverified.objections().stream()
                        .map(objection -> Note.fact(
                                ObjectionWords.code(objection),
                                "A signature proves nothing: " + ObjectionWords.clause(List.of(objection)) + "."))
                        .toList();
            case Authenticity.Unsigned _, Authenticity.Verified _ -> List.of();
        };
    }

    static Note ofLocked(Optional<TokenProblem> token) {
        if (token.isPresent()) {
            return new Note(
                    TokenWords.code(token.get()),
                    TokenWords.sentence(token.get()) + " " + TokenWords.hint(token.get()),
                    TokenWords.end(token.get()));
        }
        return new Note("key-locked", "The key is here; its passphrase is needed to open the letter.", ExitCode.LOCKED);
    }

    static List<Note> ofUnproven(List<CryptographicPayload.Note> notes) {
        Note unproven = Note.fact(
                "integrity-unproven",
                "Its cipher can't show whether it was changed on the way, and no signature covers it: only its words"
                        + " are shown.");
        return Stream.concat(Stream.of(unproven), notes.stream().map(ReportNotes::ofNote))
                .toList();
    }

    static Note ofReason(Opening.Reason reason) {
        return switch (reason) {
            case NO_KEY ->
                new Note("no-key", "Import the key it was sealed for, or ask the sender.", ExitCode.CANNOT_OPEN);
            case NOT_INTACT -> new Note("not-intact", "Ask the sender to send it again.", ExitCode.CANNOT_OPEN);
            case UNSUPPORTED ->
                new Note("unsupported", "Ask the sender for a usual cipher.", ExitCode.UNSUPPORTED_ALGORITHM);
            case RULED_OUT -> new Note("ruled-out", "Leave out --openpgp or --smime to open it.", ExitCode.BAD_DATA);
            case MALFORMED -> new Note("malformed", "It is not what it says it is.", ExitCode.BAD_DATA);
            case TOO_DEEP -> new Note("too-deep", "Its parts stand too deep in each other.", ExitCode.BAD_DATA);
            case TOO_MANY_PARTS -> new Note("too-many-parts", "It was not read to its end.", ExitCode.BAD_DATA);
            case LONG_HEADER -> new Note("long-header", "Its header was not read to its end.", ExitCode.BAD_DATA);
            case UNPACKS_TOO_FAR -> new Note("unpacks-too-far", "It was not unpacked to its end.", ExitCode.BAD_DATA);
            case TOO_LARGE -> new Note("too-large", "It was not read to its end.", ExitCode.BAD_DATA);
            case TOO_LONG ->
                new Note(
                        "too-long",
                        "Opening it was ended: it was made to cost far more than it holds.",
                        ExitCode.BAD_DATA);
            case CANCELLED -> new Note("cancelled", "Open it again to read it.", ExitCode.FAILED);
        };
    }

    private static Note ofNote(CryptographicPayload.Note note) {
        return switch (note) {
            case WEAK_CIPHER ->
                Note.fact(
                        "weak-cipher",
                        "It was sealed with an old cipher that protects little. Ask the sender for a newer program.");
            case BROKEN_CIPHER ->
                Note.fact(
                        "broken-cipher",
                        "It was encrypted with a cipher that anyone can break, so it counts as not sealed.");
            case FROM_MISMATCH ->
                Note.fact("from-mismatch", "Check the sender: From inside differs from From outside.");
            case OUTER_FIELDS_CHANGED ->
                Note.fact("outer-fields-changed", "Header fields outside were changed on the way.");
            case HEADER_PROTECTION_INFERRED ->
                Note.fact("header-protection-inferred", "Header protection was read from an older scheme.");
            case HEADERS_NOT_PROTECTED ->
                Note.fact("headers-not-protected", "Subject, date and recipients are not protected.");
            case MEANT_FOR_OTHERS -> Note.fact("meant-for-others", "It was signed for other recipients.");
            case ERRANT_LAYERS ->
                Note.fact("errant-layers", "It holds parts that are sealed on their own; they were not opened.");
            case INLINE_PGP -> Note.fact("inline-pgp", "The text holds inline PGP, which proves nothing.");
            case MIXED_SIGNATURES ->
                Note.fact("mixed-signatures", "It is signed more than once, and not every signature counts.");
            case SIGNED_AT_ANOTHER_TIME ->
                Note.fact(
                        "signed-at-another-time",
                        "It was signed at another time than its date says: it may be an old letter, sent again.");
            case NOT_AMONG_RECIPIENTS ->
                Note.fact(
                        "not-among-recipients",
                        "You are not among the recipients that it names: it may have been written to somebody else.");
            case LIST_FOOTER -> Note.fact("list-footer", "A mailing list added a footer, which no signature covers.");
            case LISTED_FOR_ANOTHER ->
                Note.fact(
                        "listed-for-another",
                        "Check the sender: whoever signed the text above the footer is not the one in From.");
            case BROKEN_STRUCTURE -> Note.fact("broken-structure", "Its structure was repaired in order to read it.");
        };
    }
}
