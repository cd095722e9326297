package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.mime.Octets;

/// Content keys under RSA, with the private key on a token. The padding is taken off here, in constant time,
/// wherever the token gives the bare block; only a token that can't is trusted to do it. What it refuses is
/// the same as wrong padding.
final class TokenTransport {
    private TokenTransport() {}

    /// @param oaep its parameters; nothing for PKCS #1 v1.5
    /// @param instead the key where the entry is not intact
    static byte[] open(byte[] encrypted, TokenUse token, Optional<OAEPParameterSpec> oaep, byte[] instead)
            throws GeneralSecurityException {
        try {
            byte[] block = wide(token.tried(new TokenOperation.DecryptRaw(Octets.of(encrypted))), encrypted.length);
            return oaep.isPresent()
                    ? RsaPadding.withoutOaep(block, oaep.get(), instead)
                    : RsaPadding.withoutPkcs1(block, instead);
        } catch (NoSuchAlgorithmException _) {
            return unpaddedThere(encrypted, token, oaep, instead);
        } catch (TokenUse.RefusedByToken altered) {
            return instead;
        }
    }

    private static byte[] unpaddedThere(
            byte[] encrypted, TokenUse token, Optional<OAEPParameterSpec> oaep, byte[] instead)
            throws GeneralSecurityException {
        Octets entry = Octets.of(encrypted);
        TokenOperation operation = oaep.<TokenOperation>map(parameters -> new TokenOperation.DecryptOaep(
                        parameters.getDigestAlgorithm(),
                        ((MGF1ParameterSpec) parameters.getMGFParameters()).getDigestAlgorithm(),
                        Octets.of(((PSource.PSpecified) parameters.getPSource()).getValue()),
                        entry))
                .orElseGet(() -> new TokenOperation.DecryptPkcs1(entry));
        try {
            byte[] opened = token.run(operation);
            return opened.length == instead.length ? opened : instead;
        } catch (TokenUse.RefusedByToken altered) {
            return instead;
        }
    }

    /// Some tokens leave out the zeros at the beginning.
    private static byte[] wide(byte[] block, int length) {
        if (block.length >= length) {
            return block;
        }
        byte[] wide = new byte[length];
        System.arraycopy(block, 0, wide, length - block.length, block.length);
        return wide;
    }
}
