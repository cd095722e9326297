package org.waxwing.crypto.openpgp.gate;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.gnupg.Keybox;
import org.waxwing.crypto.gnupg.RevocationFile;
import org.waxwing.crypto.gnupg.TrustDatabase;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;

/// Every public way of bytes into this module, for bytes that may be anything. One who uses them all owns
/// some keys, so that messages to these keys are read to their inside.
final class Edges implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final String ANY_KEYGRIP = "0".repeat(40) + ".key";

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private final Opener opener = Opener.with(openPgp, Smime.with(new SecureRandom()));
    private final Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW);
    private final Passphrase password = Passphrase.taking("password".toCharArray());
    private final List<Octets> keyFiles;
    private final List<OpenPgpSecretKey> keys = new ArrayList<>();
    private final List<OpenPgpCertificate> certificates = new ArrayList<>();

    Edges(List<Octets> keyFiles) {
        this.keyFiles = List.copyOf(keyFiles);
        keyFiles.forEach(file -> openPgp.read(file).items().forEach(this::own));
    }

    private void own(Item item) {
        if (item instanceof Item.SecretKeyFound found) {
            keys.add(found.key());
            certificates.add(found.key().certificate());
        }
    }

    @Override
    public void close() {
        password.close();
    }

    /// As a message: sealed, signed, a mail, a part of a mail.
    void message(Octets bytes) {
        var _ = sop.decrypt(bytes, new Keys(keyFiles, List.of(password)), List.of(password), verifiers(keyFiles));
        open(bytes);
        open(joined("""
            Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

            --b
            Content-Type: application/pgp-encrypted

            Version: 1

            --b
            Content-Type: application/octet-stream

            """, bytes, "\r\n--b--\r\n"));
    }

    /// As a signature, and as what is signed.
    void signature(Octets bytes) {
        var _ = sop.verify(Octets.ofUtf8("signed"), bytes, verifiers(keyFiles));
        open(joined("""
            From: anna@example.org
            Content-Type: multipart/signed; micalg=pgp-sha512; protocol="application/pgp-signature"; boundary=b

            --b
            Content-Type: text/plain

            signed
            --b
            Content-Type: application/pgp-signature

            """, bytes, "\r\n--b--\r\n"));
    }

    // Who asks for a passphrase closes it.
    @SuppressWarnings("MustBeClosedChecker")
    private void open(Octets mail) {
        var _ = opener.open(
                mail,
                SecretKeySource.of(keys),
                CertificateSource.of(certificates),
                _ -> Optional.of(password.copy()),
                NOW);
        var _ = Opener.outerFields(mail);
    }

    /// As a file with keys or certificates, each of which is put to use.
    void keyFile(Octets bytes) {
        for (Item item : openPgp.read(bytes).items()) {
            switch (item) {
                case Item.CertificateFound(OpenPgpCertificate certificate) -> certificate(certificate);
                case Item.SecretKeyFound found -> {
                    certificate(found.key().certificate());
                    var _ = openPgp.armoredSecretKey(found.key());
                }
                case Item.RevocationFound found -> {
                    var _ = openPgp.revoke(certificates.getFirst(), found.revocation());
                }
                case Item.Skipped skipped -> {
                    var _ = skipped.reason();
                }
            }
        }
        var _ = sop.extractCert(bytes, false);
        var _ = openPgp.revoke(certificates.getFirst(), bytes);
    }

    /// As keys to sign with and to encrypt to.
    void use(Octets bytes) {
        var _ = sop.sign(Octets.empty(), new Keys(List.of(bytes), List.of()), Mode.TEXT, false);
        Recipients recipients = new Recipients(List.of(), List.of(bytes));
        var _ = sop.encrypt(Octets.empty(), recipients, Keys.none(), Mode.BINARY, false);
    }

    private void certificate(OpenPgpCertificate certificate) {
        var _ = certificate.usability(NOW);
        var _ = certificate.expires();
        var _ = certificate.keys();
        var _ = openPgp.merge(certificate, certificate);
        var _ = openPgp.gnuPgSecretKeys()
                .harvest(List.of(certificate), Map.of(ANY_KEYGRIP, Octets.empty()), List.of(password), _ -> "");
    }

    /// As a file of a GnuPG home.
    void homeFile(Octets bytes) {
        for (Keybox.Item item : Keybox.read(bytes).items()) {
            if (item instanceof Keybox.Item.Keyblock(Octets packets)) {
                var _ = openPgp.read(packets);
            }
        }
        var _ = TrustDatabase.read(bytes);
        var _ = RevocationFile.armor(bytes);
        var _ = openPgp.gnuPgSecretKeys().harvest(certificates, Map.of(ANY_KEYGRIP, bytes), List.of(password), _ -> "");
    }

    /// The bytes with armour and without, as the command makes them.
    List<Octets> forms(Octets bytes) {
        List<Octets> forms = new ArrayList<>(List.of(bytes));
        for (var converted : List.of(sop.armor(bytes), sop.dearmor(bytes))) {
            if (converted instanceof org.waxwing.crypto.sop.SopResult.Done<Octets>(Octets form)
                    && !form.equals(bytes)) {
                forms.add(form);
            }
        }
        return forms;
    }

    private static Verifiers verifiers(List<Octets> files) {
        return new Verifiers(files, Optional.empty(), Optional.empty());
    }

    private static Octets joined(String before, Octets bytes, String behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Octets.ofUtf8(before.replace("\n", "\r\n")).toByteArray());
        out.writeBytes(bytes.toByteArray());
        out.writeBytes(Octets.ofUtf8(behind).toByteArray());
        return Octets.of(out.toByteArray());
    }
}
