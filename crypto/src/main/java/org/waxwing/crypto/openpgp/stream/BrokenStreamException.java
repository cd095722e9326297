package org.waxwing.crypto.openpgp.stream;

import java.io.IOException;

/// Why reading a message can't go on.
public final class BrokenStreamException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private BrokenStreamException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    private BrokenStreamException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /// What is wrong.
    public enum Reason {
        /// The bytes are no OpenPGP message.
        MALFORMED,
        /// A limit was reached.
        TOO_LARGE,
        /// The source itself failed, or the place where the text is kept.
        UNREADABLE
    }

    public static BrokenStreamException malformed() {
        return new BrokenStreamException(Reason.MALFORMED);
    }

    public static BrokenStreamException malformed(Throwable cause) {
        return new BrokenStreamException(Reason.MALFORMED, cause);
    }

    public static BrokenStreamException tooLarge() {
        return new BrokenStreamException(Reason.TOO_LARGE);
    }

    public static BrokenStreamException unreadable(IOException cause) {
        return new BrokenStreamException(Reason.UNREADABLE, cause);
    }

    public Reason reason() {
        return reason;
    }
}
