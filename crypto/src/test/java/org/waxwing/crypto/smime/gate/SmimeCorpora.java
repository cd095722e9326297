package org.waxwing.crypto.smime.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.smime.UnlockedIdentity;
import org.waxwing.crypto.smime.UnlockedKey;

/// The folder of S/MIME files by others, with the keys that lie in it.
final class SmimeCorpora {
    private SmimeCorpora() {}

    static Path path(String name) {
        return Corpora.path("../smime/" + name).normalize();
    }

    static Octets file(String name) {
        return Corpora.file(path(name));
    }

    static List<Path> files(String folder, String... endings) {
        try (Stream<Path> all = Files.walk(path(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> endings.length == 0
                            || Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Every PEM object in a file.
    static List<PemObject> pem(Octets file) {
        try (Reader text = new StringReader(file.latin1());
                PemReader reader = new PemReader(text)) {
            List<PemObject> all = new ArrayList<>();
            for (PemObject next = reader.readPemObject(); next != null; next = reader.readPemObject()) {
                all.add(next);
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static X509CertificateHolder certificate(Octets file) {
        try {
            byte[] bytes = file.toByteArray();
            boolean der = bytes.length > 0 && bytes[0] == 0x30;
            return new X509CertificateHolder(
                    der
                            ? bytes
                            : pem(file).stream()
                                    .filter(object -> object.getType().endsWith("CERTIFICATE"))
                                    .findFirst()
                                    .orElseThrow()
                                    .getContent());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A private key in PEM, PKCS #8 or the older form of RSA.
    static UnlockedKey key(Octets file) {
        PemObject pem = pem(file).stream()
                .filter(object -> object.getType().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow();
        byte[] content = pem.getContent();
        if (pem.getType().equals("RSA PRIVATE KEY")) {
            try {
                content = new PrivateKeyInfo(
                                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                        org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.rsaEncryption,
                                        org.bouncycastle.asn1.DERNull.INSTANCE),
                                ASN1Sequence.getInstance(content))
                        .getEncoded();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return UnlockedKey.ofPkcs8(Octets.of(content)).orElseThrow();
    }

    static UnlockedIdentity identity(String certificate, String key) {
        return new UnlockedIdentity(certificate(file(certificate)), List.of(), key(file(key)));
    }

    /// The identity in a PKCS #12 file, in DER or in PEM.
    static UnlockedIdentity stored(String name, String password) {
        Octets file = file(name);
        byte[] content =
                file.latin1().startsWith("-----") ? pem(file).getFirst().getContent() : file.toByteArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password.toCharArray());
            String alias = Collections.list(store.aliases()).stream()
                    .filter(candidate -> isKey(store, candidate))
                    .findFirst()
                    .orElseThrow();
            Key key = store.getKey(alias, password.toCharArray());
            return new UnlockedIdentity(
                    new X509CertificateHolder(store.getCertificate(alias).getEncoded()),
                    List.of(),
                    UnlockedKey.ofPkcs8(Octets.of(key.getEncoded())).orElseThrow());
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The identities of which there are messages by the peers.
    static List<UnlockedIdentity> madeHere() {
        List<UnlockedIdentity> all = new ArrayList<>();
        for (Path file : files("made-here/keys", ".crt")) {
            String name = file.getFileName().toString().replace(".crt", "");
            all.add(identity("made-here/keys/" + name + ".crt", "made-here/keys/" + name + ".key"));
        }
        all.add(identity("made-here/recipient-rsa.crt", "made-here/recipient-rsa.key"));
        return all;
    }
}
