package org.waxwing.crypto.gnupg;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.waxwing.crypto.cert.SmartCard;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// What follows the public numbers in a secret key packet (RFC 9580 §5.5.3).
final class SecretPacketTail {
    private static final int CFB_WITH_SHA1 = 254;
    private static final int AES256 = 9;
    private static final int ITERATED = 3;
    private static final int SHA256 = 8;
    /// The least count in use, 65,536: it stretches 256 random bits, which need no stretching.
    private static final int COUNT_OCTET = 0x60;
    private static final long COUNT = 65_536;

    private static final int LONGEST_SERIAL_NUMBER = 16;

    private SecretPacketTail() {}

    /// Locks the numbers with a passphrase that must itself be random.
    static Octets locked(SecretNumbers numbers, Passphrase passphrase, SecureRandom random) {
        byte[] salt = random(random, 8);
        byte[] iv = random(random, 16);
        IteratedS2k stretching = new IteratedS2k("SHA-256", Octets.of(salt), COUNT, 32);
        byte[] plain = withProof(numbers);
        byte[] derived = passphrase.lend(stretching::derive);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(CFB_WITH_SHA1);
        out.write(AES256);
        out.write(ITERATED);
        out.write(SHA256);
        out.writeBytes(salt);
        out.write(COUNT_OCTET);
        out.writeBytes(iv);
        out.writeBytes(encrypt(plain, derived, iv));
        Arrays.fill(plain, (byte) 0);
        Arrays.fill(derived, (byte) 0);
        return Octets.of(out.toByteArray());
    }

    /// GnuPG's sign that the secret part is not here: private S2K type 101, "GNU", 1.
    static Octets absent() {
        return Octets.of(elsewhere(1).toByteArray());
    }

    /// GnuPG's sign that the secret part is on a card: private S2K type 101, "GNU", 2, and the card's
    /// serial number, of which at most 16 octets have room.
    static Octets onCard(SmartCard card) {
        Octets number = card.serialNumber();
        ByteArrayOutputStream out = elsewhere(2);
        int length = Math.min(number.length(), LONGEST_SERIAL_NUMBER);
        out.write(length);
        out.writeBytes(number.slice(0, length).toByteArray());
        return Octets.of(out.toByteArray());
    }

    private static ByteArrayOutputStream elsewhere(int mode) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(255);
        out.write(AES256);
        out.write(101);
        out.write(SHA256);
        out.writeBytes("GNU".getBytes(StandardCharsets.US_ASCII));
        out.write(mode);
        return out;
    }

    private static byte[] withProof(SecretNumbers numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (BigInteger number : numbers.inOrder()) {
            out.write(number.bitLength() >> 8);
            out.write(number.bitLength());
            out.writeBytes(Keygrip.unsigned(number));
        }
        out.writeBytes(Keygrip.sha1().digest(out.toByteArray()));
        return out.toByteArray();
    }

    private static byte[] encrypt(byte[] plain, byte[] derived, byte[] iv) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has AES in CFB", absent);
        }
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
