package org.waxwing.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.MailDate;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.MessageIds;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;

/// A letter before it is sealed: what its writer meant, as a message with its header fields. It never
/// leaves this computer in this form, except as a postcard that the writer asked for.
public final class Letter {
    private final MimePart root;
    private final AddressList bcc;

    Letter(MimePart root, AddressList bcc) {
        this.root = root;
        this.bcc = bcc;
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
        return LetterWriter.write(content);
    }

    /// The letter that a message file holds: any MIME body, line ends made canonical, Bcc and trace
    /// fields left out. Nothing, where it is not a message or breaks the limits.
    public static Optional<Letter> parse(Octets message) {
        return LetterReader.read(message);
    }

    /// The letter as an ordinary message with CRLF line ends, without Bcc.
    public Octets bytes() {
        return root.raw();
    }

    /// The mailboxes in From; a letter that can be sealed has exactly one.
    public List<Mailbox> from() {
        return addresses("From");
    }

    public List<Mailbox> to() {
        return addresses("To");
    }

    public List<Mailbox> cc() {
        return addresses("Cc");
    }

    /// Who stood in Bcc when the letter was read from a file. They are in no copy of the letter.
    public List<Mailbox> recipientsBcc() {
        return bcc.mailboxes();
    }

    /// The one writer, or nothing where From is missing, names several, or holds what is no address.
    public Optional<AddrSpec> author() {
        AddressList from = header().addresses("From");
        boolean one = from.sound()
                && from.mailboxes().size() == 1
                && header().all("From").size() == 1;
        return one ? Optional.of(from.mailboxes().getFirst().address()) : Optional.empty();
    }

    public String subject() {
        return header().first("Subject").map(HeaderField::text).orElse("");
    }

    public Optional<Instant> date() {
        return header().first("Date").flatMap(field -> MailDate.parse(field.value()));
    }

    /// With angle brackets.
    public Optional<String> messageId() {
        return header().first("Message-ID")
                .flatMap(field -> MessageIds.parse(field.value()).stream().findFirst());
    }

    /// The letter with a Date and a Message-ID: its own where it has them, else this instant and a random
    /// identifier at the writer's own domain, which names no host.
    public Letter completed(Instant now, SecureRandom random) {
        return LetterWriter.completed(this, bcc, now, random);
    }

    HeaderSection header() {
        return root.header();
    }

    /// The letter in canonical form, fields and body.
    MimePart root() {
        return root;
    }

    private List<Mailbox> addresses(String name) {
        return header().addresses(name).mailboxes();
    }

    @Override
    public String toString() {
        return "Letter[redacted]";
    }
}
