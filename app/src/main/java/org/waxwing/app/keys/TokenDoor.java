package org.waxwing.app.keys;

import java.nio.file.Path;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.TokenOpening;

/// The way to tokens. A library is loaded by the first call that names it and not before. A PIN goes to a token
/// once for each call at most; a token that took it stays open until the door is closed.
public interface TokenDoor extends AutoCloseable {
    /// What lies on the tokens of a library. Changes nothing on them.
    TokenContents read(Path library, PinSource pins);

    /// Reaches for a key.
    TokenOpening open(KeyPlace.OnToken place, PinSource pins);

    @Override
    void close();
}
