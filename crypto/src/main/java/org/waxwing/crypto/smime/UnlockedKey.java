package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.waxwing.crypto.mime.Octets;

/// A private key that can be used now, for the length of one piece of work.
public final class UnlockedKey {
    private final PrivateKey key;
    private final Optional<Provider> token;

    private UnlockedKey(PrivateKey key, Optional<Provider> token) {
        this.key = key;
        this.token = token;
    }

    /// A key that lies open in memory.
    ///
    /// @param pkcs8 a PrivateKeyInfo (RFC 5958 §2)
    /// @return nothing where it is no key of a known kind
    public static Optional<UnlockedKey> ofPkcs8(Octets pkcs8) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8.toByteArray());
            return Optional.of(new UnlockedKey(Platform.privateKey(info), Optional.empty()));
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException unknown) {
            return Optional.empty();
        }
    }

    /// A key that never leaves its token; every operation with it happens there.
    public static UnlockedKey onToken(PrivateKey key, Provider token) {
        return new UnlockedKey(key, Optional.of(token));
    }

    PrivateKey key() {
        return key;
    }

    Optional<Provider> token() {
        return token;
    }

    @Override
    public String toString() {
        return "UnlockedKey[redacted]";
    }
}
