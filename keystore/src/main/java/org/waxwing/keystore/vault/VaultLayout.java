package org.waxwing.keystore.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.PassphraseKdf;

/// The bytes of a vault file, version 1, big-endian:
///
/// ```
/// offset length
///      0      8  "WAXVAULT"
///      8      1  version, 1
///      9      4  Argon2id memory in KiB
///     13      1  Argon2id passes
///     14      1  Argon2id lanes
///     15     16  salt
///     31     12  nonce of the wrapping
///     43     48  master key wrapped with AES-256-GCM; bytes 0 to 31 are its associated data
///     91     32  SHA-256 of bytes 0 to 90
/// ```
///
/// The digest protects nothing from an attacker: it tells a damaged file from a wrong passphrase.
///
/// @param nonce of the wrapping
/// @param wrapped the wrapped master key
record VaultLayout(PassphraseKdf kdf, Octets nonce, Octets wrapped) {
    static final int SALT = 16;
    static final int NONCE = 12;
    static final int WRAPPED = 48;
    static final int LENGTH = 123;

    private static final byte[] MAGIC = "WAXVAULT".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int DIGEST_AT = LENGTH - 32;

    /// What reading the bytes gave.
    sealed interface Reading {
        record Read(VaultLayout layout) implements Reading {}

        record Bad(String why) implements Reading {}
    }

    static Reading read(Octets file) {
        byte[] bytes = file.toByteArray();
        if (bytes.length < MAGIC.length + 1 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return new Reading.Bad("it is not a Waxwing vault");
        }
        if (bytes[MAGIC.length] != VERSION) {
            return new Reading.Bad("it is of a version that this program does not know, or it was damaged");
        }
        if (bytes.length != LENGTH || !Arrays.equals(digest(bytes), Arrays.copyOfRange(bytes, DIGEST_AT, LENGTH))) {
            return new Reading.Bad("its bytes were changed; put back a copy of the vault file");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length + 1, DIGEST_AT - MAGIC.length - 1);
        int memory = in.getInt();
        int passes = in.get();
        int lanes = in.get();
        if (!PassphraseKdf.acceptable(memory, passes, lanes)) {
            return new Reading.Bad("it asks for an absurd amount of memory or work");
        }
        PassphraseKdf kdf = new PassphraseKdf(memory, passes, lanes, take(in, SALT));
        return new Reading.Read(new VaultLayout(kdf, take(in, NONCE), take(in, WRAPPED)));
    }

    /// What the wrapping authenticates beside the master key: magic, version and the parameters with the
    /// salt.
    static byte[] associatedData(PassphraseKdf kdf) {
        return ByteBuffer.allocate(MAGIC.length + 1 + 4 + 1 + 1 + SALT)
                .put(MAGIC)
                .put((byte) VERSION)
                .putInt(kdf.memoryKiB())
                .put((byte) kdf.passes())
                .put((byte) kdf.lanes())
                .put(kdf.salt().toByteArray())
                .array();
    }

    Octets bytes() {
        byte[] all = ByteBuffer.allocate(LENGTH)
                .put(associatedData(kdf))
                .put(nonce.toByteArray())
                .put(wrapped.toByteArray())
                .array();
        System.arraycopy(digest(all), 0, all, DIGEST_AT, 32);
        return Octets.of(all);
    }

    private static Octets take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Octets.of(bytes);
    }

    private static byte[] digest(byte[] file) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(file, 0, DIGEST_AT);
            return sha256.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
