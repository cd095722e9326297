package org.waxwing.app.token;

import org.waxwing.crypto.cert.TokenProblem;

/// The return values of PKCS #11 (v2.40 §5.1) that mean something here.
final class Returned {
    static final long OK = 0;
    static final long SLOT_ID_INVALID = 0x03;
    static final long DEVICE_REMOVED = 0x32;
    static final long FUNCTION_NOT_SUPPORTED = 0x54;
    static final long KEY_TYPE_INCONSISTENT = 0x63;
    static final long KEY_FUNCTION_NOT_PERMITTED = 0x68;
    static final long MECHANISM_INVALID = 0x70;
    static final long MECHANISM_PARAM_INVALID = 0x71;
    static final long PIN_INCORRECT = 0xA0;
    static final long PIN_INVALID = 0xA1;
    static final long PIN_LEN_RANGE = 0xA2;
    static final long PIN_EXPIRED = 0xA3;
    static final long PIN_LOCKED = 0xA4;
    static final long SESSION_CLOSED = 0xB0;
    static final long SESSION_HANDLE_INVALID = 0xB3;
    static final long TEMPLATE_INCOMPLETE = 0xD0;
    static final long TEMPLATE_INCONSISTENT = 0xD1;
    static final long TOKEN_NOT_PRESENT = 0xE0;
    static final long TOKEN_NOT_RECOGNIZED = 0xE1;
    static final long USER_ALREADY_LOGGED_IN = 0x100;
    static final long USER_NOT_LOGGED_IN = 0x101;
    static final long USER_PIN_NOT_INITIALIZED = 0x102;
    static final long CRYPTOKI_NOT_INITIALIZED = 0x190;
    static final long CRYPTOKI_ALREADY_INITIALIZED = 0x191;

    private Returned() {}

    /// Whether the library, the token or the session went away.
    static boolean gone(long value) {
        return value == DEVICE_REMOVED
                || value == TOKEN_NOT_PRESENT
                || value == TOKEN_NOT_RECOGNIZED
                || value == SLOT_ID_INVALID
                || value == SESSION_CLOSED
                || value == SESSION_HANDLE_INVALID
                || value == USER_NOT_LOGGED_IN
                || value == CRYPTOKI_NOT_INITIALIZED;
    }

    /// Whether a key doesn't do this at all. Only of a function that saw no octets of a letter.
    static boolean notOffered(long value) {
        return value == MECHANISM_INVALID
                || value == MECHANISM_PARAM_INVALID
                || value == FUNCTION_NOT_SUPPORTED
                || value == KEY_TYPE_INCONSISTENT
                || value == KEY_FUNCTION_NOT_PERMITTED;
    }

    /// Why a PIN was not taken.
    static TokenProblem ofLogin(long value) {
        if (value == PIN_INCORRECT || value == PIN_INVALID || value == PIN_LEN_RANGE) {
            return TokenProblem.WRONG_PIN;
        }
        if (value == PIN_LOCKED) {
            return TokenProblem.PIN_LOCKED;
        }
        if (value == PIN_EXPIRED || value == USER_PIN_NOT_INITIALIZED) {
            return TokenProblem.PIN_NOT_SET;
        }
        return gone(value) ? TokenProblem.NOT_THERE : TokenProblem.FAILED;
    }
}
