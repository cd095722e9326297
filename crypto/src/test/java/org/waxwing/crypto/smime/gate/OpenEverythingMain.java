package org.waxwing.crypto.smime.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.util.io.pem.PemObject;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.dkim.Dkim;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;
import org.waxwing.crypto.smime.identity.PrivateKeyLock;

/// Opens every file of the corpora as a letter and judges every certificate in them, for one who owns
/// some of the keys and believes their authorities. Prints how many there were, and each way to the
/// network that was tried.
///
/// With the argument `untrapped` nothing stands between the program and the network, so that another
/// program may watch it.
final class OpenEverythingMain {
    /// So large is no letter of the corpora; larger files are descriptions of tests.
    private static final long LARGEST = 512 * 1024;

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<String> AUTHORITIES = List.of(
            "made-here/keys/ca.crt",
            "pkits-boringssl/nist-pkits/certs/TrustAnchorRootCertificate.crt",
            "rfc9216/ca-rsa.crt",
            "certvalidator/testing-aia/root/certs/root.crt");

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private final Smime smime = Smime.with(new SecureRandom());
    private final Opener opener = Opener.with(openPgp, smime);
    private final Passphrase passphrase = Passphrase.taking("password".toCharArray());
    private final SecretKeySource keys;
    private final TrustingSource people;
    private int letters;
    private int opened;
    private int certificates;
    private int vouched;

    private OpenEverythingMain() {
        List<LockedSecretKey> own = new ArrayList<>();
        Octets bob = Corpora.file("interop-suite/certificates/bob-secret.pgp");
        for (KeyMaterial.Item item : openPgp.read(bob).items()) {
            if (item instanceof KeyMaterial.Item.SecretKeyFound found) {
                own.add(found.key());
            }
        }
        for (Path certificate : SmimeCorpora.files("made-here/keys", ".crt")) {
            key(certificate).ifPresent(own::add);
        }
        this.keys = SecretKeySource.of(own);
        this.people = new TrustingSource(
                own.stream().map(LockedSecretKey::certificate).toList(),
                new X509Trust(
                        AUTHORITIES.stream()
                                .map(SmimeCorpora::path)
                                .filter(Files::exists)
                                .map(path -> certificates(Corpora.file(path)).getFirst())
                                .toList(),
                        List.of(),
                        Set.of(),
                        Set.of()));
    }

    public static void main(String[] args) throws IOException {
        boolean trapped = args.length == 0;
        if (trapped) {
            NetworkTrap.set();
            System.out.println("the trap holds: " + tried());
        }
        OpenEverythingMain all = new OpenEverythingMain();
        all.run();
        List<String> caught = NetworkTrap.taken();
        caught.stream().distinct().limit(20).forEach(System.out::println);
        System.out.printf(
                "network requests while opening: %d (%d letters, %d of them opened, %d certificates, %d DKIM signatures)%n",
                caught.size(), all.letters, all.opened, all.certificates, all.vouched);
    }

    /// Each way to the network is tried once: how many fell into the trap.
    private static int tried() {
        List<Attempt> ways = List.of(
                () -> InetAddress.getAllByName("mail.example.org"),
                () -> new Socket("192.0.2.1", 80).close(),
                () -> URI.create("http://192.0.2.1/crl").toURL().openStream().close(),
                () -> SocketChannel.open().close(),
                () -> DatagramChannel.open().close());
        int held = 0;
        for (Attempt way : ways) {
            try {
                way.go();
            } catch (IOException trapped) {
                held += NetworkTrap.taken().isEmpty() ? 0 : 1;
            }
        }
        return held;
    }

    private interface Attempt {
        void go() throws IOException;
    }

    private void run() throws IOException {
        Path mail = Corpora.path("").resolveSibling("mail");
        for (Path folder : List.of(Corpora.path(""), Corpora.smime(""), mail)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.size(file) <= LARGEST) {
                        file(Corpora.file(file));
                    }
                }
            }
        }
    }

    private void file(Octets file) {
        boolean der = !file.isEmpty() && file.toByteArray()[0] == 0x30;
        letter(der ? wrapped(file) : file);
        for (Octets certificate : certificates(file)) {
            smime.certificate(certificate).ifPresent(found -> {
                certificates++;
                for (Purpose purpose : Purpose.values()) {
                    var _ = smime.objections(found, List.of(), purpose, people.trust(), NOW);
                }
            });
        }
    }

    // Who asks for the passphrase closes it.
    @SuppressWarnings("MustBeClosedChecker")
    private void letter(Octets mail) {
        letters++;
        Opening opening = opener.open(mail, keys, people, _ -> Optional.of(passphrase.copy()), NOW);
        opened += opening instanceof Opening.Opened ? 1 : 0;
        vouched += Dkim.current().judge(mail, Map.of(), NOW).size();
    }

    private static Octets wrapped(Octets der) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(Octets.ofUtf8("""
            From: anna@example.org
            MIME-Version: 1.0
            Content-Type: application/pkcs7-mime; name=smime.p7m
            Content-Transfer-Encoding: base64

            """.replace("\n", "\r\n")).toByteArray());
        mail.writeBytes(Base64.getMimeEncoder().encode(der.toByteArray()));
        return Octets.of(mail.toByteArray());
    }

    private static List<Octets> certificates(Octets file) {
        if (!file.isEmpty() && file.toByteArray()[0] == 0x30) {
            return List.of(file);
        }
        if (!file.latin1().contains("-----BEGIN CERTIFICATE-----")) {
            return List.of();
        }
        try {
            return SmimeCorpora.pem(file).stream()
                    .filter(object -> object.getType().equals("CERTIFICATE"))
                    .map(object -> Octets.of(object.getContent()))
                    .toList();
        } catch (RuntimeException damaged) {
            return List.of(); // Some are damaged on purpose.
        }
    }

    private Optional<SmimeSecretKey> key(Path certificate) {
        Path beside =
                certificate.resolveSibling(certificate.getFileName().toString().replace(".crt", ".key"));
        Optional<SmimeCertificate> card =
                certificates(Corpora.file(certificate)).stream().findFirst().flatMap(smime::certificate);
        return card.flatMap(found -> SmimeCorpora.pem(Corpora.file(beside)).stream()
                .filter(object -> object.getType().equals("PRIVATE KEY"))
                .findFirst()
                .map(object -> locked(found, object)));
    }

    private SmimeSecretKey locked(SmimeCertificate certificate, PemObject pem) {
        try (SecretBytes clear = SecretBytes.taking(pem.getContent())) {
            Octets locked = new PrivateKeyLock(new SecureRandom()).lock(clear, passphrase, LockStrength.RANDOM_SECRET);
            return new SmimeSecretKey(certificate, List.of(), locked);
        }
    }
}
