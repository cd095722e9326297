package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// What signatures are over. It is hashed once for each kind of signature, however many there are.
final class Document {
    private static final int READ_SIZE = 1 << 16;

    private final Source source;
    private final Map<DocumentHash.Kind, MessageDigest> hashes = new HashMap<>();

    private Document(Source source) {
        this.source = source;
    }

    /// Where the document can be read, each time from its beginning.
    interface Source {
        InputStream open() throws IOException;
    }

    static Document of(Octets octets) {
        return new Document(octets::stream);
    }

    /// @param known hashes that were made while the document passed by
    static Document of(Source source, Map<DocumentHash.Kind, MessageDigest> known) {
        Document document = new Document(source);
        document.hashes.putAll(known);
        return document;
    }

    /// A document that passes by once, hashed as these signatures need it.
    static Document passing(InputStream in, List<RawPacket> signatures) throws IOException {
        Map<DocumentHash.Kind, DocumentHash> begun = new HashMap<>();
        signatures.stream()
                .flatMap(packet -> Announcement.in(packet).stream())
                .distinct()
                .forEach(kind -> DocumentHash.of(kind).ifPresent(hash -> begun.put(kind, hash)));
        byte[] buffer = new byte[READ_SIZE];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (DocumentHash hash : begun.values()) {
                hash.write(buffer, 0, n);
            }
        }
        Map<DocumentHash.Kind, MessageDigest> known = new HashMap<>();
        begun.forEach((kind, hash) -> known.put(kind, hash.finish()));
        return of(
                () -> {
                    throw new IOException("the document passed by");
                },
                known);
    }

    /// The hash after the whole document, the caller's to continue; nothing where we don't have the
    /// algorithm. Fails with an `UncheckedIOException` where the document can no longer be read.
    Optional<MessageDigest> hash(DocumentHash.Kind kind) {
        MessageDigest known = hashes.get(kind);
        if (known == null) {
            Optional<MessageDigest> made = DocumentHash.of(kind).map(this::over);
            made.ifPresent(hash -> hashes.put(kind, hash));
            return made.map(Document::copy);
        }
        return Optional.of(copy(known));
    }

    private MessageDigest over(DocumentHash hash) {
        byte[] buffer = new byte[READ_SIZE];
        try (InputStream in = source.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hash.write(buffer, 0, n);
            }
            return hash.finish();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest copy(MessageDigest hash) {
        try {
            return (MessageDigest) hash.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("every hash here can be cloned", impossible);
        }
    }
}
