package org.waxwing.keystore.sqlite;

import java.util.Optional;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// An engine over [PaperCertificate]s. A paper secret key is its certificate, a line with its passphrase
/// before it.
final class PaperEngine implements Engine {
    static OpenPgpSecretKey key(PaperCertificate certificate, String passphrase) {
        return new OpenPgpSecretKey(
                certificate,
                Octets.ofUtf8(passphrase + "\n" + certificate.encoded().utf8()));
    }

    static String passphraseOf(OpenPgpSecretKey key) {
        return key.encoded().utf8().lines().findFirst().orElseThrow();
    }

    @Override
    public Optional<OpenPgpCertificate> certificate(Octets encoded, Octets verdicts) {
        return Optional.of(PaperCertificate.decode(encoded));
    }

    @Override
    public Octets verdicts(OpenPgpCertificate certificate) {
        return Octets.empty();
    }

    @Override
    public Optional<OpenPgpSecretKey> secretKey(Octets encoded) {
        int end = encoded.indexOf('\n', 0) + 1;
        return Optional.of(
                new OpenPgpSecretKey(PaperCertificate.decode(encoded.slice(end, encoded.length())), encoded));
    }

    @Override
    public OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update) {
        return ((PaperCertificate) known).mergedWith((PaperCertificate) update);
    }

    @Override
    public Relocking relock(OpenPgpSecretKey key, Passphrase from, Passphrase to) {
        if (!from.<String>lend(String::new).equals(passphraseOf(key))) {
            return new Relocking.WrongPassphrase();
        }
        return new Relocking.Relocked(key((PaperCertificate) key.certificate(), to.<String>lend(String::new)));
    }
}
