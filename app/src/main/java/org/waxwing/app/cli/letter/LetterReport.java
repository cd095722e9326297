package org.waxwing.app.cli.letter;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.crypto.FieldDifference;

/// The facts about one opened letter, as `app/docs/open-json.md` promises them.
///
/// @param file as it was named
/// @param confidentiality nothing where the letter was not opened
/// @param authenticity nothing where the letter was not opened
/// @param signer the fingerprint of the certificate that is proven to have signed
/// @param confirmedBy the authority that confirms that certificate, in its own words
/// @param from the one address in the From to show; nothing where there is none or several
/// @param headers the first of each name, in the order of the letter
/// @param body the main text, lines ending in LF; empty where the letter was not opened
public record LetterReport(
        String file,
        Status status,
        Optional<String> confidentiality,
        Optional<String> authenticity,
        Optional<String> signer,
        Optional<String> confirmedBy,
        Optional<String> from,
        List<Header> headers,
        String body,
        List<Attachment> attachments,
        int errant,
        List<Note> notes,
        Inside inside) {
    public LetterReport {
        headers = List.copyOf(headers);
        attachments = List.copyOf(attachments);
        notes = List.copyOf(notes);
    }

    /// One with nothing inside, nothing changed on the way, and no authority.
    LetterReport(
            String file,
            Status status,
            Optional<String> confidentiality,
            Optional<String> authenticity,
            Optional<String> signer,
            Optional<String> from,
            List<Header> headers,
            String body,
            List<Attachment> attachments,
            int errant,
            List<Note> notes) {
        this(
                file,
                status,
                confidentiality,
                authenticity,
                signer,
                Optional.empty(),
                from,
                headers,
                body,
                attachments,
                errant,
                notes,
                Inside.NOTHING);
    }

    /// The four outcomes of RFC 9787 §3.1, and the two for letters that stay closed.
    public enum Status {
        CONFIDENTIAL("confidential"),
        VERIFIED("verified"),
        UNPROTECTED("unprotected"),
        ENCRYPTED_BUT_UNVERIFIED("encrypted-but-unverified"),
        LOCKED("locked"),
        UNOPENABLE("unopenable");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /// The word in JSON.
        public String word() {
            return word;
        }
    }

    /// @param value as it stands there, decoded
    /// @param protection one of the four words of RFC 9788 §4.3
    /// @param shown the value for people: of a field of addresses, the addresses that were read out of it
    public record Header(String name, String value, String protection, String shown) {
        @Override
        public String toString() {
            return "Header[redacted]";
        }
    }

    /// @param size in bytes, decoded
    public record Attachment(String name, String type, long size) {
        @Override
        public String toString() {
            return "Attachment[" + size + " bytes]";
        }
    }

    /// What else was found in the letter and around it.
    ///
    /// @param layers the letters inside, each by its stable word
    /// @param differences what was done to the fields outside on the way
    /// @param covered what is proven above a mailing list's footer
    public record Inside(List<String> layers, List<FieldDifference> differences, Optional<Covered> covered) {
        static final Inside NOTHING = new Inside(List.of(), List.of(), Optional.empty());

        public Inside {
            layers = List.copyOf(layers);
            differences = List.copyOf(differences);
        }
    }

    /// @param authenticity as for the whole letter
    /// @param signer the fingerprint, where that is verified
    /// @param another the signer's address, where it isn't the one in `from`
    public record Covered(String authenticity, Optional<String> signer, Optional<String> another, String footer) {
        @Override
        public String toString() {
            return "Covered[redacted]";
        }
    }

    /// @param code the stable word
    /// @param sentence for people
    /// @param end how the command ends because of it; `OK` for mere facts
    public record Note(String code, String sentence, ExitCode end) {
        static Note fact(String code, String sentence) {
            return new Note(code, sentence, ExitCode.OK);
        }
    }

    /// How opening this letter ends.
    public ExitCode end() {
        return notes.stream().map(Note::end).reduce(ExitCode.OK, ExitCode::or);
    }

    /// The value of a header field for people.
    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::shown)
                .findFirst();
    }

    @Override
    public String toString() {
        return "LetterReport[" + status + "]";
    }
}
