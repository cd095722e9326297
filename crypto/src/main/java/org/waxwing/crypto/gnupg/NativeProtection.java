package org.waxwing.crypto.gnupg;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.modes.CFBBlockCipher;
import org.bouncycastle.crypto.modes.CFBModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;

/// A key that came to the agent from an OpenPGP file and was not used since: still locked as it was in the
/// file (RFC 9580 §5.5.3), which GnuPG calls `openpgp-native`.
///
/// @param mode the S2K specifier's type: 0, 1 or 3
/// @param hashId the hash by its number in OpenPGP
/// @param withSha1 the secret numbers end in SHA-1 rather than in a sum of two octets
record NativeProtection(
        NativeCipher cipher,
        int mode,
        int hashId,
        IteratedS2k stretching,
        boolean withSha1,
        Octets iv,
        Octets encrypted) {
    private static final int SHA1_LENGTH = 20;

    /// The protection, or nothing when it doesn't follow the format or is of a kind this program doesn't
    /// know.
    static Optional<NativeProtection> parse(Node protection) {
        Optional<Node> key = protection.named("openpgp-private-key");
        Optional<Node> lock = key.flatMap(inside -> inside.named("protection"));
        Optional<Octets> encrypted = key.flatMap(inside -> inside.named("skey")).flatMap(NativeProtection::encrypted);
        return lock.isEmpty() || encrypted.isEmpty() ? Optional.empty() : parse(lock.get(), encrypted.get());
    }

    private static Optional<NativeProtection> parse(Node lock, Octets encrypted) {
        String type = lock.text(1).orElse("");
        Optional<NativeCipher> cipher = lock.text(2).flatMap(NativeCipher::called);
        Optional<Octets> iv = lock.atom(3);
        int mode = mode(lock.text(4).orElse(""));
        Optional<NativeHash> hash = lock.text(5).flatMap(NativeHash::called);
        Octets salt = lock.atom(6).orElse(Octets.empty());
        Optional<Long> count = lock.text(7).flatMap(IteratedS2k::count);
        boolean known = (type.equals("sha1") || type.equals("sum"))
                && cipher.isPresent()
                && hash.isPresent()
                && mode >= 0
                && iv.isPresent()
                && iv.get().length() == cipher.get().blockLength()
                && salt.length() == (mode == 0 ? 0 : 8)
                && (mode != 3 || count.isPresent());
        return known
                ? Optional.of(new NativeProtection(
                        cipher.get(),
                        mode,
                        hash.get().id(),
                        new IteratedS2k(
                                hash.get().javaName(),
                                salt,
                                mode == 3 ? count.get() : 0,
                                cipher.get().keyLength()),
                        type.equals("sha1"),
                        iv.get(),
                        encrypted))
                : Optional.empty();
    }

    /// The secret numbers of a key that was not locked in its file either: RSA has four, the others one,
    /// behind the public ones.
    static Optional<List<BigInteger>> numbersInTheOpen(Node protection) {
        Optional<Node> key = protection.named("openpgp-private-key");
        boolean open = key.flatMap(inside -> inside.named("protection"))
                .flatMap(lock -> lock.text(1))
                .equals(Optional.of("none"));
        int secrets = key.flatMap(inside -> inside.named("algo"))
                        .flatMap(algorithm -> algorithm.text(1))
                        .equals(Optional.of("RSA"))
                ? 4
                : 1;
        List<Octets> values = key.flatMap(inside -> inside.named("skey")).stream()
                .flatMap(skey -> skey.elements().stream())
                .filter(SExpression.Atom.class::isInstance)
                .map(atom -> ((SExpression.Atom) atom).value())
                .toList();
        if (!open || values.size() < 1 + 2 * secrets) {
            return Optional.empty();
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (int i = values.size() - 2 * secrets + 1; i < values.size(); i += 2) {
            numbers.add(new BigInteger(1, values.get(i).toByteArray()));
        }
        return Optional.of(numbers);
    }

    private static int mode(String digits) {
        return switch (digits) {
            case "0" -> 0;
            case "1" -> 1;
            case "3" -> 3;
            default -> -1;
        };
    }

    /// The value after `e`; before it stand the public numbers, each after `_`.
    private static Optional<Octets> encrypted(Node skey) {
        for (int i = 1; i + 1 < skey.elements().size(); i += 2) {
            if (skey.text(i).equals(Optional.of("e"))) {
                return skey.atom(i + 1);
            }
        }
        return Optional.empty();
    }

    /// What follows the public numbers in a secret key packet: the key as locked as it was. Nothing when
    /// the count has no octet in OpenPGP.
    Optional<Octets> packetTail() {
        int octet = countOctet();
        if (mode == 3 && octet < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(withSha1 ? 254 : 255);
        out.write(cipher.id());
        out.write(mode);
        out.write(hashId);
        out.writeBytes(stretching.salt().toByteArray());
        if (mode == 3) {
            out.write(octet);
        }
        out.writeBytes(iv.toByteArray());
        out.writeBytes(encrypted.toByteArray());
        return Optional.of(Octets.of(out.toByteArray()));
    }

    private int countOctet() {
        for (int octet = 0; octet < 256; octet++) {
            if ((16L + (octet & 15)) << ((octet >> 4) + 6) == stretching.count()) {
                return octet;
            }
        }
        return -1;
    }

    /// The secret numbers in the order of OpenPGP; nothing when the derived key is not the right one.
    Optional<List<BigInteger>> open(byte[] derived) {
        byte[] plain = decrypt(derived);
        int end = plain.length - (withSha1 ? SHA1_LENGTH : 2);
        boolean proven =
                end > 0 && MessageDigest.isEqual(proof(plain, end), Arrays.copyOfRange(plain, end, plain.length));
        Optional<List<BigInteger>> numbers = proven ? numbers(Octets.of(plain), end) : Optional.empty();
        Arrays.fill(plain, (byte) 0);
        return numbers;
    }

    private byte[] proof(byte[] plain, int end) {
        if (withSha1) {
            return Keygrip.sha1().digest(Arrays.copyOf(plain, end));
        }
        int sum = 0;
        for (int i = 0; i < end; i++) {
            sum += plain[i] & 0xFF;
        }
        return new byte[] {(byte) (sum >> 8), (byte) sum};
    }

    private static Optional<List<BigInteger>> numbers(Octets plain, int end) {
        List<BigInteger> numbers = new ArrayList<>();
        int offset = 0;
        while (offset + 2 <= end) {
            int next = offset + 2 + ((plain.at(offset) << 8 | plain.at(offset + 1)) + 7) / 8;
            if (next > end) {
                return Optional.empty();
            }
            numbers.add(new BigInteger(1, plain.slice(offset + 2, next).toByteArray()));
            offset = next;
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
    }

    private byte[] decrypt(byte[] derived) {
        BlockCipher engine = cipher.engine();
        CFBModeCipher cfb = CFBBlockCipher.newInstance(engine, 8 * engine.getBlockSize());
        cfb.init(false, new ParametersWithIV(new KeyParameter(derived), iv.toByteArray()));
        byte[] plain = new byte[encrypted.length()];
        cfb.processBytes(encrypted.toByteArray(), 0, plain.length, plain, 0);
        return plain;
    }
}
