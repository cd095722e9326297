package org.waxwing.keystore;

/// The environment is broken: the disk is full, the file can't be read, the database is damaged. The
/// message says what happened and holds nothing private.
public final class KeyringException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyringException(String message) {
        super(message);
    }

    public KeyringException(String message, Throwable cause) {
        super(message, cause);
    }
}
