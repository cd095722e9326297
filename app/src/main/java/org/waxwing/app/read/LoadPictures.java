package org.waxwing.app.read;

import org.waxwing.crypto.RemotePictures;

/// Loads the pictures that a clear letter wants from other computers, for one showing and because the
/// person said so. A sealed letter has nothing to hand over here.
public interface LoadPictures {
    /// Asks for each picture once, within bounds of size and time. Every request is in the ledger; nothing
    /// that comes back is kept.
    LoadedPictures load(RemotePictures pictures);
}
