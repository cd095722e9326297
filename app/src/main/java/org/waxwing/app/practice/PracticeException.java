package org.waxwing.app.practice;

/// The environment is broken: no port on loopback, no temporary folder, no TLS. The message is one sentence
/// and holds nothing private.
public final class PracticeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PracticeException(String message) {
        super(message);
    }

    public PracticeException(String message, Throwable cause) {
        super(message, cause);
    }
}
