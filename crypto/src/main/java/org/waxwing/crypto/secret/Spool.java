package org.waxwing.crypto.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Where bytes lie for a while that are too many for memory. What comes here is sealed already, under a
/// key that nothing but memory holds.
public interface Spool {
    /// A new empty place.
    Place open() throws IOException;

    /// One run of bytes, written once, read as often as needed, then discarded.
    interface Place extends AutoCloseable {
        /// To be closed before anything is read.
        OutputStream write() throws IOException;

        /// From the beginning.
        InputStream read() throws IOException;

        /// Discards what lies here.
        @Override
        void close() throws IOException;
    }
}
