package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A token made of files, by SoftHSM2, in a folder of its own; and the authority that issues its certificates.
final class SoftToken {
    static final String LABEL = "Anna's card";
    static final String PIN = "48151623";
    static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    private static final List<String> PEERS =
            List.of("/usr/bin/softhsm2-util", "/usr/bin/pkcs11-tool", "/usr/bin/openssl", LIBRARY.toString());

    private final Path folder;

    private SoftToken(Path folder) {
        this.folder = folder;
    }

    /// Where SoftHSM2 isn't installed, the test is skipped.
    static SoftToken in(Path folder) throws IOException, InterruptedException {
        for (String peer : PEERS) {
            Assumptions.assumeTrue(Files.exists(Path.of(peer)), "skipped: " + peer + " is not installed");
        }
        SoftToken token = new SoftToken(folder);
        Files.createDirectories(token.tokens());
        Files.writeString(token.configuration(), "directories.tokendir = " + token.tokens() + "\nlog.level = ERROR\n");
        tellThisProcess(token.configuration());
        token.run("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--pin", PIN, "--so-pin", "87654321");
        token.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-subj",
                "/CN=Example Mail CA",
                "-days",
                "800",
                "-addext",
                "keyUsage=critical,keyCertSign");
        token.run("openssl", "x509", "-in", "ca.pem", "-outform", "DER", "-out", "ca.der");
        return token;
    }

    private Path tokens() {
        return folder.resolve("tokens");
    }

    private Path configuration() {
        return folder.resolve("softhsm2.conf");
    }

    /// Where the library looks, it being in this process.
    @SuppressWarnings("restricted")
    private static void tellThisProcess(Path configuration) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            Object _ = linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeWithArguments(
                            arena.allocateFrom("SOFTHSM2_CONF"), arena.allocateFrom(configuration.toString()), 1);
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// A key on the token and its certificate for `NAME@example.org`; both stand in the folder too.
    ///
    /// @param kind "RSA" or a curve such as "P-256"
    void make(String name, String kind, String id, String... habits) throws IOException, InterruptedException {
        List<String> making = new ArrayList<>(List.of("openssl", "genpkey", "-outform", "DER", "-out", name + ".key"));
        making.addAll(
                kind.equals("RSA")
                        ? List.of("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048")
                        : List.of(
                                "-algorithm",
                                "EC",
                                "-pkeyopt",
                                "ec_paramgen_curve:" + kind,
                                "-pkeyopt",
                                "ec_param_enc:named_curve"));
        run(making.toArray(String[]::new));
        run(
                "openssl",
                "req",
                "-new",
                "-keyform",
                "DER",
                "-key",
                name + ".key",
                "-subj",
                "/CN=" + name,
                "-out",
                name + ".csr");
        Files.writeString(
                folder.resolve("extensions"),
                "subjectAltName=email:" + name + "@example.org\nextendedKeyUsage=emailProtection\n");
        run(
                "openssl",
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "700",
                "-extfile",
                "extensions",
                "-out",
                name + ".pem");
        run("openssl", "x509", "-in", name + ".pem", "-outform", "DER", "-out", name + ".der");
        List<String> usages = new ArrayList<>(List.of("--usage-sign"));
        usages.add(kind.equals("RSA") ? "--usage-decrypt" : "--usage-derive");
        usages.addAll(List.of(habits));
        write("privkey", name + ".key", id, usages.toArray(String[]::new));
        write("cert", name + ".der", id);
    }

    /// Puts a file onto the token.
    void write(String type, String file, String id, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("pkcs11-tool", "--module", LIBRARY.toString(), "--token-label"));
        words.addAll(List.of(LABEL, "--login", "--pin", PIN, "--write-object", file, "--type", type, "--id", id));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
    }

    /// As if it were pulled out of its socket.
    void pullOut() throws IOException {
        try (Stream<Path> files = Files.walk(tokens())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(tokens());
    }

    /// Another program's command, beside the token.
    void run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SOFTHSM2_CONF", configuration().toString());
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(log));
    }
}
