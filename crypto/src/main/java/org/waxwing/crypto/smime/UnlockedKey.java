package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.waxwing.crypto.cert.TokenKey;
import org.waxwing.crypto.mime.Octets;

/// A private key that can be used now, for the length of one piece of work.
public final class UnlockedKey {
    private final Optional<PrivateKey> inMemory;
    private final Optional<TokenUse> token;

    private UnlockedKey(Optional<PrivateKey> inMemory, Optional<TokenUse> token) {
        this.inMemory = inMemory;
        this.token = token;
    }

    /// A key that lies open in memory.
    ///
    /// @param pkcs8 a PrivateKeyInfo (RFC 5958 §2)
    /// @return nothing where it is no key of a known kind
    public static Optional<UnlockedKey> ofPkcs8(Octets pkcs8) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8.toByteArray());
            return Optional.of(new UnlockedKey(Optional.of(Platform.privateKey(info)), Optional.empty()));
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException unknown) {
            return Optional.empty();
        }
    }

    /// A key that never leaves its token; every operation with it happens there.
    public static UnlockedKey onToken(TokenKey key) {
        return new UnlockedKey(Optional.empty(), Optional.of(new TokenUse(key)));
    }

    /// The key itself; an `InvalidKeyException` where only its token has it.
    PrivateKey key() throws InvalidKeyException {
        return inMemory.orElseThrow(() -> new InvalidKeyException("the key lies on a token"));
    }

    Optional<TokenUse> token() {
        return token;
    }

    @Override
    public String toString() {
        return "UnlockedKey[redacted]";
    }
}
