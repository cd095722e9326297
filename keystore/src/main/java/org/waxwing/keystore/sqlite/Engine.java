package org.waxwing.keystore.sqlite;

import java.util.Optional;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// What the tables need of OpenPGP.
interface Engine {
    /// The certificate in bytes that the keyring itself wrote.
    ///
    /// @param verdicts as [#verdicts] gave them for these bytes; empty where there are none
    Optional<OpenPgpCertificate> certificate(Octets encoded, Octets verdicts);

    /// What was found out about a certificate at some cost, to be kept beside it.
    Octets verdicts(OpenPgpCertificate certificate);

    /// The secret key in bytes that the keyring itself wrote.
    Optional<OpenPgpSecretKey> secretKey(Octets encoded);

    OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update);

    Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to);

    /// The real one.
    static Engine over(OpenPgp openPgp) {
        return new Engine() {
            @Override
            public Optional<OpenPgpCertificate> certificate(Octets encoded, Octets verdicts) {
                return openPgp.read(encoded, verdicts).items().stream()
                        .filter(KeyMaterial.Item.CertificateFound.class::isInstance)
                        .map(item -> ((KeyMaterial.Item.CertificateFound) item).certificate())
                        .findFirst();
            }

            @Override
            public Octets verdicts(OpenPgpCertificate certificate) {
                return openPgp.verdicts(certificate);
            }

            @Override
            public Optional<OpenPgpSecretKey> secretKey(Octets encoded) {
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
            public Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to) {
                return openPgp.relock(key, from, to);
            }
        };
    }
}
