package org.waxwing.crypto.openpgp.gate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.waxwing.crypto.mime.Octets;

/// Checks the two octets of the digest that a signature shows in the clear (RFC 9580 §5.2.3), by a
/// computation of its own.
final class ProducedPrefix {
    private ProducedPrefix() {}

    /// @param signature one binary version 4 signature packet by SHA-512, with a two-octet length in the
    ///   current format
    static boolean isRight(Octets signature, Octets document) {
        Octets body = signature.slice(signature.at(1) < 192 ? 2 : 3, signature.length());
        int hashedEnd = 6 + (body.at(4) << 8) + body.at(5);
        int unhashed = (body.at(hashedEnd) << 8) + body.at(hashedEnd + 1);
        int prefix = hashedEnd + 2 + unhashed;
        byte[] digest = digest(document, body.slice(0, hashedEnd));
        return body.at(prefix) == (digest[0] & 0xFF) && body.at(prefix + 1) == (digest[1] & 0xFF);
    }

    private static byte[] digest(Octets document, Octets covered) {
        try {
            MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
            sha512.update(document.toByteArray());
            sha512.update(covered.toByteArray());
            int length = covered.length();
            sha512.update(new byte[] {4, (byte) 0xFF, 0, 0, (byte) (length >> 8), (byte) length});
            return sha512.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
