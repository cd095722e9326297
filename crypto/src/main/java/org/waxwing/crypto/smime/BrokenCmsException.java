package org.waxwing.crypto.smime;

import java.io.IOException;

/// Why reading a CMS structure can't go on.
final class BrokenCmsException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private BrokenCmsException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    private BrokenCmsException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /// What is wrong.
    enum Reason {
        /// The bytes are no such structure.
        MALFORMED,
        /// A limit was reached.
        TOO_LARGE,
        /// A structure, version or algorithm that this program does not know.
        UNSUPPORTED
    }

    static BrokenCmsException malformed() {
        return new BrokenCmsException(Reason.MALFORMED);
    }

    static BrokenCmsException malformed(Throwable cause) {
        return new BrokenCmsException(Reason.MALFORMED, cause);
    }

    static BrokenCmsException tooLarge() {
        return new BrokenCmsException(Reason.TOO_LARGE);
    }

    static BrokenCmsException unsupported() {
        return new BrokenCmsException(Reason.UNSUPPORTED);
    }

    Reason reason() {
        return reason;
    }
}
