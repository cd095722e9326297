package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.mime.Octets;

/// Content keys under a secret that the sender's passing key and the recipient's own key agree upon
/// (RFC 5753 §3.1, RFC 8418 §3).
final class CurveAgreement {
    private CurveAgreement() {}

    static Optional<byte[]> open(KeyAgreeRecipientInfo info, byte[] wrapped, UnlockedIdentity own)
            throws IOException, GeneralSecurityException {
        AlgorithmIdentifier algorithm = info.getKeyEncryptionAlgorithm();
        AgreementScheme scheme = AgreementScheme.of(algorithm.getAlgorithm())
                .orElseThrow(() -> new NoSuchAlgorithmException("no such scheme"));
        AlgorithmIdentifier wrapping = AlgorithmIdentifier.getInstance(algorithm.getParameters());
        KeyWrap wrap =
                KeyWrap.of(wrapping.getAlgorithm()).orElseThrow(() -> new NoSuchAlgorithmException("no such wrapping"));
        OriginatorPublicKey passing = info.getOriginator().getOriginatorKey();
        if (passing == null) {
            throw new InvalidKeyException("the sender's key does not travel along");
        }
        byte[] secret = secret(own, passing);
        ASN1OctetString material = info.getUserKeyingMaterial();
        byte[] key =
                scheme.wrappingKey(secret, wrapping, wrap.keyLength(), material == null ? null : material.getOctets());
        return wrap.unwrap(key, wrapped);
    }

    private static byte[] secret(UnlockedIdentity own, OriginatorPublicKey passing) throws GeneralSecurityException {
        SubjectPublicKeyInfo ours = own.certificate().getSubjectPublicKeyInfo();
        AlgorithmIdentifier theirs = passing.getAlgorithm();
        ASN1Encodable curve = theirs.getParameters();
        boolean stated = curve != null && !DERNull.INSTANCE.equals(curve);
        boolean sameKind = theirs.getAlgorithm().equals(ours.getAlgorithm().getAlgorithm());
        // RFC 5753 §7.1.1: the parameters may be absent; they are the recipient's in any case.
        if (!sameKind
                || (stated && !KeyUnwrapping.same(curve, ours.getAlgorithm().getParameters()))) {
            throw new InvalidKeyException("the sender's key is on another curve");
        }
        // Whole octets: bits that a parser would cut off are covered by nothing.
        SubjectPublicKeyInfo sender = new SubjectPublicKeyInfo(
                ours.getAlgorithm(), passing.getPublicKeyData().getOctets());
        if (own.key().token().isPresent()) {
            return onToken(own.key().token().get(), sender);
        }
        PublicKey key = Platform.publicKey(sender);
        KeyAgreement agreement = Platform.agreement(
                name(ours.getAlgorithm().getAlgorithm()), own.key().key());
        agreement.init(own.key().key());
        Object _ = agreement.doPhase(key, true);
        return agreement.generateSecret();
    }

    /// A token may multiply any point that it is given and so give its key away piece by piece; therefore the point
    /// is proven to lie on the curve first.
    private static byte[] onToken(TokenUse token, SubjectPublicKeyInfo sender) throws GeneralSecurityException {
        X9ECParameters curve = sender.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier named
                ? ECNamedCurveTable.getByOID(named)
                : null;
        if (curve == null || !sender.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            throw new InvalidKeyException("no token agrees on this curve");
        }
        try {
            ECPoint point =
                    curve.getCurve().decodePoint(sender.getPublicKeyData().getBytes());
            if (point.isInfinity()) {
                throw new InvalidKeyException("no point");
            }
            int length = (curve.getCurve().getFieldSize() + 7) / 8;
            return token.run(new TokenOperation.Agree(Octets.of(point.getEncoded(false)), length));
        } catch (IllegalArgumentException elsewhere) {
            throw new InvalidKeyException("the point is not on the curve", elsewhere);
        }
    }

    /// As the platform names an agreement with keys of this kind.
    static String name(ASN1ObjectIdentifier kind) {
        boolean montgomery = kind.equals(EdECObjectIdentifiers.id_X25519) || kind.equals(EdECObjectIdentifiers.id_X448);
        return montgomery ? "XDH" : "ECDH";
    }
}
