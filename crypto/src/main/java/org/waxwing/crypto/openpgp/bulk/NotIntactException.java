package org.waxwing.crypto.openpgp.bulk;

import java.io.IOException;

/// The encrypted data was altered or cut, or the session key is the wrong one. Which of them, nobody may
/// learn.
public final class NotIntactException extends IOException {
    private static final long serialVersionUID = 1L;

    NotIntactException() {
        super("the encrypted data is not intact");
    }
}
