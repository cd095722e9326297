package org.waxwing.keystore.sqlite;

import java.util.Optional;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// What the tables need of OpenPGP.
interface Engine {
    /// The certificate in bytes that the keyring itself wrote.
    Optional<OpenPgpCertificate> certificate(Octets encoded);

    /// The secret key in bytes that the keyring itself wrote.
    Optional<LockedSecretKey> secretKey(Octets encoded);

    OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update);

    Relocking relock(LockedSecretKey key, Passphrase from, Passphrase to);

    /// The real one.
    static Engine over(OpenPgp openPgp) {
        return new Engine() {
            @Override
            public Optional<OpenPgpCertificate> certificate(Octets encoded) {
                return openPgp.read(encoded).items().stream()
                        .filter(KeyMaterial.Item.CertificateFound.class::isInstance)
                        .map(item -> ((KeyMaterial.Item.CertificateFound) item).certificate())
                        .findFirst();
            }

            @Override
            public Optional<LockedSecretKey> secretKey(Octets encoded) {
                return openPgp.read(encoded).items().stream()
                        .filter(KeyMaterial.Item.SecretKeyFound.class::isInstance)
                        .map(item -> ((KeyMaterial.Item.SecretKeyFound) item).key())
                        .findFirst();
            }

            @Override
            public OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update) {
                return openPgp.merge(known, update);
            }

            @Override
            public Relocking relock(LockedSecretKey key, Passphrase from, Passphrase to) {
                return openPgp.relock(key, from, to);
            }
        };
    }
}
