package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/// Takes the padding off a block that an RSA key made, for a content key whose length is known beforehand.
/// Neither has a branch or an index that depends on what is in the block: a key that is padded wrongly and one of
/// another length give the key that was drawn instead, in the same time (Bleichenbacher 1998, Manger 2001).
final class RsaPadding {
    private static final int MIN_PADDING = 8;

    private RsaPadding() {}

    /// RFC 8017 §7.2.2: 0, 2, at least eight octets that are not 0, then 0, then a key of exactly the length
    /// that is expected.
    ///
    /// @param block as long as the modulus; wiped
    /// @param instead what comes out where that is not so
    static byte[] withoutPkcs1(byte[] block, byte[] instead) {
        int start = block.length - instead.length;
        if (start < MIN_PADDING + 3) {
            return instead;
        }
        int wrong = block[0] | (block[1] ^ 2) | block[start - 1];
        for (int i = 2; i < start - 1; i++) {
            int octet = block[i] & 0xFF;
            wrong |= (octet - 1) >>> 31;
        }
        return chosen(wrong, block, start, instead);
    }

    /// RFC 8017 §7.1.2: 0, a masked seed, and masked: the hash of the label, zeros, 1, and a key of exactly the
    /// length that is expected.
    ///
    /// @param block as long as the modulus; wiped
    /// @param instead what comes out where that is not so
    static byte[] withoutOaep(byte[] block, OAEPParameterSpec parameters, byte[] instead)
            throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance(parameters.getDigestAlgorithm());
        MessageDigest mask =
                MessageDigest.getInstance(((MGF1ParameterSpec) parameters.getMGFParameters()).getDigestAlgorithm());
        byte[] label = hash.digest(((PSource.PSpecified) parameters.getPSource()).getValue());
        int data = 1 + label.length;
        int start = block.length - instead.length;
        if (start < data + label.length + 1) {
            return instead;
        }
        unmask(mask, block, data, block.length, 1, data);
        unmask(mask, block, 1, data, data, block.length);
        int wrong = block[0] | (block[start - 1] ^ 1);
        for (int i = 0; i < label.length; i++) {
            wrong |= block[data + i] ^ label[i];
        }
        for (int i = data + label.length; i < start - 1; i++) {
            wrong |= block[i];
        }
        return chosen(wrong, block, start, instead);
    }

    /// MGF1 (RFC 8017 §B.2.1) over one part of the block, laid upon another.
    private static void unmask(MessageDigest hash, byte[] block, int seedFrom, int seedTo, int from, int to) {
        int length = hash.getDigestLength();
        for (int at = from, counter = 0; at < to; at += length, counter++) {
            hash.update(block, seedFrom, seedTo - seedFrom);
            hash.update(
                    new byte[] {(byte) (counter >>> 24), (byte) (counter >>> 16), (byte) (counter >>> 8), (byte) counter
                    });
            byte[] piece = hash.digest();
            for (int i = 0; i < Math.min(length, to - at); i++) {
                block[at + i] ^= piece[i];
            }
        }
    }

    private static byte[] chosen(int wrong, byte[] block, int start, byte[] instead) {
        int mask = ((wrong | -wrong) >>> 31) - 1;
        byte[] chosen = new byte[instead.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (byte) ((block[start + i] & mask) | (instead[i] & ~mask));
        }
        Arrays.fill(block, (byte) 0);
        return chosen;
    }
}
