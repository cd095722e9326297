package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;

/// Content that lies in memory, or sealed in a spool.
///
/// @param kept complete
record SpooledContent(SealedSpool kept) implements HeldContent {
    @Override
    public Octets octets() {
        return kept.octets();
    }

    @Override
    public InputStream open() throws IOException {
        return kept.read();
    }

    @Override
    public void close() throws IOException {
        kept.discard();
    }

    @Override
    public String toString() {
        return "SpooledContent[redacted]";
    }
}
