package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A certification authority of two steps in a folder, made and run with openssl.
final class OpensslAuthority {
    private final Path folder;

    OpensslAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        selfSigned(
                "root",
                "/O=Chem/CN=Chem Root",
                "basicConstraints=critical,CA:TRUE",
                "keyUsage=critical,keyCertSign",
                "nameConstraints=permitted;email:chem.example");
        openssl(
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "mid.key",
                "-out",
                "mid.csr",
                "-subj",
                "/O=Chem/CN=Chem Mail CA");
        Files.writeString(
                folder.resolve("mid.ext"),
                "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n");
        openssl(
                "x509",
                "-req",
                "-in",
                "mid.csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-CAcreateserial",
                "-days",
                "900",
                "-extfile",
                "mid.ext",
                "-out",
                "mid.pem");
    }

    static boolean isHere(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            var _ = process.getInputStream().readAllBytes();
            return process.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// A certificate that nobody else issued, in `NAME.pem`.
    void selfSigned(String name, String subject, String... extensions) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem",
                "-subj",
                subject,
                "-days",
                "900"));
        for (String extension : extensions) {
            words.addAll(List.of("-addext", extension));
        }
        openssl(words.toArray(String[]::new));
    }

    /// Answers the request in `NAME.csr` with `NAME.pem`, and with `NAME.p7b` that holds the chain too.
    void answer(String name, String address, int days) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(name + ".ext"), """
            subjectAltName=email:%s
            keyUsage=critical,digitalSignature,keyEncipherment,keyAgreement
            extendedKeyUsage=emailProtection
            authorityKeyIdentifier=keyid
            """.formatted(address));
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "mid.pem",
                "-CAkey",
                "mid.key",
                "-CAcreateserial",
                "-days",
                Integer.toString(days),
                "-extfile",
                name + ".ext",
                "-out",
                name + ".pem");
        openssl(
                "crl2pkcs7",
                "-nocrl",
                "-certfile",
                name + ".pem",
                "-certfile",
                "mid.pem",
                "-certfile",
                "root.pem",
                "-outform",
                "DER",
                "-out",
                name + ".p7b");
    }

    /// What it printed.
    @CanIgnoreReturnValue
    String openssl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        return run(command);
    }

    String run(List<String> command) throws IOException, InterruptedException {
        return run(command, "");
    }

    /// @param input what the program reads
    String run(List<String> command, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }
}
