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

    private DocumentHash(MessageDigest hash, LineEnds lineEnds) {
        this.hash = hash;
        this.canonical = switch (lineEnds) {
            case AS_THEY_ARE -> Optional.empty();
            case OF_FILES -> Optional.of(new CanonicalFeed(hash, false));
            case OF_LETTERS -> Optional.of(new CanonicalFeed(hash, true));
        };
    }

    /// Which signatures share a hash over the document.
    ///
    /// @param algorithm of the hash, by number
    /// @param lineEnds which octets count as CRLF
    /// @param salt of version 6; empty in version 4
    record Kind(int algorithm, LineEnds lineEnds, Octets salt) {}

    /// What ends a line.
    enum LineEnds {
        /// Nothing does, every octet is what it is.
        AS_THEY_ARE,
        /// LF with any CRs before it, as GnuPG has it.
        OF_FILES,
        /// LF and CRLF, as whoever reads the letter has it.
        OF_LETTERS
    }

    /// Nothing where we don't have the algorithm.
    static Optional<DocumentHash> of(Kind kind) {
        return Hashes.of(kind.algorithm()).map(hash -> {
            hash.update(kind.salt().toByteArray());
            return new DocumentHash(hash, kind.lineEnds());
        });
    }

    /// A hash that a generator of signatures has begun.
    static DocumentHash of(MessageDigest begun, boolean text) {
        return new DocumentHash(begun, text ? LineEnds.OF_FILES : LineEnds.AS_THEY_ARE);
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
