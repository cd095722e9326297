package org.waxwing.crypto.openpgp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.EncryptionProfile;
import org.waxwing.crypto.sop.FileSpool;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.KeyPurpose;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopInputs.Writing;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopStreams;

/// Measures this engine in a warm process, for packaging/acceptance/openpgp-speed.sh. It prints lines
/// "name seconds", processor seconds of the whole process, the median of several runs.
final class OpenPgpSpeed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final int RUNS = 7;
    private static final int WARM_UPS = 4;

    private final Path folder;
    private final Sop sop = Sop.with(RANDOM, AlgorithmPolicy.current(), NOW);

    private OpenPgpSpeed(Path folder) {
        this.folder = folder;
    }

    /// `prepare FOLDER MEGABYTES`, `measure FOLDER`, `recipients FOLDER` or `large FOLDER GIGABYTES`.
    public static void main(String[] arguments) throws IOException {
        OpenPgpSpeed speed = new OpenPgpSpeed(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "prepare" -> speed.prepare(Integer.parseInt(arguments[2]));
            case "measure" -> speed.measure();
            case "recipients" -> speed.recipients();
            case "large" -> speed.large(Long.parseLong(arguments[2]) << 30);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T> failed -> throw new IllegalStateException(failed.toString());
        };
    }

    private void prepare(int megabytes) throws IOException {
        key("anna");
        key("ben");
        Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < 1000; i++) {
            key("many/r" + i);
        }
        byte[] random = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(folder.resolve("data"))) {
            for (int i = 0; i < megabytes; i++) {
                RANDOM.nextBytes(random);
                out.write(random);
            }
        }
    }

    private void key(String name) throws IOException {
        Octets key = done(sop.generateKey(
                KeyRequest.ordinary(List.of(name.replace("/", ".") + " <" + name.replace("/", ".") + "@example.org>")),
                true));
        Files.write(folder.resolve(name + ".key"), key.toByteArray());
        Files.write(
                folder.resolve(name + ".cert"), done(sop.extractCert(key, true)).toByteArray());
    }

    private Octets file(String name) throws IOException {
        return Octets.of(Files.readAllBytes(folder.resolve(name)));
    }

    /// A piece of work that is repeated.
    private interface Work {
        void run() throws IOException;
    }

    static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void print(String name, Work work) throws IOException {
        double[] seconds = new double[RUNS];
        for (int i = -WARM_UPS; i < RUNS; i++) {
            Duration before = processor();
            work.run();
            if (i >= 0) {
                seconds[i] = processor().minus(before).toMillis() / 1000.0;
            }
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "%s %.3f%n", name, seconds[RUNS / 2]);
    }

    private OpenPgpSecretKey secret(String name) throws IOException {
        return new KeyFileReader(new CertificateReader(AlgorithmPolicy.current()))
                .read(file(name + ".key")).items().stream()
                        .flatMap(item -> item instanceof KeyMaterial.Item.SecretKeyFound found
                                ? Stream.of(found.key())
                                : Stream.empty())
                        .findFirst()
                        .orElseThrow();
    }

    private static SigningKey signer(OpenPgpSecretKey key, CertificateReader reader) {
        if (SigningKey.of(key, reader, _ -> Optional.empty(), NOW)
                instanceof SigningKey.Search.Found(SigningKey found)) {
            return found;
        }
        throw new IllegalStateException("the key can't sign");
    }

    private void measure() throws IOException {
        Octets data = file("data");
        CertificateReader reader = new CertificateReader(AlgorithmPolicy.current());
        OpenPgpEngine engine = new OpenPgpEngine(RANDOM, AlgorithmPolicy.current());
        OpenPgpSecretKey anna = secret("anna");
        OpenPgpSecretKey ben = secret("ben");
        SigningKey signer = signer(anna, reader);
        List<PGPPublicKey> keys =
                Intent.of(List.of(ben.certificate()), reader, NOW).keys();
        MessageWriter writer = new MessageWriter(RANDOM);
        SignatureMaker maker = new SignatureMaker(RANDOM);
        Octets[] made = new Octets[1];
        for (int version : List.of(1, 2)) {
            MessageWriter.Audience audience = new MessageWriter.Audience(keys, List.of(), version == 2);
            print("encrypt-v" + version, () -> {
                made[0] = Octets.empty();
                SignatureMaker.Signed signed = maker.sign(signer, PGPSignature.BINARY_DOCUMENT, data, List.of(), NOW);
                made[0] = writer.encrypted(new SignedText(data, 'b', List.of(signed)), audience)
                        .message();
            });
            Octets message = made[0];
            Files.write(folder.resolve("waxwing-v" + version + ".pgp"), message.toByteArray());
            print("decrypt-v" + version, () -> {
                Decryption opened = engine.decrypt(
                        message,
                        SecretKeySource.of(List.of(ben)),
                        CertificateSource.of(List.of(anna.certificate())),
                        _ -> Optional.empty(),
                        NOW);
                if (!(opened instanceof Decryption.Decrypted decrypted)
                        || decrypted.plaintext().length() != data.length()
                        || !(decrypted.signatures().getFirst() instanceof SignatureOutcome.Valid)) {
                    throw new IllegalStateException("not read: " + opened);
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "overhead-v%d %.4f%n",
                    version,
                    100.0 * (message.length() - data.length()) / data.length());
        }
        streams("stream-");
        recipients();
        floor(data.length());
    }

    private static void floor(long length) {
        try {
            new SpeedFloor(length).print();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the platform lacks a cipher or hash", missing);
        }
    }

    private void recipients() throws IOException {
        List<Octets> certificates = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            certificates.add(file("many/r" + i + ".cert"));
        }
        Octets small = Octets.ofUtf8("To everyone.\n");
        Recipients all = new Recipients(List.of(), certificates);
        print("recipients-1000", () -> {
            Octets _ = done(sop.encrypt(small, all, Keys.none(), Writing.ordinary()))
                    .message();
        });
        CertificateReader reader = new CertificateReader(AlgorithmPolicy.current());
        List<OpenPgpCertificate> known = certificates.stream()
                .flatMap(file -> new KeyFileReader(reader).read(file).items().stream())
                .flatMap(item -> item instanceof KeyMaterial.Item.CertificateFound found
                        ? Stream.of(found.certificate())
                        : Stream.empty())
                .toList();
        MessageWriter writer = new MessageWriter(RANDOM);
        print("recipients-1000-known", () -> toKnown(known, reader, writer, small));
    }

    /// To certificates that were read and proven before, as a keyring holds them; each is judged anew for
    /// this instant.
    private static void toKnown(
            List<OpenPgpCertificate> known, CertificateReader reader, MessageWriter writer, Octets text) {
        Intent intent = Intent.of(known, reader, NOW);
        if (intent.keys().size() != 1000) {
            throw new IllegalStateException(intent.problems().toString());
        }
        Octets _ = writer.encrypted(
                        new SignedText(text, 'b', List.of()),
                        new MessageWriter.Audience(intent.keys(), List.of(), intent.version2()))
                .message();
    }

    /// From file to file, as the command does it.
    private void streams(String prefix) throws IOException {
        Path sealed = folder.resolve("stream.pgp");
        Path opened = folder.resolve("stream.out");
        print(prefix + "encrypt", () -> encrypt(Files.newInputStream(folder.resolve("data")), size("data"), sealed));
        print(prefix + "decrypt", () -> decrypt(sealed, Files.newOutputStream(opened)));
        Files.delete(opened);
    }

    private long size(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }

    private void encrypt(InputStream from, long length, Path sealed) throws IOException {
        try (InputStream in = from;
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(sealed), 1 << 18)) {
            var _ = done(SopStreams.with(RANDOM, AlgorithmPolicy.current(), NOW, new FileSpool(folder))
                    .encrypt(
                            new SopStreams.Source(in, length),
                            out,
                            new Recipients(List.of(), List.of(file("ben.cert"))),
                            new Keys(List.of(file("anna.key")), List.of()),
                            new Writing(Mode.BINARY, EncryptionProfile.DEFAULT, KeyPurpose.ANY, false)));
        }
    }

    private void decrypt(Path sealed, OutputStream to) throws IOException {
        try (InputStream in = Files.newInputStream(sealed);
                OutputStream out = to;
                SopStreams.Held held = done(SopStreams.with(
                                RANDOM, AlgorithmPolicy.current(), NOW, new FileSpool(folder))
                        .decrypt(
                                in,
                                Openers.of(new Keys(List.of(file("ben.key")), List.of())),
                                new Verifiers(List.of(file("anna.cert")), Optional.empty(), Optional.empty())))) {
            if (held.verifications().size() != 1) {
                throw new IllegalStateException("the signature was not found valid");
            }
            held.writeTo(out);
        }
    }

    /// A text of many gigabytes in the heap that this process was given.
    private void large(long length) throws IOException {
        Path sealed = folder.resolve("large.pgp");
        Duration before = processor();
        encrypt(new Zeros(length), length, sealed);
        Duration between = processor();
        Counting counted = new Counting();
        decrypt(sealed, counted);
        if (counted.length != length) {
            throw new IllegalStateException("only " + counted.length + " octets came back");
        }
        System.out.printf(
                Locale.ROOT,
                "large: %d bytes both ways within a heap of at most %d MB; encrypt+sign %.1f s, decrypt+verify %.1f"
                        + " s%n",
                length,
                Runtime.getRuntime().maxMemory() >> 20,
                between.minus(before).toMillis() / 1000.0,
                processor().minus(between).toMillis() / 1000.0);
        Files.delete(sealed);
    }

    /// Nothing but zeros.
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }

    /// Counts and forgets.
    private static final class Counting extends OutputStream {
        private long length;

        @Override
        public void write(int octet) {
            length++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            length += count;
        }
    }
}
