package org.waxwing.crypto.smime;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.Pack;
import org.jspecify.annotations.Nullable;

/// How a wrapping key comes out of a secret that two keys agreed upon (RFC 5753 §7.1.4, RFC 8418 §2).
/// The cofactor variants are the same on every curve that mail uses.
enum AgreementScheme {
    SHA1("1.3.133.16.840.63.0.2", "SHA-1", false),
    SHA1_COFACTOR("1.3.133.16.840.63.0.3", "SHA-1", false),
    SHA224("1.3.132.1.11.0", "SHA-224", false),
    SHA256("1.3.132.1.11.1", "SHA-256", false),
    SHA384("1.3.132.1.11.2", "SHA-384", false),
    SHA512("1.3.132.1.11.3", "SHA-512", false),
    SHA224_COFACTOR("1.3.132.1.14.0", "SHA-224", false),
    SHA256_COFACTOR("1.3.132.1.14.1", "SHA-256", false),
    SHA384_COFACTOR("1.3.132.1.14.2", "SHA-384", false),
    SHA512_COFACTOR("1.3.132.1.14.3", "SHA-512", false),
    HKDF_SHA256("1.2.840.113549.1.9.16.3.19", "SHA-256", true),
    HKDF_SHA384("1.2.840.113549.1.9.16.3.20", "SHA-384", true),
    HKDF_SHA512("1.2.840.113549.1.9.16.3.21", "SHA-512", true);

    private final String identifier;
    private final String hash;
    private final boolean hkdf;

    AgreementScheme(String identifier, String hash, boolean hkdf) {
        this.identifier = identifier;
        this.hash = hash;
        this.hkdf = hkdf;
    }

    static Optional<AgreementScheme> of(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.identifier.equals(identifier.getId()))
                .findFirst();
    }

    ASN1ObjectIdentifier identifier() {
        return new ASN1ObjectIdentifier(identifier);
    }

    /// The wrapping key.
    ///
    /// @param wrapping the algorithm that it is for, exactly as the message writes it
    /// @param keyMaterial what the sender added, if anything
    byte[] wrappingKey(byte[] secret, AlgorithmIdentifier wrapping, int length, byte @Nullable [] keyMaterial)
            throws IOException {
        byte[] bits = Pack.intToBigEndian(8 * length);
        byte[] info = new ECCCMSSharedInfo(wrapping, keyMaterial, bits).getEncoded(ASN1Encoding.DER);
        return hkdf
                ? KeyDerivation.hkdf(hash, secret, KeyDerivation.NO_SALT, info, length)
                : KeyDerivation.x963(hash, secret, info, length);
    }
}
