package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;

/// Turns ciphertext that passes by into text that is proven only at the end. The sink must let nobody see
/// it before [#finish] said yes.
interface ContentOpening {
    void update(byte[] ciphertext, int length, OutputStream sink) throws IOException;

    /// Ends the text.
    ///
    /// @param mac what stands behind the content; empty where the cipher has none
    /// @return whether it is intact, as far as the cipher can tell
    boolean finish(byte[] mac, OutputStream sink) throws IOException;
}
