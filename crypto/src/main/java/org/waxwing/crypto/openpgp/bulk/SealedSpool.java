package org.waxwing.crypto.openpgp.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.Pieces;
import org.waxwing.crypto.secret.Spool;

/// Keeps text that is not proven yet: a little of it in memory, more of it sealed chunk by chunk in a
/// [Spool] under a key of its own, so that nothing readable and nothing changeable lies there.
public final class SealedSpool extends OutputStream implements Pieces {
    private static final int KEY = 32;
    private static final int CHUNK_OCTET = 10;
    private static final int READ_SIZE = 1 << 16;

    private final Optional<Beyond> beyond;
    private final int inMemory;
    private final byte[] key = new byte[KEY];
    private Octets.Collector memory;
    private Octets small = Octets.empty();
    private Optional<Spool.Place> place = Optional.empty();
    private Optional<EncryptedDataHeader> header = Optional.empty();
    private Optional<OutputStream> sealing = Optional.empty();

    /// What is needed beyond memory.
    public record Beyond(Spool spool, SecureRandom random) {}

    /// @param inMemory up to so many octets never leave memory
    /// @param expected about how many there will be
    public SealedSpool(Optional<Beyond> beyond, int inMemory, int expected) {
        this.beyond = beyond;
        this.inMemory = inMemory;
        this.memory = new Octets.Collector(Math.min(expected, inMemory));
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        makeRoom(length);
        OutputStream out = sealing.isPresent() ? sealing.get() : memory;
        out.write(bytes, from, length);
    }

    @Override
    public void take(byte[] piece, int length) throws IOException {
        makeRoom(length);
        if (sealing.isPresent()) {
            sealing.get().write(piece, 0, length);
        } else {
            memory.take(piece, length);
        }
    }

    private void makeRoom(int more) throws IOException {
        if (sealing.isEmpty() && memory.length() + (long) more > inMemory) {
            spill();
        }
    }

    private void spill() throws IOException {
        Beyond outside = beyond.orElseThrow(() -> new IOException("there is no place for so much"));
        byte[] salt = new byte[KEY];
        outside.random().nextBytes(key);
        outside.random().nextBytes(salt);
        EncryptedDataHeader made = new EncryptedDataHeader(18, 9, ChunkCipher.GCM, CHUNK_OCTET, Octets.of(salt));
        Spool.Place opened = outside.spool().open();
        place = Optional.of(opened);
        header = Optional.of(made);
        OutputStream out = new ChunkedOutput(
                new BufferedOutputStream(opened.write(), 4 * READ_SIZE),
                made.chunks(key).orElseThrow());
        memory.stream().transferTo(out);
        memory = new Octets.Collector(0);
        sealing = Optional.of(out);
    }

    /// Ends the writing.
    public void complete() throws IOException {
        if (sealing.isPresent()) {
            sealing.get().close();
        }
    }

    /// Everything, from memory; an `IllegalStateException` where it lies in the spool.
    public Octets octets() {
        if (place.isPresent()) {
            throw new IllegalStateException("it lies in the spool");
        }
        if (memory.length() > 0) {
            small = memory.take();
        }
        return small;
    }

    /// Everything from the beginning, as often as wanted. Fails with an `IOException` where the spool was
    /// changed.
    public InputStream read() throws IOException {
        return place.isPresent()
                ? new ChunkedInput(
                        place.get().read(), header.orElseThrow().chunks(key).orElseThrow())
                : memory.length() > 0 ? memory.stream() : small.stream();
    }

    /// Discards everything.
    public void discard() throws IOException {
        Arrays.fill(key, (byte) 0);
        small = Octets.empty();
        memory = new Octets.Collector(0);
        if (place.isPresent()) {
            place.get().close();
        }
    }

    @Override
    public void close() {
        // It is completed or discarded, each by its own name.
    }

    @Override
    public String toString() {
        return "SealedSpool[redacted]";
    }
}
