package org.waxwing.app;

/// The environment is broken: the disk is full, a file can't be read, a database is damaged. The message
/// says what happened and holds nothing private.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
