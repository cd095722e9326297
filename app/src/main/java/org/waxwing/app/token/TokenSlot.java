package org.waxwing.app.token;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.waxwing.crypto.cert.Token;

/// A token in a slot, as it describes itself (`CK_TOKEN_INFO`).
///
/// @param flags `CKF_…`
record TokenSlot(long slot, Token token, long flags) {
    /// Larger than the structure is anywhere.
    static final int INFO_SIZE = 256;

    private static final int LABEL = 32;
    private static final int SERIAL_AT = 80;
    private static final int SERIAL = 16;
    private static final int FLAGS_AT = 96;

    private static final long LOGIN_REQUIRED = 0x4;
    private static final long USER_PIN_INITIALIZED = 0x8;
    private static final long PROTECTED_AUTHENTICATION_PATH = 0x100;
    private static final long TOKEN_INITIALIZED = 0x400;
    private static final long PIN_COUNT_LOW = 0x10000;
    private static final long PIN_FINAL_TRY = 0x20000;
    private static final long PIN_LOCKED = 0x40000;

    static TokenSlot of(Path library, long slot, MemorySegment info) {
        Token token = new Token(library.toString(), text(info, 0, LABEL), text(info, SERIAL_AT, SERIAL));
        return new TokenSlot(slot, token, CkMemory.readAt(info, FLAGS_AT));
    }

    /// Padded with blanks, not terminated.
    private static String text(MemorySegment info, int from, int length) {
        String padded = new String(info.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        padded.codePoints().filter(point -> !Character.isISOControl(point)).forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    boolean initialized() {
        return has(TOKEN_INITIALIZED);
    }

    boolean wantsPin() {
        return has(LOGIN_REQUIRED);
    }

    boolean pinAtReader() {
        return has(PROTECTED_AUTHENTICATION_PATH);
    }

    boolean pinNotSet() {
        return !has(USER_PIN_INITIALIZED);
    }

    boolean wrongPinBefore() {
        return has(PIN_COUNT_LOW);
    }

    boolean lastTry() {
        return has(PIN_FINAL_TRY);
    }

    boolean locked() {
        return has(PIN_LOCKED);
    }

    private boolean has(long flag) {
        return (flags & flag) != 0;
    }
}
