package org.waxwing.keystore.vault;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;

/// The box of one purpose: one key to seal and another for digests, both derived from the master key with
/// HKDF-SHA-256 (RFC 5869 §2).
///
/// A sealed value is the version (1), a random nonce of 12 bytes, the ciphertext and its tag of 16. The
/// associated data is the version, the purpose and the place.
final class DerivedBox implements SealedBox, AutoCloseable {
    private static final byte VERSION = 1;
    private static final int KEY = 32;

    private final String purpose;
    private final SecureRandom random;
    private final SecretBytes sealing;
    private final SecretBytes digesting;

    /// Held as long as the vault is open, and closed by it.
    @SuppressWarnings("MustBeClosedChecker")
    DerivedBox(SecretBytes master, String purpose, SecureRandom random) {
        this.purpose = purpose;
        this.random = random;
        this.sealing = derive(master, "seal", purpose);
        this.digesting = derive(master, "digest", purpose);
    }

    @Override
    public Octets seal(Octets clear, String place) {
        byte[] nonce = new byte[Aead.NONCE];
        random.nextBytes(nonce);
        Octets ciphertext = Aead.encrypt(sealing, Octets.of(nonce), associatedData(place), clear);
        return Octets.of(ByteBuffer.allocate(1 + nonce.length + ciphertext.length())
                .put(VERSION)
                .put(nonce)
                .put(ciphertext.toByteArray())
                .array());
    }

    @Override
    public Optional<Octets> open(Octets sealed, String place) {
        if (sealed.length() < 1 + Aead.NONCE + Aead.TAG || sealed.at(0) != VERSION) {
            return Optional.empty();
        }
        Octets nonce = sealed.slice(1, 1 + Aead.NONCE);
        Octets ciphertext = sealed.slice(1 + Aead.NONCE, sealed.length());
        return Aead.decrypt(sealing, nonce, associatedData(place), ciphertext);
    }

    @Override
    public Octets mac(Octets value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(digesting.lend(key -> new SecretKeySpec(key, "HmacSHA256")));
            return Octets.of(mac.doFinal(value.toByteArray()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        sealing.close();
        digesting.close();
    }

    /// The length keeps a purpose and a place from being read as another pair.
    private byte[] associatedData(String place) {
        byte[] purposeBytes = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] placeBytes = place.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 4 + purposeBytes.length + placeBytes.length)
                .put(VERSION)
                .putInt(purposeBytes.length)
                .put(purposeBytes)
                .put(placeBytes)
                .array();
    }

    @MustBeClosed
    private static SecretBytes derive(SecretBytes master, String use, String purpose) {
        byte[] info = ("waxwing vault 1 " + use + " " + purpose).getBytes(StandardCharsets.UTF_8);
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            SecretKeySpec input = master.lend(key -> new SecretKeySpec(key, "HKDF"));
            return SecretBytes.taking(
                    hkdf.deriveData(HKDFParameterSpec.ofExtract().addIKM(input).thenExpand(info, KEY)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
