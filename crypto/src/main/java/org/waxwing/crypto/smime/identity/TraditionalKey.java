package org.waxwing.crypto.smime.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;

/// The private keys of programs before PKCS#8: the bare numbers of RSA (RFC 8017 Appendix A.1.2), EC (RFC
/// 5915 §3) and DSA, in PEM also encrypted under a key that one pass of MD5 makes of the passphrase.
final class TraditionalKey {
    private TraditionalKey() {}

    /// The same key as PKCS#8 has it.
    static PrivateKeyInfo read(ASN1Sequence numbers) throws Refusal {
        try {
            if (numbers.size() >= 9 && numbers.getObjectAt(8) instanceof ASN1Integer) {
                return new PrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        RSAPrivateKey.getInstance(numbers));
            }
            if (numbers.size() == 6 && numbers.getObjectAt(5) instanceof ASN1Integer x) {
                return new PrivateKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_dsa,
                                new DSAParameter(number(numbers, 1), number(numbers, 2), number(numbers, 3))),
                        x);
            }
            ECPrivateKey ec = ECPrivateKey.getInstance(numbers);
            ASN1Primitive curve = Optional.ofNullable(ec.getParametersObject())
                    .map(parameters -> parameters.toASN1Primitive())
                    .orElseThrow(() -> new Refusal(IdentityProblem.UNSUPPORTED));
            return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), ec);
        } catch (IOException broken) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }

    private static java.math.BigInteger number(ASN1Sequence numbers, int index) {
        return ASN1Integer.getInstance(numbers.getObjectAt(index)).getValue();
    }

    /// Undoes the encryption of RFC 1421 as programs wrote it.
    ///
    /// @param info the value of `DEK-Info`: a cipher, a comma, its initial vector in hexadecimal
    static PrivateKeyInfo read(byte[] encrypted, String info, Passphrase passphrase) throws Refusal {
        List<String> parts = List.of(info.split(",", -1));
        if (parts.size() != 2) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
        String name = parts.getFirst().strip().toUpperCase(Locale.ROOT);
        int length = switch (name) {
            case "AES-128-CBC" -> 16;
            case "AES-192-CBC", "DES-EDE3-CBC" -> 24;
            case "AES-256-CBC" -> 32;
            case "DES-CBC" -> 8;
            case String _ -> throw new Refusal(IdentityProblem.UNSUPPORTED);
        };
        String cipher = name.startsWith("AES") ? "AES" : length == 24 ? "DESede" : "DES";
        byte[] iv = HexFormat.of().parseHex(parts.getLast().strip());
        if (iv.length < 8) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
        try (SecretBytes secret = PassphraseForm.UTF_8.of(passphrase)) {
            byte[] key = secret.lend(bytes -> derived(bytes, Arrays.copyOf(iv, 8), length));
            Cipher block = Cipher.getInstance(cipher + "/CBC/PKCS5Padding");
            block.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher), new IvParameterSpec(iv));
            byte[] clear = block.doFinal(encrypted);
            try {
                return read(Der.sequence(clear));
            } finally {
                Arrays.fill(key, (byte) 0);
                Arrays.fill(clear, (byte) 0);
            }
        } catch (GeneralSecurityException | IllegalArgumentException | Refusal unfit) {
            throw new Refusal(IdentityProblem.WRONG_PASSPHRASE);
        }
    }

    private static byte[] derived(byte[] passphrase, byte[] salt, int length) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] key = new byte[0];
            byte[] last = new byte[0];
            while (key.length < length) {
                md5.update(last);
                md5.update(passphrase);
                last = md5.digest(salt);
                int before = key.length;
                key = Arrays.copyOf(key, before + last.length);
                System.arraycopy(last, 0, key, before, last.length);
            }
            return Arrays.copyOf(key, length);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("the Java platform has no MD5", impossible);
        }
    }
}
