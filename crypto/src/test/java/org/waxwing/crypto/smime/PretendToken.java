package org.waxwing.crypto.smime;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.waxwing.crypto.cert.TokenAnswer;
import org.waxwing.crypto.cert.TokenKey;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;

/// A token whose key lies in memory, with the habits of real ones: it may lack operations, leave out zeros, or be
/// pulled out.
final class PretendToken implements TokenKey {
    /// What a token may be without.
    enum Lacks {
        RAW,
        ALL_DECRYPTION
    }

    private final KeyPair keys;
    final Set<Lacks> lacks = EnumSet.noneOf(Lacks.class);
    final List<TokenOperation> asked = new ArrayList<>();
    Optional<TokenProblem> pulledOut = Optional.empty();
    boolean leavesOutZeros;

    PretendToken(KeyPair keys) {
        this.keys = keys;
    }

    @Override
    public TokenAnswer run(TokenOperation operation) {
        asked.add(operation);
        if (pulledOut.isPresent()) {
            return new TokenAnswer.Lost(pulledOut.get());
        }
        boolean decryption = !(operation instanceof TokenOperation.SignPkcs1
                || operation instanceof TokenOperation.SignPss
                || operation instanceof TokenOperation.SignEcdsa);
        boolean raw = operation instanceof TokenOperation.DecryptRaw;
        if ((raw && lacks.contains(Lacks.RAW)) || (decryption && lacks.contains(Lacks.ALL_DECRYPTION))) {
            return new TokenAnswer.CannotDo();
        }
        try {
            return new TokenAnswer.Done(Octets.of(shortened(done(operation))));
        } catch (GeneralSecurityException refused) {
            return new TokenAnswer.Refused();
        }
    }

    private byte[] shortened(byte[] result) {
        int zeros = 0;
        while (leavesOutZeros && zeros < result.length - 1 && result[zeros] == 0) {
            zeros++;
        }
        return java.util.Arrays.copyOfRange(result, zeros, result.length);
    }

    private byte[] done(TokenOperation operation) throws GeneralSecurityException {
        return switch (operation) {
            case TokenOperation.SignPkcs1(Octets info) ->
                cipher("RSA/ECB/PKCS1Padding", Cipher.ENCRYPT_MODE, Optional.empty(), info);
            case TokenOperation.SignPss pss -> pss(pss);
            case TokenOperation.SignEcdsa(Octets digest) -> ecdsa(digest);
            case TokenOperation.DecryptRaw(Octets encrypted) ->
                cipher("RSA/ECB/NoPadding", Cipher.DECRYPT_MODE, Optional.empty(), encrypted);
            case TokenOperation.DecryptPkcs1(Octets encrypted) ->
                cipher("RSA/ECB/PKCS1Padding", Cipher.DECRYPT_MODE, Optional.empty(), encrypted);
            case TokenOperation.DecryptOaep oaep ->
                cipher(
                        "RSA/ECB/OAEPPadding",
                        Cipher.DECRYPT_MODE,
                        Optional.of(new OAEPParameterSpec(
                                oaep.hash(),
                                "MGF1",
                                new MGF1ParameterSpec(oaep.maskHash()),
                                new PSource.PSpecified(oaep.label().toByteArray()))),
                        oaep.encrypted());
            case TokenOperation.Agree(Octets point, int _) -> agreed(point);
        };
    }

    private byte[] cipher(String name, int mode, Optional<OAEPParameterSpec> parameters, Octets input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(name);
        if (parameters.isPresent()) {
            cipher.init(mode, keys.getPrivate(), parameters.get());
        } else {
            cipher.init(mode, keys.getPrivate());
        }
        return cipher.doFinal(input.toByteArray());
    }

    /// The platform signs texts only, so the pretended token pads by Bouncy Castle.
    private byte[] pss(TokenOperation.SignPss operation) throws GeneralSecurityException {
        Signature machine =
                Signature.getInstance("NONEwithRSAandMGF1", new org.bouncycastle.jce.provider.BouncyCastleProvider());
        machine.setParameter(new PSSParameterSpec(
                operation.hash(), "MGF1", new MGF1ParameterSpec(operation.maskHash()), operation.saltLength(), 1));
        machine.initSign(KeyFactory.getInstance("RSA", new org.bouncycastle.jce.provider.BouncyCastleProvider())
                .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(
                        keys.getPrivate().getEncoded())));
        machine.update(operation.digest().toByteArray());
        return machine.sign();
    }

    private byte[] ecdsa(Octets digest) throws GeneralSecurityException {
        Signature machine = Signature.getInstance("NONEwithECDSA");
        machine.initSign(keys.getPrivate());
        machine.update(digest.toByteArray());
        ASN1Sequence pair = ASN1Sequence.getInstance(machine.sign());
        int length = (((ECPublicKey) keys.getPublic()).getParams().getOrder().bitLength() + 7) / 8;
        byte[] both = new byte[2 * length];
        for (int i = 0; i < 2; i++) {
            BigInteger number = ASN1Integer.getInstance(pair.getObjectAt(i)).getPositiveValue();
            byte[] octets = org.bouncycastle.util.BigIntegers.asUnsignedByteArray(length, number);
            System.arraycopy(octets, 0, both, i * length, length);
        }
        return both;
    }

    private byte[] agreed(Octets point) throws GeneralSecurityException {
        SubjectPublicKeyInfo own =
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        Object _ = agreement.doPhase(
                Platform.publicKey(new SubjectPublicKeyInfo(own.getAlgorithm(), point.toByteArray())), true);
        return agreement.generateSecret();
    }
}
