package org.waxwing.app.keys;

import java.util.List;
import java.util.stream.Stream;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;

/// What hangs above a certificate, of all that the keyring holds.
final class IssuerChains {
    private final Keyring keyring;
    private final Smime smime;

    IssuerChains(Keyring keyring, Smime smime) {
        this.keyring = keyring;
        this.smime = smime;
    }

    /// @param along what came with it
    CertificateChain above(SmimeCertificate certificate, List<Octets> along) {
        List<Octets> others = Stream.concat(
                        along.stream(),
                        keyring.smime().entries().stream()
                                .filter(SmimeEntry::authority)
                                .filter(entry -> entry.acceptance() != Acceptance.REJECTED)
                                .map(entry -> entry.certificate().encoded()))
                .toList();
        return smime.chain(certificate, others);
    }

    /// The same key with what is above its certificate: an authority's certificate may have come later than
    /// the key.
    SmimeSecretKey completed(SmimeSecretKey key) {
        if (smime.chain(key.certificate(), key.chain()).isComplete()) {
            return key;
        }
        List<Octets> chain = Stream.concat(
                        above(key.certificate(), key.chain()).above().stream().map(SmimeCertificate::encoded),
                        key.chain().stream())
                .distinct()
                .toList();
        return new SmimeSecretKey(key.certificate(), chain, key.place());
    }
}
