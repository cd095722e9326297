package org.waxwing.app.connection;

import java.io.IOException;
import org.waxwing.crypto.mime.Octets;

/// The few lines of a protocol before TLS.
public interface StartTls {
    /// Asks for TLS and reads the consent, not one byte more. Fails with an [Unconnectable] in every other
    /// case.
    ///
    /// @return a greeting to show to the mail library in place of the one that was read here; nothing of
    ///   what the server said before TLS is passed on
    Octets negotiate(PlainLines lines) throws IOException;
}
