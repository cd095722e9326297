package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// The keys to sign with that key files hold, unlocked.
final class SigningKeys {
    private SigningKeys() {}

    /// One of each key file, or why there is none.
    static SopResult<List<SigningKey>> of(Keys signers, StatelessInputs inputs, CertificateReader reader, Instant now) {
        return inputs.keys(signers.keys()).then(keys -> {
            List<SigningKey> found = new ArrayList<>();
            for (OpenPgpSecretKey key : keys) {
                switch (SigningKey.of(key, reader, StatelessInputs.source(signers.keyPasswords()), now)) {
                    case SigningKey.Search.Locked _ -> {
                        return new Failed<>(SopFailure.KEY_IS_PROTECTED);
                    }
                    case SigningKey.Search.Unusable _ -> {
                        return new Failed<>(SopFailure.KEY_CANNOT_SIGN);
                    }
                    case SigningKey.Search.Found(SigningKey signer) -> found.add(signer);
                }
            }
            return new Done<>(found);
        });
    }
}
