package org.waxwing.crypto.smime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.mime.Base64Input;
import org.waxwing.crypto.mime.Base64Output;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.SpeedFloor;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;
import org.waxwing.crypto.sop.FileSpool;

/// Signs and encrypts, opens and verifies S/MIME mail from file to file in a warm process and prints lines
/// "name seconds": processor seconds of the whole process, the median of several runs. Its script sets them
/// beside other programs.
public final class SmimeSpeed {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RUNS = 7;
    private static final int WARM_UPS = 12;
    private static final int MANY = 1000;
    private final Path folder;
    private final SmimeEngine engine = new SmimeEngine(RANDOM);
    private final UnlockedIdentity anna;
    private final UnlockedIdentity ben;

    private SmimeSpeed(Path folder) throws IOException {
        this.folder = folder;
        this.anna = identity("anna");
        this.ben = identity("ben");
    }

    /// @param arguments "measure", "create-large" or "open-large", then the folder with anna.crt,
    ///   anna.key, ben.crt, ben.key and data
    public static void main(String[] arguments) throws IOException {
        SmimeSpeed speed = new SmimeSpeed(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "measure" -> speed.measure();
            case "create-large" -> speed.create("large", ContentCipher.AES_256_GCM, "large.eml");
            default -> speed.openLarge();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void measure() throws IOException {
        print("create-cbc", () -> create("data", ContentCipher.AES_256_CBC, "cbc.eml"));
        print("create-gcm", () -> create("data", ContentCipher.AES_256_GCM, "gcm.eml"));
        print("open-cbc", () -> open("cbc.eml", "cbc.out", Holding.memory()));
        print("open-gcm", () -> open("gcm.eml", "gcm.out", Holding.memory()));
        for (String kind : List.of("rsa", "p256", "x25519")) {
            List<SmimeRecipient> recipients = many(kind);
            print("recipients-" + kind, () -> encryptToMany(recipients, kind));
        }
        try {
            new SpeedFloor(Files.size(folder.resolve("data"))).printSmime();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void openLarge() throws IOException {
        long before = cpu();
        open("large.eml", "large.out", Holding.in(new FileSpool(folder), RANDOM));
        System.out.printf(
                Locale.ROOT,
                "open %d MB: %.2f s, at most %s of memory (gate 200 MB)%n",
                Files.size(folder.resolve("large")) >> 20,
                (cpu() - before) / 1e9,
                peak());
    }

    /// The most that the process had of the machine's memory, heap and all.
    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .findFirst()
                .orElse("?");
    }

    private void create(String text, ContentCipher cipher, String mail) throws IOException {
        SmimeRecipient recipient = new SmimeRecipient(ben.certificate(), SmimeCapabilities.unknown());
        try (InputStream in = Files.newInputStream(folder.resolve(text));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(mail)), 1 << 18)) {
            out.write(header(cipher.mode().authenticated() ? "authEnveloped-data" : "enveloped-data"));
            try (Base64Output code = new Base64Output(out)) {
                var _ = new EnvelopeWriting(RANDOM)
                        .encrypt(
                                List.of(recipient),
                                cipher,
                                sealing -> {
                                    if (!engine.signOpaque(in, anna, NOW, sealing)) {
                                        throw new IOException("the key doesn't sign");
                                    }
                                },
                                OptionalLong.empty(),
                                code);
            }
        }
    }

    private static byte[] header(String type) {
        String header = "MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=" + type
                + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        return header.getBytes(StandardCharsets.US_ASCII);
    }

    private void open(String mail, String text, Holding holding) throws IOException {
        Source message = () -> body(folder.resolve(mail));
        switch (engine.decrypt(message, OwnKeys.of(List.of(ben)), holding)) {
            case Unsealing.Unsealed(HeldContent content, var _, var _) -> verify(content, text);
            case Unsealing other -> throw new IOException("it doesn't open: " + other);
        }
    }

    private void verify(HeldContent content, String text) throws IOException {
        try (content) {
            switch (engine.openSigned(content, List.of())) {
                case SignedReading.Read(HeldContent inside, var signers, var _) -> {
                    if (signers.stream().anyMatch(signer -> signer.mathematics() != Mathematics.HOLDS)) {
                        throw new IOException("a signature doesn't hold");
                    }
                    try (inside;
                            InputStream in = inside.open();
                            OutputStream out = Files.newOutputStream(folder.resolve(text))) {
                        in.transferTo(out);
                    }
                }
                case SignedReading other -> throw new IOException("not signed: " + other);
            }
        }
    }

    /// What stands behind the header of a mail.
    private static InputStream body(Path mail) throws IOException {
        InputStream in = Files.newInputStream(mail);
        byte[] start = in.readNBytes(4096);
        int end = new String(start, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        if (end < 4) {
            end = new String(start, StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2;
        }
        in.close();
        InputStream again = Files.newInputStream(mail);
        again.skipNBytes(end);
        return new Base64Input(again);
    }

    private List<SmimeRecipient> many(String kind) throws IOException {
        List<SmimeRecipient> all = new ArrayList<>();
        X509CertificateHolder certificate = certificate(kind);
        for (int i = 0; i < MANY; i++) {
            all.add(new SmimeRecipient(certificate, SmimeCapabilities.unknown()));
        }
        return all;
    }

    private void encryptToMany(List<SmimeRecipient> recipients, String kind) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("many-" + kind + ".p7m"))) {
            var _ = engine.encrypt(Octets.ofUtf8("To everyone."), recipients, out);
        }
    }

    private static void print(String name, Work work) throws IOException {
        for (int run = 0; run < WARM_UPS; run++) {
            work.run();
        }
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long before = cpu();
            work.run();
            seconds[run] = (cpu() - before) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "%s %.3f%n", name, seconds[RUNS / 2]);
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private X509CertificateHolder certificate(String name) throws IOException {
        return new X509CertificateHolder(pem(folder.resolve(name + ".crt")));
    }

    private UnlockedIdentity identity(String name) throws IOException {
        UnlockedKey key = UnlockedKey.ofPkcs8(Octets.of(pem(folder.resolve(name + ".key"))))
                .orElseThrow();
        return new UnlockedIdentity(certificate(name), List.of(), key);
    }

    private static byte[] pem(Path file) throws IOException {
        String code = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("-"))
                .collect(Collectors.joining());
        return Base64.getDecoder().decode(code);
    }
}
