package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CCMParameters;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.pkcs.RC2CBCParameter;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.engine.CipherUsed.Strength;
import org.waxwing.crypto.mime.Pieces;

/// The content-encryption algorithm of one message with its parameters, checked.
///
/// @param parameters of the cipher itself, never of the derivation around it
/// @param derived whether the content key is derived from the one sent, bound to the algorithm (RFC 9709
///   §3)
record ContentAlgorithm(ContentCipher cipher, AlgorithmIdentifier parameters, boolean derived) {
    private static final ASN1ObjectIdentifier CEK_HKDF_SHA256 = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.3.31");
    private static final int LEAST_BITS = 112;
    private static final int MIN_TAG = 12;
    private static final int MAX_TAG = 16;
    private static final int GCM_NONCE = 12;
    private static final long CCM_LIMIT = 64 << 20;

    static ContentAlgorithm of(AlgorithmIdentifier identifier) throws BrokenCmsException {
        boolean derived = CEK_HKDF_SHA256.equals(identifier.getAlgorithm());
        AlgorithmIdentifier own = derived ? AlgorithmIdentifier.getInstance(identifier.getParameters()) : identifier;
        if (own == null) {
            throw BrokenCmsException.malformed();
        }
        ContentCipher cipher = ContentCipher.of(own.getAlgorithm()).orElseThrow(BrokenCmsException::unsupported);
        return new ContentAlgorithm(cipher, own, derived);
    }

    /// How many octets the content key has.
    int keyLength() {
        return cipher == ContentCipher.RC2 ? rc2Bits() / 8 : cipher.keyLength();
    }

    /// What is to be said of it. A key of 64 bits is found by trying; blocks of 64 bits give away what repeats
    /// in long texts (RFC 8551 §6).
    CipherUsed used() {
        return switch (cipher) {
            case RC2 -> {
                int bits = rc2Bits();
                yield new CipherUsed(cipher.title() + "-" + bits, bits < LEAST_BITS ? Strength.BROKEN : Strength.OLD);
            }
            case TRIPLE_DES -> new CipherUsed(cipher.title(), Strength.OLD);
            case AES_128_CBC,
                    AES_192_CBC,
                    AES_256_CBC,
                    AES_128_GCM,
                    AES_192_GCM,
                    AES_256_GCM,
                    AES_128_CCM,
                    AES_192_CCM,
                    AES_256_CCM,
                    CHACHA20_POLY1305 -> CipherUsed.sound(cipher.title());
        };
    }

    private int rc2Bits() {
        int version = rc2().getRC2ParameterVersion().intValueExact();
        // RFC 2268 §6: the version encodes the effective bits.
        return switch (version) {
            case 160 -> 40;
            case 120 -> 64;
            case 58 -> 128;
            default -> throw new IllegalArgumentException("this size of RC2 was never used in mail");
        };
    }

    private RC2CBCParameter rc2() {
        return RC2CBCParameter.getInstance(parameters.getParameters());
    }

    /// Begins to decrypt.
    ///
    /// @param associated the authenticated attributes, or nothing
    /// @param keeper takes the text, and shows it to nobody before it is proven
    ContentOpening opening(byte[] sent, byte[] associated, Pieces keeper) throws IOException {
        byte[] key = contentKey(sent);
        try {
            return switch (cipher.mode()) {
                case CBC -> new CbcOpening(cbc(key), keeper);
                case GCM -> gcm(key, associated, keeper);
                case CCM -> ccm(key, associated, keeper);
                case CHACHA -> chacha(key, associated, keeper);
            };
        } catch (GeneralSecurityException parameters) {
            throw BrokenCmsException.malformed(parameters);
        }
    }

    /// The key that encrypts the content, from the one that travels (RFC 9709 §2).
    byte[] contentKey(byte[] sent) throws IOException {
        if (!derived) {
            return sent;
        }
        byte[] info = parameters.getEncoded(ASN1Encoding.DER);
        return KeyDerivation.hkdf("SHA-256", sent, KeyDerivation.CEK_SALT, info, sent.length);
    }

    private Cipher cbc(byte[] key) throws GeneralSecurityException {
        boolean rc2 = cipher == ContentCipher.RC2;
        String name = rc2 ? "RC2" : cipher == ContentCipher.TRIPLE_DES ? "DESede" : "AES";
        AlgorithmParameterSpec spec = rc2
                ? new RC2ParameterSpec(rc2Bits(), rc2().getIV())
                : new IvParameterSpec(octets(parameters.getParameters()));
        Cipher made = Cipher.getInstance(name + "/CBC/PKCS5Padding");
        made.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, name), spec);
        return made;
    }

    private ContentOpening gcm(byte[] key, byte[] associated, Pieces keeper)
            throws IOException, GeneralSecurityException {
        GCMParameters gcm = GCMParameters.getInstance(parameters.getParameters());
        requireTag(gcm.getIcvLen());
        if (gcm.getNonce().length != GCM_NONCE) {
            throw BrokenCmsException.unsupported();
        }
        return new GcmOpening(key, gcm.getNonce(), gcm.getIcvLen(), associated, keeper);
    }

    private ContentOpening ccm(byte[] key, byte[] associated, Pieces keeper) throws IOException {
        CCMParameters ccm = CCMParameters.getInstance(parameters.getParameters());
        requireTag(ccm.getIcvLen());
        AEADCipher made = CCMBlockCipher.newInstance(AESEngine.newInstance());
        made.init(false, new AEADParameters(new KeyParameter(key), 8 * ccm.getIcvLen(), ccm.getNonce(), associated));
        return new AeadOpening(made, ccm.getIcvLen(), CCM_LIMIT, keeper);
    }

    private ContentOpening chacha(byte[] key, byte[] associated, Pieces keeper) {
        ChaCha20Poly1305 made = new ChaCha20Poly1305();
        byte[] nonce = octets(parameters.getParameters());
        made.init(false, new AEADParameters(new KeyParameter(key), 8 * MAX_TAG, nonce, associated));
        return new AeadOpening(made, MAX_TAG, Long.MAX_VALUE, keeper);
    }

    /// RFC 5084 §3.2 allows no tag below 12 octets; a tag of 4 is guessed in minutes.
    private static void requireTag(int octets) throws BrokenCmsException {
        if (octets < MIN_TAG || octets > MAX_TAG) {
            throw BrokenCmsException.malformed();
        }
    }

    private static byte[] octets(ASN1Encodable parameters) {
        return ASN1OctetString.getInstance(parameters).getOctets();
    }
}
