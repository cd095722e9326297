package org.waxwing.crypto.openpgp.bulk;

import org.bouncycastle.crypto.Digest;
import org.waxwing.crypto.mime.Octets;

/// A digest that was computed already, for signers that want to compute it themselves.
record ReadyDigest(String name, Octets value) implements Digest {
    @Override
    public String getAlgorithmName() {
        return name;
    }

    @Override
    public int getDigestSize() {
        return value.length();
    }

    @Override
    public void update(byte octet) {
        throw new IllegalStateException("the digest is complete");
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
        throw new IllegalStateException("the digest is complete");
    }

    @Override
    public int doFinal(byte[] out, int at) {
        byte[] bytes = value.toByteArray();
        System.arraycopy(bytes, 0, out, at, bytes.length);
        return bytes.length;
    }

    @Override
    public void reset() {
        // There is nothing to begin anew.
    }
}
