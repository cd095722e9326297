package org.waxwing.crypto.smime;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/// Where the engine finds the user's own keys.
@FunctionalInterface
public interface OwnKeys {
    /// The identities that one of these references names, open.
    List<UnlockedIdentity> unlocked(List<CertificateReference> recipients);

    /// A fixed few, in memory.
    static OwnKeys of(List<UnlockedIdentity> identities) {
        List<UnlockedIdentity> own = List.copyOf(identities);
        return recipients -> own.stream()
                .filter(identity -> named(identity.certificate(), recipients))
                .toList();
    }

    private static boolean named(X509CertificateHolder certificate, List<CertificateReference> recipients) {
        return recipients.stream().anyMatch(recipient -> recipient.names(certificate));
    }
}
