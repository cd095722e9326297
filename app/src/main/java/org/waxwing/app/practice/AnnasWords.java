package org.waxwing.app.practice;

import java.util.stream.Collectors;
import org.waxwing.crypto.CryptographicPayload;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;

/// What Anna writes: in each answer what she could read of the letter, and what everyone could.
final class AnnasWords {
    static final String WELCOME_SUBJECT = "A letter that only you can open";

    private AnnasWords() {}

    static String welcome(Mailbox friend, int lettersBefore) {
        return """
            Dear %s,

            this letter was sealed before it left me, and your computer opened it just now. The relay \
            carried it without seeing its subject or a word of it: look at what it had.

            Answer me, and I shall tell you what I could read. You may also send me a postcard, and see \
            the difference.

            Anna

            (I live in this program and answer by myself. I am letter number %d at this post office.)
            """.formatted(friend.displayName(), lettersBefore + 1);
    }

    static String answerSubject(String subject) {
        return subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
    }

    /// @param bytes how large the letter was as it came
    static String answer(Mailbox friend, Opening opening, int bytes) {
        String said = switch (opening) {
            case Opening.Opened(var payload, var summary) ->
                verdict(summary.status()) + "\n\n" + contents(payload, bytes) + "\n\n" + quoted(payload);
            case Opening.Unproven _ ->
                "your letter came encrypted, but nothing proves that it came unchanged. I would rather not quote it.";
            case Opening.Locked _ -> "your letter came, but my key is locked. I could read nothing of it.";
            case Opening.Unopenable(var reason) -> "your letter came, and I could read nothing of it: " + why(reason);
        };
        return "Dear " + friend.displayName() + ",\n\n" + said + "\n\nAnna\n";
    }

    private static String verdict(CryptographicSummary.Status status) {
        return switch (status) {
            case CONFIDENTIAL ->
                "your letter came sealed. Nobody but you and me could read it, and it carries your seal, so I "
                        + "know that you wrote it.";
            case ENCRYPTED_BUT_UNVERIFIED ->
                "your letter came sealed, so nobody else could read it; but I could not verify that you wrote it.";
            case VERIFIED ->
                "your letter carries your seal, so I know that you wrote it; but it was not sealed. Everyone on "
                        + "the way could read it.";
            case UNPROTECTED ->
                "that was a postcard. Everyone on the way could read it, the subject included, and could have "
                        + "changed it; I can't know that you wrote it. This answer is sealed.";
        };
    }

    private static String contents(CryptographicPayload payload, int bytes) {
        int words = payload.content().text().isBlank()
                ? 0
                : payload.content().text().strip().split("\\s+").length;
        String files =
                payload.content().attachments().stream().map(AnnasWords::file).collect(Collectors.joining(", "));
        return "This is what I could read: the subject \"" + payload.fields().subject() + "\", "
                + words + (words == 1 ? " word" : " words") + " of text"
                + (files.isEmpty() ? "" : ", and " + files) + ". On the way it had " + bytes + " bytes.";
    }

    private static String file(AttachedFile file) {
        return file.name() + " (" + file.content().length() + " bytes)";
    }

    private static String quoted(CryptographicPayload payload) {
        return payload.content()
                .text()
                .stripTrailing()
                .lines()
                .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String why(Opening.Reason reason) {
        return switch (reason) {
            case NO_KEY -> "it was sealed for a key that I don't have.";
            case NOT_INTACT -> "it was altered on the way.";
            case UNSUPPORTED, RULED_OUT -> "it was sealed in a way that I don't know.";
            case MALFORMED -> "its structure is broken.";
            case TOO_DEEP, TOO_MANY_PARTS, LONG_HEADER, UNPACKS_TOO_FAR, TOO_LARGE, TOO_LONG ->
                "it is too large for me.";
            case CANCELLED -> "I stopped opening it.";
        };
    }
}
