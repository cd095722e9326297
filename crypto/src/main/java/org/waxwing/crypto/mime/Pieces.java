package org.waxwing.crypto.mime;

import java.io.IOException;

/// Takes octets over, array by array.
@FunctionalInterface
public interface Pieces {
    /// Takes over the first `length` octets of an array, which nobody else touches any more.
    void take(byte[] piece, int length) throws IOException;
}
