package org.waxwing.app.token;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.token.Cryptoki.Function;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.secret.Passphrase;

/// A conversation with one token that changes nothing on it.
final class TokenSession implements AutoCloseable {
    static final long CERTIFICATES = 1;
    static final long PRIVATE_KEYS = 3;

    static final long CLASS = 0x0;
    static final long VALUE = 0x11;
    static final long ID = 0x102;
    static final long ALWAYS_AUTHENTICATE = 0x202;

    /// Whose PIN it is: the user's, or the user's again for one single operation.
    static final long USER = 1;

    static final long CONTEXT_SPECIFIC = 2;

    /// Of one `char` in UTF-8.
    private static final int MOST_OCTETS = 3;

    private static final long SERIAL = 0x4;
    private static final long READING_AS_USER = 1;
    private static final long WRITING_AS_USER = 3;
    private static final long GONE = -1;
    private static final int MOST_OBJECTS = 512;
    private static final int LARGEST_ATTRIBUTE = 1 << 16;

    private final Cryptoki cryptoki;
    private final long session;
    private boolean closed;

    private TokenSession(Cryptoki cryptoki, long session) {
        this.cryptoki = cryptoki;
        this.session = session;
    }

    static TokenSession open(Cryptoki cryptoki, TokenSlot slot) throws TokenTrouble {
        try (CkMemory memory = new CkMemory()) {
            MemorySegment session = memory.number(0);
            long result = cryptoki.call(
                    Function.OPEN_SESSION, slot.slot(), SERIAL, MemorySegment.NULL, MemorySegment.NULL, session);
            require(result);
            return new TokenSession(cryptoki, CkMemory.read(session, 0));
        }
    }

    /// Gives the PIN to the token, once.
    ///
    /// @return what the function returned
    long login(long user, Passphrase pin) {
        return pin.lend(characters -> {
            byte[] room = new byte[characters.length * MOST_OCTETS];
            ByteBuffer encoded = ByteBuffer.wrap(room);
            Object _ = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
            byte[] octets = Arrays.copyOf(room, encoded.position());
            try (CkMemory memory = new CkMemory()) {
                MemorySegment given = memory.octets(octets);
                long result = call(Function.LOGIN, user, given, (long) octets.length);
                if (octets.length > 0) {
                    MemorySegment _ = given.fill((byte) 0);
                }
                return result;
            } finally {
                Arrays.fill(octets, (byte) 0);
                Arrays.fill(room, (byte) 0);
            }
        });
    }

    /// The handles of the objects of a class that can be seen now.
    List<Long> find(long kind) throws TokenTrouble {
        try (CkMemory memory = new CkMemory()) {
            MemorySegment wanted = memory.number(kind);
            MemorySegment template = memory.structure(List.of(CLASS, wanted, CkMemory.ULONG.byteSize()));
            require(call(Function.FIND_OBJECTS_INIT, template, 1L));
            List<Long> found = new ArrayList<>();
            MemorySegment object = memory.number(0);
            MemorySegment count = memory.number(0);
            long result = Returned.OK;
            boolean more = true;
            while (more && found.size() < MOST_OBJECTS) {
                result = call(Function.FIND_OBJECTS, object, 1L, count);
                more = result == Returned.OK && CkMemory.read(count, 0) == 1;
                if (more) {
                    found.add(CkMemory.read(object, 0));
                }
            }
            long _ = call(Function.FIND_OBJECTS_FINAL);
            require(result);
            return found;
        }
    }

    /// An attribute of an object; empty where it has none.
    byte[] attribute(long object, long type) throws TokenTrouble {
        try (CkMemory memory = new CkMemory()) {
            MemorySegment value = memory.room(LARGEST_ATTRIBUTE);
            MemorySegment template = memory.structure(List.of(type, value, (long) LARGEST_ATTRIBUTE));
            long result = call(Function.GET_ATTRIBUTE_VALUE, object, template, 1L);
            if (Returned.gone(result)) {
                throw new TokenTrouble(TokenProblem.NOT_THERE);
            }
            Optional<byte[]> octets = result == Returned.OK
                    ? CkMemory.taken(value, CkMemory.readAt(template, lengthAt()))
                    : Optional.of(new byte[0]);
            MemorySegment _ = value.fill((byte) 0);
            return octets.orElseThrow(() -> new TokenTrouble(TokenProblem.FAILED));
        }
    }

    private static long lengthAt() {
        return CkMemory.ULONG.byteSize() + java.lang.foreign.ValueLayout.ADDRESS.byteSize();
    }

    boolean truth(long object, long type) throws TokenTrouble {
        byte[] value = attribute(object, type);
        return value.length == 1 && value[0] != 0;
    }

    /// A function with this session before its other arguments.
    long call(Function function, Object... arguments) {
        if (closed) {
            // Its number may be another session's by now.
            return Returned.SESSION_HANDLE_INVALID;
        }
        Object[] all = new Object[arguments.length + 1];
        all[0] = session;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return cryptoki.call(function, all);
    }

    /// Whether the token still answers.
    boolean alive() {
        return state() != GONE;
    }

    /// Whether the token took a PIN since it was plugged in.
    boolean loggedIn() {
        long state = state();
        return state == READING_AS_USER || state == WRITING_AS_USER;
    }

    /// As `CK_SESSION_INFO` has it, behind the slot.
    private long state() {
        try (CkMemory memory = new CkMemory()) {
            MemorySegment info = memory.room(TokenSlot.INFO_SIZE);
            return call(Function.GET_SESSION_INFO, info) == Returned.OK ? CkMemory.read(info, 1) : GONE;
        }
    }

    @Override
    public void close() {
        long _ = call(Function.CLOSE_SESSION);
        closed = true;
    }

    static void require(long result) throws TokenTrouble {
        if (result != Returned.OK) {
            throw new TokenTrouble(Returned.gone(result) ? TokenProblem.NOT_THERE : TokenProblem.FAILED);
        }
    }
}
