package org.waxwing.crypto.cert;

import java.util.ArrayList;
import java.util.List;

/// Locked keys held in memory, each technology's by itself.
record FixedSecretKeys(List<OpenPgpSecretKey> openPgp, List<SmimeSecretKey> smimeKeys) implements SecretKeySource {
    FixedSecretKeys {
        openPgp = List.copyOf(openPgp);
        smimeKeys = List.copyOf(smimeKeys);
    }

    static FixedSecretKeys of(List<? extends LockedSecretKey> keys) {
        List<OpenPgpSecretKey> openPgp = new ArrayList<>();
        List<SmimeSecretKey> smime = new ArrayList<>();
        for (LockedSecretKey key : keys) {
            switch (key) {
                case OpenPgpSecretKey each -> openPgp.add(each);
                case SmimeSecretKey each -> smime.add(each);
            }
        }
        return new FixedSecretKeys(openPgp, smime);
    }

    @Override
    public List<OpenPgpSecretKey> secretKeysFor(long keyId) {
        return keyId == 0
                ? openPgp
                : openPgp.stream()
                        .filter(key -> key.certificate().holdsKeyId(keyId))
                        .toList();
    }
}
