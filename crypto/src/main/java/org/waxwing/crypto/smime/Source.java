package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;

/// Bytes that can be read from their beginning more than once.
@FunctionalInterface
public interface Source {
    InputStream open() throws IOException;
}
