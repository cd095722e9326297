package org.waxwing.crypto.smime;

import java.io.IOException;
import org.waxwing.crypto.mime.Octets;

/// Content that was proven as far as its structure proves it, where nobody changes it any more.
public sealed interface HeldContent extends Source, AutoCloseable permits SpooledContent, SignedContent, GivenContent {
    /// What somebody holds in memory already.
    static HeldContent of(Octets octets) {
        return new GivenContent(octets);
    }

    /// Everything, from memory; an `IllegalStateException` where it lies in the spool.
    Octets octets();

    /// Discards it.
    @Override
    void close() throws IOException;
}
