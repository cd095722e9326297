package org.waxwing.crypto.smime.identity;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.BadPaddingException;
import javax.crypto.IllegalBlockSizeException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;

/// Undoes what was encrypted under a passphrase: PKCS#12's six schemes (RFC 7292 Appendix C), PBES1 and
/// PBES2 (RFC 8018 §6).
///
/// Whether the passphrase fits shows in the padding and, for one in some hundred wrong ones, only in what
/// comes out; so the caller says what it must look like.
final class PasswordEncryption {
    /// Makes something of the decrypted bytes, or refuses them as not what they should be.
    interface Reader<T> {
        T read(byte[] clear) throws Refusal;
    }

    private final KeyDerivation derivation;

    PasswordEncryption(KeyDerivation derivation) {
        this.derivation = derivation;
    }

    /// Looks at what an algorithm would cost, without paying it.
    static void checkCost(AlgorithmIdentifier algorithm) throws Refusal {
        ASN1ObjectIdentifier scheme = algorithm.getAlgorithm();
        if (scheme.equals(PKCSObjectIdentifiers.id_PBES2)) {
            Pbes2.checkCost(PBES2Parameters.getInstance(algorithm.getParameters()));
        } else if (OldScheme.of(scheme).map(OldScheme::pkcs12).orElse(false)) {
            int _ = WorkBudget.bounded(
                    PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        } else if (OldScheme.of(scheme).isPresent()) {
            int _ = WorkBudget.bounded(
                    PBEParameter.getInstance(algorithm.getParameters()).getIterationCount());
        }
    }

    /// What the reader makes of the decrypted bytes under the first form of the passphrase that fits.
    <T> T open(AlgorithmIdentifier algorithm, byte[] encrypted, Passphrase passphrase, Reader<T> reader)
            throws Refusal {
        checkCost(algorithm);
        for (PassphraseForm form : forms(algorithm.getAlgorithm(), passphrase)) {
            try (SecretBytes key = form.of(passphrase);
                    SecretBytes clear = decrypt(algorithm, encrypted, key)) {
                return read(clear, reader);
            } catch (BadPaddingException | IllegalBlockSizeException wrong) {
                // The next form may fit.
            } catch (GeneralSecurityException unusable) {
                throw new Refusal(IdentityProblem.UNSUPPORTED);
            } catch (Refusal refusal) {
                if (refusal.problem() != IdentityProblem.MALFORMED) {
                    throw refusal;
                }
            }
        }
        throw new Refusal(IdentityProblem.WRONG_PASSPHRASE);
    }

    private static <T> T read(SecretBytes clear, Reader<T> reader) throws Refusal {
        byte[] copy = clear.lend(byte[]::clone);
        try {
            return reader.read(copy);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException notThat) {
            throw new Refusal(IdentityProblem.MALFORMED);
        } finally {
            java.util.Arrays.fill(copy, (byte) 0);
        }
    }

    private static List<PassphraseForm> forms(ASN1ObjectIdentifier scheme, Passphrase passphrase) {
        return OldScheme.of(scheme).map(OldScheme::pkcs12).orElse(false)
                ? PassphraseForm.forPkcs12(passphrase)
                : PassphraseForm.forPkcs5(passphrase);
    }

    @MustBeClosed
    private SecretBytes decrypt(AlgorithmIdentifier algorithm, byte[] encrypted, SecretBytes passphrase)
            throws Refusal, GeneralSecurityException {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return Pbes2.decrypt(
                    derivation, PBES2Parameters.getInstance(algorithm.getParameters()), encrypted, passphrase);
        }
        OldScheme scheme =
                OldScheme.of(algorithm.getAlgorithm()).orElseThrow(() -> new Refusal(IdentityProblem.UNSUPPORTED));
        return scheme.decrypt(derivation, algorithm, encrypted, passphrase);
    }
}
