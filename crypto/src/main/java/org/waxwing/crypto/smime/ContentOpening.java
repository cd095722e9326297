package org.waxwing.crypto.smime;

import java.io.IOException;

/// Turns ciphertext that passes by into text that is proven only at the end. Whoever keeps the text must let
/// nobody see it before [#finish] said yes.
interface ContentOpening {
    /// @param ciphertext is neither kept nor changed
    void update(byte[] ciphertext, int from, int length) throws IOException;

    /// Ends the text: what is kept is all of it now.
    ///
    /// @param mac what stands behind the content; empty where the cipher has none
    /// @return whether it is intact, as far as the cipher can tell
    boolean finish(byte[] mac) throws IOException;
}
