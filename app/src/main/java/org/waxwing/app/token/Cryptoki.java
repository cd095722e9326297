package org.waxwing.app.token;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A loaded PKCS #11 library: its functions as it lists them (PKCS #11 v2.40 §3.6). It stays loaded until the
/// process ends, because few libraries survive being taken out.
final class Cryptoki {
    private static final int VERSION_2 = 2;

    /// The functions that are called, each with its place in `CK_FUNCTION_LIST`.
    enum Function {
        INITIALIZE(0),
        FINALIZE(1),
        GET_SLOT_LIST(4),
        GET_TOKEN_INFO(6),
        OPEN_SESSION(12),
        CLOSE_SESSION(13),
        GET_SESSION_INFO(15),
        LOGIN(18),
        DESTROY_OBJECT(22),
        GET_ATTRIBUTE_VALUE(24),
        FIND_OBJECTS_INIT(26),
        FIND_OBJECTS(27),
        FIND_OBJECTS_FINAL(28),
        DECRYPT_INIT(33),
        DECRYPT(34),
        SIGN_INIT(42),
        SIGN(43),
        DERIVE_KEY(62);

        private final int place;

        Function(int place) {
            this.place = place;
        }
    }

    private final Linker linker;
    private final MemorySegment functions;

    private Cryptoki(Linker linker, MemorySegment functions) {
        this.linker = linker;
        this.functions = functions;
    }

    /// Loads it; nothing where the file is no library for this computer, or none of PKCS #11 version 2.
    ///
    /// @param library an absolute path
    static Optional<Cryptoki> load(Path library) {
        return entry(library).flatMap(Cryptoki::over);
    }

    @SuppressWarnings("restricted")
    private static Optional<MemorySegment> entry(Path library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global()).find("C_GetFunctionList");
        } catch (IllegalArgumentException notLoadable) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<Cryptoki> over(MemorySegment entry) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ADDRESS);
            long result = call(linker, entry, List.of(list));
            MemorySegment found = list.get(ADDRESS, 0);
            if (result != Returned.OK || found.equals(MemorySegment.NULL)) {
                return Optional.empty();
            }
            MemorySegment functions = found.reinterpret(size());
            return functions.get(ValueLayout.JAVA_BYTE, 0) == VERSION_2
                    ? Optional.of(new Cryptoki(linker, functions))
                    : Optional.empty();
        }
    }

    /// Calls a function and gives its return value. Arguments are `Long` for CK_ULONG, `Byte` for CK_BBOOL, and
    /// memory.
    @SuppressWarnings("restricted")
    long call(Function function, Object... arguments) {
        long at = offset(function.place);
        MemorySegment code = functions.get(ADDRESS.withByteAlignment(1), at);
        return code.equals(MemorySegment.NULL)
                ? Returned.FUNCTION_NOT_SUPPORTED
                : call(linker, code, Arrays.asList(arguments));
    }

    @SuppressWarnings("restricted")
    private static long call(Linker linker, MemorySegment code, List<Object> arguments) {
        MemoryLayout[] layouts = arguments.stream().map(Cryptoki::layout).toArray(MemoryLayout[]::new);
        try {
            Object returned = linker.downcallHandle(code, FunctionDescriptor.of(CkMemory.ULONG, layouts))
                    .invokeWithArguments(
                            arguments.stream().map(Cryptoki::passed).toList());
            return ((Number) returned).longValue();
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a native call can't throw", impossible);
        }
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case Long _ -> CkMemory.ULONG;
            case Byte _ -> ValueLayout.JAVA_BYTE;
            case MemorySegment _ -> ADDRESS;
            default -> throw new IllegalArgumentException("no such kind of argument");
        };
    }

    private static Object passed(Object argument) {
        return argument instanceof Long number && CkMemory.ULONG.byteSize() == Integer.BYTES
                ? (Object) number.intValue()
                : argument;
    }

    /// A version of two octets stands first; on Windows the pointers follow without a gap.
    private static long offset(int place) {
        long first = CkMemory.PACKED ? 2 : ADDRESS.byteSize();
        return first + place * ADDRESS.byteSize();
    }

    private static long size() {
        return offset(Function.DERIVE_KEY.place + 1);
    }
}
