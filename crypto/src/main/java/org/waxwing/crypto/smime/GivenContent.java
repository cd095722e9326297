package org.waxwing.crypto.smime;

import java.io.InputStream;
import org.waxwing.crypto.mime.Octets;

/// Content that its owner holds in memory.
record GivenContent(Octets octets) implements HeldContent {
    @Override
    public InputStream open() {
        return octets.stream();
    }

    @Override
    public void close() {
        // Its owner has it.
    }

    @Override
    public String toString() {
        return "GivenContent[redacted]";
    }
}
