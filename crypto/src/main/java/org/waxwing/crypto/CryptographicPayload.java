package org.waxwing.crypto;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.LetterContent;

/// The payload of a message (RFC 9787 §4.3): what the cryptographic envelope covers, or the whole message
/// where there is none. Made by the [Opener] only, after integrity was proven.
public final class CryptographicPayload {
    private final Octets bytes;
    private final ProtectedFields fields;
    private final LetterContent content;
    private final int errantLayers;
    private final List<Note> notes;
    private final List<EnclosedLetter> enclosed;
    private final Optional<CoveredPart> coveredPart;
    private final Optional<RemotePictures> remotePictures;

    CryptographicPayload(
            Octets bytes,
            ProtectedFields fields,
            LetterContent content,
            int errantLayers,
            List<Note> notes,
            List<EnclosedLetter> enclosed,
            Optional<CoveredPart> coveredPart,
            Optional<RemotePictures> remotePictures) {
        this.bytes = bytes;
        this.fields = fields;
        this.content = content;
        this.errantLayers = errantLayers;
        this.notes = List.copyOf(notes);
        this.enclosed = List.copyOf(enclosed);
        this.coveredPart = coveredPart;
        this.remotePictures = remotePictures;
    }

    /// The payload as a MIME part, byte for byte.
    public Octets bytes() {
        return bytes;
    }

    /// The header fields with the protection that each one had.
    public ProtectedFields fields() {
        return fields;
    }

    /// What there is to read: the main text and the attachments; legacy display elements are gone.
    public LetterContent content() {
        return content;
    }

    /// How many cryptographic layers lie outside the envelope (RFC 9787 §4.5). They are never opened in
    /// place.
    public int errantLayers() {
        return errantLayers;
    }

    /// The letters inside, in their order, each to be opened on its own and only when asked for.
    public List<EnclosedLetter> enclosed() {
        return enclosed;
    }

    /// What is proven of the letter above a mailing list's footer; nothing for any other message.
    public Optional<CoveredPart> coveredPart() {
        return coveredPart;
    }

    /// The pictures that its HTML wants from other computers; nothing for a letter that was sealed, or that
    /// stands in one that was.
    public Optional<RemotePictures> remotePictures() {
        return remotePictures;
    }

    /// What Details should mention.
    public List<Note> notes() {
        return notes;
    }

    @Override
    public String toString() {
        return "CryptographicPayload[redacted]";
    }

    /// A fact about the message that changes no verdict but belongs in Details.
    public enum Note {
        /// Encrypted with a cipher of the past, which is no longer to be relied on.
        WEAK_CIPHER,
        /// Encrypted with a cipher that anybody can break, so it counts as not encrypted.
        BROKEN_CIPHER,
        /// The author's From inside differs from the From outside (RFC 9788 §4.4).
        FROM_MISMATCH,
        /// Header fields outside differ from what the protected part says they were.
        OUTER_FIELDS_CHANGED,
        /// The intent of header protection was inferred from an older scheme (RFC 9788 §4.10, §4.11).
        HEADER_PROTECTION_INFERRED,
        /// Signed or sealed without header protection: subject, date and recipients are not covered.
        HEADERS_NOT_PROTECTED,
        /// The signature was made for other recipients.
        MEANT_FOR_OTHERS,
        /// There are parts that are sealed on their own; they open separately.
        ERRANT_LAYERS,
        /// The text holds inline PGP, which proves nothing (RFC 9787 §6.2.3.1).
        INLINE_PGP,
        /// Signed more than once, and not every signature counts.
        MIXED_SIGNATURES,
        /// The signature was made at another time than the letter's date says, by more than an hour.
        SIGNED_AT_ANOTHER_TIME,
        /// Sealed for the reader, who isn't among the recipients that the letter names.
        NOT_AMONG_RECIPIENTS,
        /// A mailing list added a footer to a letter that is signed on its own.
        LIST_FOOTER,
        /// The letter above that footer is proven to be another's than the one's in the From outside.
        LISTED_FOR_ANOTHER,
        /// The structure of the message was repaired to read it.
        BROKEN_STRUCTURE
    }
}
