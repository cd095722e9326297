package org.waxwing.crypto.secret;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// Key bytes for the length of one piece of work: lent to one call at a time, compared in constant time,
/// wiped when closed. Copies that Java makes on the way can't be wiped (see the threat model).
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes the bytes over and wipes the source.
    @MustBeClosed
    public static SecretBytes taking(byte[] source) {
        byte[] own = source.clone();
        Arrays.fill(source, (byte) 0);
        return new SecretBytes(own);
    }

    /// Fresh random bytes.
    ///
    /// @param length in bytes
    @MustBeClosed
    public static SecretBytes random(SecureRandom random, int length) {
        byte[] fresh = new byte[length];
        random.nextBytes(fresh);
        return new SecretBytes(fresh);
    }

    /// Lends the bytes to one call. The callee must not keep the array. Fails with an
    /// `IllegalStateException` once closed.
    public synchronized <T> T lend(Function<byte[], T> borrower) {
        if (closed) {
            throw new IllegalStateException("the secret is closed");
        }
        return borrower.apply(bytes);
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    /// Constant-time in the content.
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /// The length only: a digest of the content would tell about it.
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "SecretBytes[redacted]";
    }
}
