package org.waxwing.crypto.smime;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.mime.Octets;

/// Signatures by a key on a token. The text is hashed here; only the hash goes to the token.
final class TokenSigning {
    private final TokenUse token;
    private final SubjectPublicKeyInfo publicKey;

    /// @param publicKey of the certificate that goes along with the signature
    TokenSigning(TokenUse token, SubjectPublicKeyInfo publicKey) {
        this.token = token;
        this.publicKey = publicKey;
    }

    /// A signature that the certificate's key verifies. A token that made any other, because its key belongs to
    /// another certificate for one, made none.
    byte[] sign(SigningScheme scheme, byte[] text) throws GeneralSecurityException {
        SignatureScheme form = SignatureScheme.of(scheme.algorithm(), scheme.hash());
        byte[] digest = scheme.hash().begin().digest(text);
        byte[] made = switch (form.family()) {
            case "RSA" -> token.run(new TokenOperation.SignPkcs1(digestInfo(scheme.hash(), digest)));
            case "RSA-PSS" -> token.run(pss(form.pss().orElseThrow(), digest));
            case "ECDSA" -> inDer(token.run(new TokenOperation.SignEcdsa(Octets.of(digest))));
            default -> throw new NoSuchAlgorithmException("no token signs like this");
        };
        Signature check = form.machine(Platform.publicKey(publicKey));
        check.initVerify(Platform.publicKey(publicKey));
        check.update(text);
        if (!check.verify(made)) {
            throw new SignatureException("the token's key is not the certificate's");
        }
        return made;
    }

    private static TokenOperation pss(PSSParameterSpec parameters, byte[] digest) {
        return new TokenOperation.SignPss(
                parameters.getDigestAlgorithm(),
                ((MGF1ParameterSpec) parameters.getMGFParameters()).getDigestAlgorithm(),
                parameters.getSaltLength(),
                Octets.of(digest));
    }

    private static Octets digestInfo(HashAlgorithm hash, byte[] digest) throws GeneralSecurityException {
        try {
            return Octets.of(new DigestInfo(new AlgorithmIdentifier(hash.identifier(), DERNull.INSTANCE), digest)
                    .getEncoded(ASN1Encoding.DER));
        } catch (IOException broken) {
            throw new GeneralSecurityException(broken);
        }
    }

    /// A token gives r and s one behind the other; in a message they are a sequence (RFC 5753 §7.2).
    private static byte[] inDer(byte[] both) throws GeneralSecurityException {
        int half = both.length / 2;
        if (half == 0 || both.length != 2 * half) {
            throw new SignatureException("no pair of numbers");
        }
        try {
            return new DERSequence(new ASN1Integer[] {
                        new ASN1Integer(new BigInteger(1, Arrays.copyOf(both, half))),
                        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(both, half, both.length)))
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException broken) {
            throw new GeneralSecurityException(broken);
        }
    }
}
