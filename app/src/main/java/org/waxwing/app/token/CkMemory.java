package org.waxwing.app.token;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Memory for one call of a PKCS #11 library, in the form that it expects (PKCS #11 v2.40 §2.1): every structure
/// here is made of CK_ULONGs and pointers, without gaps.
final class CkMemory implements AutoCloseable {
    private static final long LONG_SIZE = Objects.requireNonNull(
                    Linker.nativeLinker().canonicalLayouts().get("long"))
            .byteSize();

    /// CK_ULONG: `unsigned long` of this platform's C.
    static final ValueLayout ULONG = LONG_SIZE == Integer.BYTES ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;

    /// Whether structures are packed: on Windows, where `long` has four octets.
    static final boolean PACKED = LONG_SIZE == Integer.BYTES;

    /// What a library answers instead of a length that it won't tell.
    private static final int LARGEST = 1 << 20;

    private final Arena arena = Arena.ofConfined();

    /// One number that the library reads or writes.
    MemorySegment number(long value) {
        MemorySegment cell = arena.allocate(ULONG.byteSize());
        write(cell, 0, value);
        return cell;
    }

    MemorySegment octets(byte[] octets) {
        return octets.length == 0 ? MemorySegment.NULL : arena.allocateFrom(ValueLayout.JAVA_BYTE, octets);
    }

    MemorySegment room(long octets) {
        return arena.allocate(octets);
    }

    /// A structure of numbers (`Long`) and pointers, one behind the other.
    MemorySegment structure(List<Object> cells) {
        MemorySegment made = arena.allocate(Math.max(1, cells.size()) * ADDRESS.byteSize());
        long at = 0;
        for (Object cell : cells) {
            if (cell instanceof MemorySegment pointer) {
                made.set(ADDRESS.withByteAlignment(1), at, pointer);
                at += ADDRESS.byteSize();
            } else {
                write(made, at, (Long) cell);
                at += ULONG.byteSize();
            }
        }
        return made;
    }

    /// Of a structure of these cells, in octets.
    static long size(List<Object> cells) {
        return cells.stream()
                .mapToLong(cell -> cell instanceof MemorySegment ? ADDRESS.byteSize() : ULONG.byteSize())
                .sum();
    }

    /// The number at an offset that counts in CK_ULONGs.
    static long read(MemorySegment numbers, int index) {
        long at = index * ULONG.byteSize();
        return readAt(numbers, at);
    }

    static long readAt(MemorySegment memory, long offset) {
        return PACKED
                ? Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT.withByteAlignment(1), offset))
                : memory.get(ValueLayout.JAVA_LONG.withByteAlignment(1), offset);
    }

    private static void write(MemorySegment memory, long offset, long value) {
        if (PACKED) {
            memory.set(ValueLayout.JAVA_INT.withByteAlignment(1), offset, (int) value);
        } else {
            memory.set(ValueLayout.JAVA_LONG.withByteAlignment(1), offset, value);
        }
    }

    /// So many octets from the beginning; nothing where a library names more than there is room.
    static Optional<byte[]> taken(MemorySegment memory, long length) {
        return length < 0 || length > Math.min(LARGEST, memory.byteSize())
                ? Optional.empty()
                : Optional.of(memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }

    @Override
    public void close() {
        arena.close();
    }
}
