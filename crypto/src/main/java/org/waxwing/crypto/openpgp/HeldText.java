package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;
import org.waxwing.crypto.openpgp.stream.BrokenStreamException;
import org.waxwing.crypto.secret.Spool;

/// The text of a message that nobody may see yet. It is hashed while it passes by.
final class HeldText extends OutputStream {
    /// What fits into memory beside its own copies; a letter that is larger is refused.
    private static final int MAX_IN_MEMORY = 128 << 20;

    /// Less than this is never given to the spool.
    private static final int SMALL = 8 << 20;

    private static final int FIRST = 1 << 16;

    private final SealedSpool kept;
    private final long limit;
    private final Map<DocumentHash.Kind, DocumentHash> hashes = new HashMap<>();
    private long length;

    private HeldText(SealedSpool kept, long limit) {
        this.kept = kept;
        this.limit = limit;
    }

    /// All in memory, up to what a letter may have.
    ///
    /// @param expected about how many octets
    static HeldText inMemory(int expected) {
        return new HeldText(new SealedSpool(Optional.empty(), MAX_IN_MEMORY, expected), MAX_IN_MEMORY);
    }

    /// Of any length.
    static HeldText in(Spool spool, SecureRandom random) {
        return new HeldText(
                new SealedSpool(Optional.of(new SealedSpool.Beyond(spool, random)), SMALL, FIRST), Long.MAX_VALUE);
    }

    /// A signature of this kind is announced; to be said before the text.
    void expect(DocumentHash.Kind kind) {
        if (!hashes.containsKey(kind)) {
            DocumentHash.of(kind).ifPresent(hash -> hashes.put(kind, hash));
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        length += count;
        if (length > limit) {
            throw BrokenStreamException.tooLarge();
        }
        for (DocumentHash hash : hashes.values()) {
            hash.write(bytes, from, count);
        }
        try {
            kept.write(bytes, from, count);
        } catch (IOException full) {
            throw BrokenStreamException.unreadable(full);
        }
    }

    /// The text is complete; what was made of it while it passed.
    Document complete() throws IOException {
        kept.complete();
        Map<DocumentHash.Kind, MessageDigest> made = new HashMap<>();
        hashes.forEach((kind, hash) -> made.put(kind, hash.finish()));
        return Document.of(kept::read, made);
    }

    /// The text, where it was kept in memory.
    Octets octets() {
        return kept.octets();
    }

    InputStream read() throws IOException {
        return kept.read();
    }

    void discard() throws IOException {
        kept.discard();
    }

    @Override
    public void close() {
        // It is completed or discarded, each by its own name.
    }

    @Override
    public String toString() {
        return "HeldText[redacted]";
    }
}
