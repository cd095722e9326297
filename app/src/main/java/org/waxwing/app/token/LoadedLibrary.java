package org.waxwing.app.token;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.token.Cryptoki.Function;
import org.waxwing.crypto.cert.TokenProblem;

/// A PKCS #11 library that is loaded and ready.
final class LoadedLibrary implements AutoCloseable {
    private static final byte TRUE = 1;
    private static final int MOST_SLOTS = 256;
    private static final long LOCKS_OF_THE_SYSTEM = 2;

    /// ELF; Mach-O for one processor and for several; Windows.
    private static final List<String> BEGINNINGS = List.of("7f454c46", "cffaedfe", "cafebabe", "4d5a");

    private final Path path;
    private final Cryptoki cryptoki;
    private boolean begunHere;

    private LoadedLibrary(Path path, Cryptoki cryptoki) {
        this.path = path;
        this.cryptoki = cryptoki;
    }

    /// @param path absolute
    static LoadedLibrary load(Path path) throws TokenTrouble {
        if (!Files.isRegularFile(path)) {
            throw new TokenTrouble(TokenProblem.LIBRARY_MISSING);
        }
        Optional<Cryptoki> loaded = isLibrary(path) ? Cryptoki.load(path) : Optional.empty();
        if (loaded.isEmpty()) {
            throw new TokenTrouble(TokenProblem.NOT_A_LIBRARY);
        }
        LoadedLibrary library = new LoadedLibrary(path, loaded.get());
        library.begin();
        return library;
    }

    /// By its first octets: the system's loader is not asked to look into anything else.
    private static boolean isLibrary(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String begin = HexFormat.of().formatHex(in.readNBytes(4));
            return BEGINNINGS.stream().anyMatch(begin::startsWith);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void begin() throws TokenTrouble {
        try (CkMemory memory = new CkMemory()) {
            MemorySegment nothing = MemorySegment.NULL;
            long result = cryptoki.call(
                    Function.INITIALIZE,
                    memory.structure(List.of(nothing, nothing, nothing, nothing, LOCKS_OF_THE_SYSTEM, nothing)));
            begunHere = result == Returned.OK;
            if (result != Returned.CRYPTOKI_ALREADY_INITIALIZED) {
                TokenSession.require(result);
            }
        }
    }

    /// The tokens that are plugged in and in use.
    List<TokenSlot> tokens() throws TokenTrouble {
        try (CkMemory memory = new CkMemory()) {
            MemorySegment slots = memory.room(MOST_SLOTS * CkMemory.ULONG.byteSize());
            MemorySegment count = memory.number(MOST_SLOTS);
            long result = cryptoki.call(Function.GET_SLOT_LIST, TRUE, slots, count);
            if (result == Returned.CRYPTOKI_NOT_INITIALIZED) {
                // Another part of this process was done with it.
                begin();
                result = cryptoki.call(Function.GET_SLOT_LIST, TRUE, slots, count);
            }
            TokenSession.require(result);
            List<TokenSlot> tokens = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_SLOTS, CkMemory.read(count, 0)); i++) {
                long slot = CkMemory.read(slots, i);
                MemorySegment info = memory.room(TokenSlot.INFO_SIZE);
                if (cryptoki.call(Function.GET_TOKEN_INFO, slot, info) == Returned.OK) {
                    tokens.add(TokenSlot.of(path, slot, info));
                }
            }
            return tokens.stream().filter(TokenSlot::initialized).toList();
        }
    }

    TokenSession session(TokenSlot slot) throws TokenTrouble {
        return TokenSession.open(cryptoki, slot);
    }

    /// Logs out of every token. The code stays in the process.
    @Override
    public void close() {
        if (begunHere) {
            long _ = cryptoki.call(Function.FINALIZE, MemorySegment.NULL);
        }
    }
}
