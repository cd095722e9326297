package org.waxwing.crypto.smime;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.Xof;
import org.bouncycastle.crypto.digests.SHAKEDigest;

/// A hash of a signature.
enum HashAlgorithm {
    MD5(PKCSObjectIdentifiers.md5, "MD5", "md5", true),
    SHA1(OIWObjectIdentifiers.idSHA1, "SHA-1", "sha-1", true),
    SHA224(NISTObjectIdentifiers.id_sha224, "SHA-224", "sha-224", false),
    SHA256(NISTObjectIdentifiers.id_sha256, "SHA-256", "sha-256", false),
    SHA384(NISTObjectIdentifiers.id_sha384, "SHA-384", "sha-384", false),
    SHA512(NISTObjectIdentifiers.id_sha512, "SHA-512", "sha-512", false),
    SHA512_256(NISTObjectIdentifiers.id_sha512_256, "SHA-512/256", "sha-512-256", false),
    SHA3_256(NISTObjectIdentifiers.id_sha3_256, "SHA3-256", "sha3-256", false),
    SHA3_384(NISTObjectIdentifiers.id_sha3_384, "SHA3-384", "sha3-384", false),
    SHA3_512(NISTObjectIdentifiers.id_sha3_512, "SHA3-512", "sha3-512", false),
    SHAKE128(NISTObjectIdentifiers.id_shake128, "SHAKE128", "shake128", false),
    SHAKE256(NISTObjectIdentifiers.id_shake256, "SHAKE256", "shake256", false);

    private final String identifier;
    private final String javaName;
    private final String micalg;
    private final boolean broken;

    HashAlgorithm(ASN1ObjectIdentifier identifier, String javaName, String micalg, boolean broken) {
        this.identifier = identifier.getId();
        this.javaName = javaName;
        this.micalg = micalg;
        this.broken = broken;
    }

    static Optional<HashAlgorithm> of(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(hash -> hash.identifier.equals(identifier.getId()))
                .findFirst();
    }

    ASN1ObjectIdentifier identifier() {
        return new ASN1ObjectIdentifier(identifier);
    }

    /// As the platform names it.
    String javaName() {
        return javaName;
    }

    /// As a multipart/signed names it (RFC 8551 §3.5.3.2).
    String micalg() {
        return micalg;
    }

    /// Whether two texts with the same hash can be made, so that a signature proves nothing.
    boolean broken() {
        return broken;
    }

    MessageDigest begin() {
        try {
            return switch (this) {
                // RFC 8702 §3.1: 32 and 64 octets of output.
                case SHAKE128 -> new ExtendableDigest(new SHAKEDigest(128), 32);
                case SHAKE256 -> new ExtendableDigest(new SHAKEDigest(256), 64);
                case MD5, SHA1, SHA224, SHA256, SHA384, SHA512, SHA512_256, SHA3_256, SHA3_384, SHA3_512 ->
                    MessageDigest.getInstance(javaName);
            };
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + javaName, impossible);
        }
    }

    /// A hash that gives as many octets as one asks for.
    private static final class ExtendableDigest extends MessageDigest {
        private final Xof xof;
        private final int length;

        ExtendableDigest(Xof xof, int length) {
            super("SHAKE");
            this.xof = xof;
            this.length = length;
        }

        @Override
        protected void engineUpdate(byte octet) {
            xof.update(octet);
        }

        @Override
        protected void engineUpdate(byte[] octets, int from, int count) {
            xof.update(octets, from, count);
        }

        @Override
        protected byte[] engineDigest() {
            byte[] made = new byte[length];
            int _ = xof.doFinal(made, 0, length);
            return made;
        }

        @Override
        protected void engineReset() {
            xof.reset();
        }
    }
}
