package org.waxwing.crypto.smime.gate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.smime.Sealing;
import org.waxwing.crypto.smime.SmimeCapabilities;
import org.waxwing.crypto.smime.SmimeEngine;
import org.waxwing.crypto.smime.SmimeRecipient;
import org.waxwing.crypto.smime.UnlockedIdentity;

/// Makes messages for other programs and reads theirs, for packaging/acceptance/smime-peers.sh.
final class SmimePeers {
    private static final Map<String, Set<String>> CAPABILITIES = Map.of(
            "cbc", Set.of(),
            "oaep", Set.of(PKCSObjectIdentifiers.id_RSAES_OAEP.getId()),
            "gcm", Set.of(NISTObjectIdentifiers.id_aes256_GCM.getId()));

    private final Path folder;
    private final SmimeEngine engine = new SmimeEngine(new SecureRandom());

    private SmimePeers(Path folder) {
        this.folder = folder;
    }

    /// `make FOLDER`: what each person in `people` can sign, and what can be encrypted for each.
    /// `read FOLDER`: a line "file ok" or "file FAIL" with the layers for each message in `theirs`.
    public static void main(String[] arguments) throws IOException {
        SmimePeers peers = new SmimePeers(Path.of(arguments[1]));
        if (arguments[0].equals("make")) {
            peers.make();
        } else {
            peers.read();
        }
    }

    private void make() throws IOException {
        Octets text = Corpora.file(folder.resolve("text"));
        for (String name : Files.readAllLines(folder.resolve("people"))) {
            UnlockedIdentity person = identity(name);
            try (OutputStream out = Files.newOutputStream(folder.resolve("ours/sig-" + name + ".der"))) {
                if (!signs(name) || !engine.signOpaque(text.stream(), person, Instant.now(), out)) {
                    Files.delete(folder.resolve("ours/sig-" + name + ".der"));
                }
            }
            for (Map.Entry<String, Set<String>> kind : CAPABILITIES.entrySet()) {
                Path file = folder.resolve("ours/" + kind.getKey() + "-" + name + ".der");
                SmimeRecipient recipient =
                        new SmimeRecipient(person.certificate(), new SmimeCapabilities(kind.getValue()));
                Sealing sealing;
                try (OutputStream out = Files.newOutputStream(file)) {
                    sealing = engine.encrypt(text, List.of(recipient), out);
                }
                if (sealing instanceof Sealing.Unsuitable) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean signs(String name) {
        return !name.equals("x25519") && !name.startsWith("mlkem");
    }

    private void read() throws IOException {
        List<UnlockedIdentity> own = new ArrayList<>();
        for (String name : Files.readAllLines(folder.resolve("people"))) {
            own.add(identity(name));
        }
        List<X509CertificateHolder> atHand =
                own.stream().map(UnlockedIdentity::certificate).toList();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("theirs"))) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            LayeredReading reading = new LayeredReading(own, atHand);
            Octets text = reading.cms(Corpora.file(file));
            boolean signed = name.contains("-sig-") || name.contains("-pss-");
            boolean holds = text.latin1().contains("Hello across") && (!signed || reading.everySignatureHolds());
            System.out.println(name + (holds ? " ok " : " FAIL ") + reading.layers());
        }
    }

    private UnlockedIdentity identity(String name) {
        return new UnlockedIdentity(
                SmimeCorpora.certificate(Corpora.file(folder.resolve(name + ".crt"))),
                List.of(),
                SmimeCorpora.key(Corpora.file(folder.resolve(name + ".key"))));
    }
}
