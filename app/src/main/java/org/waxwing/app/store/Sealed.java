package org.waxwing.app.store;

import org.waxwing.app.StorageException;
import org.waxwing.crypto.mime.Octets;

/// Opening what this profile sealed.
final class Sealed {
    private Sealed() {}

    static StorageException damaged(String what) {
        return new StorageException("The sealed " + what + " was changed on the disk and can't be opened.");
    }

    /// Stands in a row for the moment until its number is known and the value can be sealed for it.
    static Octets pending() {
        return Octets.empty();
    }
}
