package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;

/// Content that was proven as far as its structure proves it. It lies in memory, or sealed in a spool.
public final class HeldContent implements Source, AutoCloseable {
    private final SealedSpool kept;

    HeldContent(SealedSpool kept) {
        this.kept = kept;
    }

    /// Everything, from memory; an `IllegalStateException` where it lies in the spool.
    public Octets octets() {
        return kept.octets();
    }

    @Override
    public InputStream open() throws IOException {
        return kept.read();
    }

    /// Discards it.
    @Override
    public void close() throws IOException {
        kept.discard();
    }

    @Override
    public String toString() {
        return "HeldContent[redacted]";
    }
}
