package org.waxwing.crypto.openpgp;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.Hashes;

/// One hash over a document in the making, as signatures of one kind begin theirs.
final class DocumentHash extends OutputStream {
    private final MessageDigest hash;
    private final Optional<CanonicalFeed> canonical;

    private DocumentHash(MessageDigest hash, boolean text) {
        this.hash = hash;
        this.canonical = text ? Optional.of(new CanonicalFeed(hash)) : Optional.empty();
    }

    /// Which signatures share a hash over the document.
    ///
    /// @param algorithm of the hash, by number
    /// @param text whether line ends count as CRLF
    /// @param salt of version 6; empty in version 4
    record Kind(int algorithm, boolean text, Octets salt) {}

    /// Nothing where we don't have the algorithm.
    static Optional<DocumentHash> of(Kind kind) {
        return Hashes.of(kind.algorithm()).map(hash -> {
            hash.update(kind.salt().toByteArray());
            return new DocumentHash(hash, kind.text());
        });
    }

    /// A hash that a generator of signatures has begun.
    static DocumentHash of(MessageDigest begun, boolean text) {
        return new DocumentHash(begun, text);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (canonical.isPresent()) {
            canonical.get().update(bytes, from, length);
        } else {
            hash.update(bytes, from, length);
        }
    }

    /// To be called once, at the end of the document.
    void end() {
        canonical.ifPresent(CanonicalFeed::finish);
    }

    /// The hash after the whole document.
    MessageDigest finish() {
        end();
        return hash;
    }
}
