package org.waxwing.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// A letter before it is sealed: what its writer meant, as a message with its header fields. It never
/// leaves this computer in this form, except as a postcard that the writer asked for.
public final class Letter {
    private final Octets bytes;

    private Letter(Octets bytes) {
        this.bytes = bytes;
    }

    /// What a writer fills in.
    ///
    /// @param messageId with angle brackets; made by the caller, so that a resend keeps it
    /// @param inReplyTo the message answered, with angle brackets
    /// @param references the thread, oldest first, with angle brackets
    /// @param text the body, any line ends
    public record Content(
            Mailbox from,
            List<Mailbox> to,
            List<Mailbox> cc,
            String subject,
            Instant date,
            String messageId,
            Optional<String> inReplyTo,
            List<String> references,
            String text,
            List<AttachedFile> attachments) {
        public Content {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
            references = List.copyOf(references);
            attachments = List.copyOf(attachments);
        }

        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    /// The letter with this content, in canonical MIME: CRLF, quoted-printable or base64, format=flowed
    /// off.
    public static Letter of(Content content) {
        return new Letter(Octets.ofUtf8(content.text()));
    }

    /// The letter that a message file holds: any MIME body, line ends made canonical, Bcc and trace
    /// fields left out. Nothing, where it is not a message or breaks the limits.
    public static Optional<Letter> parse(Octets message) {
        return Optional.of(new Letter(message));
    }

    /// The letter as an ordinary message with CRLF line ends, without Bcc.
    public Octets bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "Letter[redacted]";
    }
}
