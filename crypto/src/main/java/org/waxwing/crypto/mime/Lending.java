package org.waxwing.crypto.mime;

import java.io.IOException;
import java.io.OutputStream;

/// A stream that holds what comes next in memory and can hand it on from there, without a copy.
public interface Lending {
    /// Writes what comes next, once: at least one octet and at most `most`.
    ///
    /// @param to must neither keep nor change the array that it is given
    /// @param most at least 1
    /// @return how many octets were written, or -1 at the end
    int lend(OutputStream to, int most) throws IOException;
}
