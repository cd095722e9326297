package org.waxwing.crypto.mime.gate;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Opens every mail of the corpora with the keys that lie beside some of them, while it watches the folders
/// for temporary files and of the home, which are its own. Prints how many files were made meanwhile.
final class OpenMailsMain {
    private static final List<String> KEYS = List.of("../mail/rfc9788-own", "../mail/autocrypt-protected-headers");
    private static final long PATIENCE_MILLIS = 500;

    private OpenMailsMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            List<WatchKey> watched = List.of(
                    temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE),
                    Path.of(System.getProperty("user.home")).register(watch, StandardWatchEventKinds.ENTRY_CREATE));
            Files.delete(Files.createTempFile("waxwing", ".watch"));
            System.out.println("the watch holds: " + made(watch));
            String opened = open();
            System.out.println("files made while opening: " + made(watch) + " (" + opened + ")");
            watched.forEach(WatchKey::cancel);
        }
    }

    private static int made(WatchService watch) throws InterruptedException {
        int made = 0;
        WatchKey key = watch.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        while (key != null) {
            made += key.pollEvents().size();
            boolean _ = key.reset();
            key = watch.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return made;
    }

    private static String open() {
        OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
        List<LockedSecretKey> keys = new ArrayList<>();
        List<Certificate> certificates = new ArrayList<>();
        for (String folder : KEYS) {
            for (Path file : Corpora.files(folder)) {
                if (file.toString().endsWith(".asc")) {
                    for (KeyMaterial.Item item :
                            openPgp.read(Corpora.file(file)).items()) {
                        if (item instanceof KeyMaterial.Item.SecretKeyFound found) {
                            keys.add(found.key());
                            certificates.add(found.key().certificate());
                        } else if (item instanceof KeyMaterial.Item.CertificateFound found) {
                            certificates.add(found.certificate());
                        }
                    }
                }
            }
        }
        Opener opener = Opener.with(openPgp, Smime.with(new SecureRandom()));
        int letters = 0;
        int sealed = 0;
        for (MailCorpora.Mail mail : MailCorpora.all()) {
            Opening opening = opener.open(
                    mail.bytes(),
                    SecretKeySource.of(keys),
                    CertificateSource.of(certificates),
                    _ -> Optional.empty(),
                    Instant.parse("2026-11-23T18:00:00Z"));
            letters++;
            sealed += opening instanceof Opening.Opened it
                            && it.summary().confidentiality() instanceof Confidentiality.Encrypted
                    ? 1
                    : 0;
        }
        return letters + " letters, " + sealed + " of them sealed and opened";
    }
}
