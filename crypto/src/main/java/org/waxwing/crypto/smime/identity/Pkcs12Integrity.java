package org.waxwing.crypto.smime.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;

/// The integrity code of a PKCS#12 file: HMAC under PKCS#12's own derivation (RFC 7292 §4) or PBMAC1 (RFC
/// 9579).
final class Pkcs12Integrity {
    private static final int LEAST_DERIVED = 20;

    private final KeyDerivation derivation;

    Pkcs12Integrity(KeyDerivation derivation) {
        this.derivation = derivation;
    }

    static void checkCost(MacData mac) throws Refusal {
        AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            int _ = WorkBudget.bounded(derivation(algorithm).getIterationCount());
        } else {
            int _ = WorkBudget.bounded(mac.getIterationCount());
        }
    }

    /// Whether the content is what was written by someone who knew the passphrase.
    boolean fits(MacData mac, byte[] content, Passphrase passphrase) throws Refusal {
        AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
        boolean pbmac1 = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
        for (PassphraseForm form :
                pbmac1 ? PassphraseForm.forPkcs5(passphrase) : PassphraseForm.forPkcs12(passphrase)) {
            try (SecretBytes secret = form.of(passphrase)) {
                byte[] code = pbmac1 ? pbmac1(algorithm, content, secret) : hmac(mac, content, secret);
                if (MessageDigest.isEqual(code, mac.getMac().getDigest())) {
                    return true;
                }
            } catch (GeneralSecurityException unusable) {
                throw new Refusal(IdentityProblem.UNSUPPORTED);
            }
        }
        return false;
    }

    private byte[] hmac(MacData mac, byte[] content, SecretBytes passphrase) throws Refusal, GeneralSecurityException {
        String hash = Digests.hash(mac.getMac().getAlgorithmId().getAlgorithm());
        int length = MessageDigest.getInstance(hash).getDigestLength();
        int rounds = WorkBudget.bounded(mac.getIterationCount());
        try (SecretBytes key = derivation.pkcs12(
                hash, passphrase, mac.getSalt(), rounds, KeyDerivation.Purpose.INTEGRITY_KEY, length)) {
            return code(Digests.macOver(hash), key, content);
        }
    }

    private byte[] pbmac1(AlgorithmIdentifier algorithm, byte[] content, SecretBytes passphrase)
            throws Refusal, GeneralSecurityException {
        PBKDF2Params parameters = derivation(algorithm);
        String mac = Digests.mac(PBMAC1Params.getInstance(algorithm.getParameters())
                .getMessageAuthScheme()
                .getAlgorithm());
        // RFC 9579 §7: the length must be there, or a short key could be asked for by leaving it out.
        if (parameters.getKeyLength() == null || parameters.getKeyLength().bitLength() > 8) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
        int length = parameters.getKeyLength().intValue();
        if (length < LEAST_DERIVED) {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
        try (SecretBytes key = Pbes2.pbkdf2(derivation, parameters, passphrase, length)) {
            return code(mac, key, content);
        }
    }

    private static PBKDF2Params derivation(AlgorithmIdentifier algorithm) throws Refusal {
        AlgorithmIdentifier function =
                PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
        if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
        return PBKDF2Params.getInstance(function.getParameters());
    }

    private static byte[] code(String name, SecretBytes key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(name);
        mac.init(key.lend(bytes -> new SecretKeySpec(bytes, "MAC")));
        return mac.doFinal(content);
    }
}
