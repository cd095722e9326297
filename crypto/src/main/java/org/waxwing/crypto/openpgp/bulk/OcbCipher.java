package org.waxwing.crypto.openpgp.bulk;

import java.security.MessageDigest;
import java.util.Arrays;

/// OCB with a tag of 16 octets (RFC 7253 §4), many blocks to each call of the cipher.
final class OcbCipher implements ChunkCipher {
    private static final int BLOCK = 16;
    private static final int SEGMENT = 1 << 13;
    private static final int DOUBLINGS = 40;

    private final BlockEncryption cipher;
    /// L_i of RFC 7253 §4.1 as two halves.
    private final long[] high = new long[DOUBLINGS];
    private final long[] low = new long[DOUBLINGS];
    private final long starHigh;
    private final long starLow;
    private final long dollarHigh;
    private final long dollarLow;
    private final byte[] offsets = new byte[SEGMENT];
    private final byte[] masked = new byte[SEGMENT];
    private final byte[] one = new byte[BLOCK];
    private final byte[] two = new byte[BLOCK];

    private long offsetHigh;
    private long offsetLow;
    private long sumHigh;
    private long sumLow;

    OcbCipher(BlockEncryption cipher) {
        this.cipher = cipher;
        cipher.encrypt(new byte[BLOCK], 0, BLOCK, one, 0);
        starHigh = Xor.get(one, 0);
        starLow = Xor.get(one, 8);
        dollarHigh = doubledHigh(starHigh, starLow);
        dollarLow = doubledLow(starHigh, starLow);
        long h = dollarHigh;
        long l = dollarLow;
        for (int i = 0; i < DOUBLINGS; i++) {
            long doubled = doubledHigh(h, l);
            l = doubledLow(h, l);
            h = doubled;
            high[i] = h;
            low[i] = l;
        }
    }

    private static long doubledHigh(long high, long low) {
        return (high << 1) | (low >>> 63);
    }

    private static long doubledLow(long high, long low) {
        return (low << 1) ^ ((high >> 63) & 0x87);
    }

    @Override
    public void seal(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt) {
        start(nonce);
        int whole = length / BLOCK * BLOCK;
        for (int done = 0; done < whole; done += SEGMENT) {
            int size = Math.min(SEGMENT, whole - done);
            sum(in, at + done, size);
            mask(in, at + done, size, done / BLOCK);
            cipher.encrypt(masked, 0, size, out, outAt + done);
            Xor.into(out, outAt + done, offsets, 0, size);
        }
        if (whole < length) {
            rest(in, at + whole, length - whole, out, outAt + whole, true);
        }
        System.arraycopy(tag(associated), 0, out, outAt + length, TAG);
    }

    @Override
    public boolean open(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt) {
        if (length < TAG) {
            return false;
        }
        start(nonce);
        int text = length - TAG;
        int whole = text / BLOCK * BLOCK;
        for (int done = 0; done < whole; done += SEGMENT) {
            int size = Math.min(SEGMENT, whole - done);
            mask(in, at + done, size, done / BLOCK);
            cipher.decrypt(masked, 0, size, out, outAt + done);
            Xor.into(out, outAt + done, offsets, 0, size);
            sum(out, outAt + done, size);
        }
        if (whole < text) {
            rest(in, at + whole, text - whole, out, outAt + whole, false);
        }
        return MessageDigest.isEqual(tag(associated), Arrays.copyOfRange(in, at + text, at + length));
    }

    /// Offset_0 and an empty checksum (RFC 7253 §4.2). The nonce is 15 octets, so that its first octet in
    /// the block is 1: a tag of 128 bits is written as 0.
    private void start(byte[] nonce) {
        Arrays.fill(one, (byte) 0);
        System.arraycopy(nonce, 0, one, BLOCK - nonce.length, nonce.length);
        one[BLOCK - 1 - nonce.length] |= 1;
        int bottom = one[BLOCK - 1] & 0x3F;
        one[BLOCK - 1] &= (byte) 0xC0;
        cipher.encrypt(one, 0, BLOCK, two, 0);
        long first = Xor.get(two, 0);
        long second = Xor.get(two, 8);
        long third = first ^ ((first << 8) | (second >>> 56));
        offsetHigh = bottom == 0 ? first : (first << bottom) | (second >>> (64 - bottom));
        offsetLow = bottom == 0 ? second : (second << bottom) | (third >>> (64 - bottom));
        sumHigh = 0;
        sumLow = 0;
    }

    /// The text xor its offsets, which are kept for the way out.
    private void mask(byte[] in, int at, int size, int blocksBefore) {
        long h = offsetHigh;
        long l = offsetLow;
        for (int i = 0, number = blocksBefore + 1; i < size; i += BLOCK, number++) {
            int zeros = Integer.numberOfTrailingZeros(number);
            h ^= high[zeros];
            l ^= low[zeros];
            Xor.set(offsets, i, h);
            Xor.set(offsets, i + 8, l);
            Xor.set(masked, i, Xor.get(in, at + i) ^ h);
            Xor.set(masked, i + 8, Xor.get(in, at + i + 8) ^ l);
        }
        offsetHigh = h;
        offsetLow = l;
    }

    private void sum(byte[] text, int at, int size) {
        long h = sumHigh;
        long l = sumLow;
        for (int i = at; i < at + size; i += BLOCK) {
            h ^= Xor.get(text, i);
            l ^= Xor.get(text, i + 8);
        }
        sumHigh = h;
        sumLow = l;
    }

    /// The last octets that are no whole block.
    private void rest(byte[] in, int at, int length, byte[] out, int outAt, boolean sealing) {
        offsetHigh ^= starHigh;
        offsetLow ^= starLow;
        Xor.set(one, 0, offsetHigh);
        Xor.set(one, 8, offsetLow);
        cipher.encrypt(one, 0, BLOCK, two, 0);
        byte[] padded = new byte[BLOCK];
        if (sealing) {
            System.arraycopy(in, at, padded, 0, length);
        }
        System.arraycopy(in, at, out, outAt, length);
        Xor.into(out, outAt, two, 0, length);
        if (!sealing) {
            System.arraycopy(out, outAt, padded, 0, length);
        }
        padded[length] = (byte) 0x80;
        sum(padded, 0, BLOCK);
    }

    private byte[] tag(byte[] associated) {
        Xor.set(one, 0, sumHigh ^ offsetHigh ^ dollarHigh);
        Xor.set(one, 8, sumLow ^ offsetLow ^ dollarLow);
        byte[] tag = new byte[TAG];
        cipher.encrypt(one, 0, BLOCK, tag, 0);
        Xor.into(tag, 0, hash(associated), 0, TAG);
        return tag;
    }

    /// HASH of RFC 7253 §4.1 over what is short here.
    private byte[] hash(byte[] associated) {
        long h = 0;
        long l = 0;
        byte[] sum = new byte[BLOCK];
        int whole = associated.length / BLOCK;
        for (int i = 0; i <= whole; i++) {
            int length = Math.min(BLOCK, associated.length - i * BLOCK);
            if (length == 0) {
                break;
            }
            byte[] block = Arrays.copyOf(Arrays.copyOfRange(associated, i * BLOCK, i * BLOCK + length), BLOCK);
            int zeros = Integer.numberOfTrailingZeros(i + 1);
            h ^= length == BLOCK ? high[zeros] : starHigh;
            l ^= length == BLOCK ? low[zeros] : starLow;
            if (length < BLOCK) {
                block[length] = (byte) 0x80;
            }
            Xor.set(one, 0, Xor.get(block, 0) ^ h);
            Xor.set(one, 8, Xor.get(block, 8) ^ l);
            cipher.encrypt(one, 0, BLOCK, two, 0);
            Xor.into(sum, 0, two, 0, BLOCK);
        }
        return sum;
    }
}
