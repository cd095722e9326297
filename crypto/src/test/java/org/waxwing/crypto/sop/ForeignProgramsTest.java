package org.waxwing.crypto.sop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;

/// The fast part of the live matrix: both ways with Sequoia's `sqop`, and the AEAD packets of `rnp`.
class ForeignProgramsTest {
    private static final Octets TEXT = Octets.ofUtf8("Dear Anna,\nuntil noon.\nBen\n");

    @TempDir
    private Path folder;

    private final Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), Instant.now());

    @Test
    void sqopReadsWhatWeWriteAndWeReadWhatItWrites() throws IOException, InterruptedException {
        needs("sqop");
        String theirKey = file("their.key", run(Octets.empty(), "sqop", "generate-key", "ben@example.org"));
        String ourKey = file("our.key", done(sop.generateKey(KeyRequest.ordinary(List.of("anna@example.org")), true)));
        for (String key : List.of(theirKey, ourKey)) {
            Octets secret = Octets.of(Files.readAllBytes(Path.of(key)));
            Octets certificate = done(sop.extractCert(secret, true));
            String cert = file("cert", certificate);
            Keys keys = new Keys(List.of(secret), List.of());
            Verifiers verifiers = new Verifiers(List.of(certificate), Optional.empty(), Optional.empty());
            String verified = folder.resolve("verified").toString();

            Octets sealed =
                    done(sop.encrypt(TEXT, new Recipients(List.of(), List.of(certificate)), keys, Mode.BINARY, true));
            assertEquals(
                    TEXT,
                    run(
                            sealed,
                            "sqop",
                            "decrypt",
                            "--verifications-out=" + verified,
                            "--verify-with=" + cert,
                            "--",
                            key));
            assertTrue(Files.size(Path.of(verified)) > 0);
            Files.delete(Path.of(verified));
            Octets theirs = run(TEXT, "sqop", "encrypt", "--sign-with=" + key, "--", cert);
            Sop.Decrypted opened = done(sop.decrypt(theirs, keys, List.of(), verifiers));
            assertEquals(TEXT, opened.text());
            assertEquals(1, opened.verifications().size());

            String signature =
                    file("sig", done(sop.sign(TEXT, keys, Mode.BINARY, true)).signatures());
            assertTrue(run(TEXT, "sqop", "verify", "--", signature, cert).length() > 0);
            Octets signed = run(TEXT, "sqop", "sign", key);
            assertEquals(1, done(sop.verify(TEXT, signed, verifiers)).size());
        }
        bothWaysByPassword("sqop");
    }

    private void bothWaysByPassword(String program) throws IOException, InterruptedException {
        String password = file("password", Octets.ofUtf8("swordfish"));
        try (Passphrase open = Passphrase.taking("swordfish".toCharArray())) {
            Octets ours =
                    done(sop.encrypt(TEXT, new Recipients(List.of(open), List.of()), Keys.none(), Mode.BINARY, true));
            assertEquals(TEXT, run(ours, program, "decrypt", "--with-password=" + password));
            Octets theirs = run(TEXT, program, "encrypt", "--with-password=" + password);
            assertEquals(
                    TEXT,
                    done(sop.decrypt(theirs, Keys.none(), List.of(open), Verifiers.none()))
                            .text());
        }
    }

    @Test
    void opensTheAeadPacketsOfLibrePgp() throws IOException, InterruptedException {
        needs("rnp");
        Octets secret = done(sop.generateKey(KeyRequest.ordinary(List.of("anna@example.org")), true));
        String cert = file("cert.asc", done(sop.extractCert(secret, true)));
        String text = file("text", TEXT);
        for (String mode : List.of("OCB", "EAX")) {
            Octets sealed = run(
                    Octets.empty(),
                    "rnp",
                    "--homedir",
                    folder.toString(),
                    "--keyfile",
                    cert,
                    "--encrypt",
                    "-r",
                    "anna@example.org",
                    "--aead=" + mode,
                    "--output",
                    "-",
                    text);
            assertEquals(
                    TEXT,
                    done(sop.decrypt(sealed, new Keys(List.of(secret), List.of()), List.of(), Verifiers.none()))
                            .text());
            Octets locked = run(
                    Octets.empty(),
                    "rnp",
                    "--homedir",
                    folder.toString(),
                    "--password",
                    "swordfish",
                    "--symmetric",
                    "--passwords",
                    "1",
                    "--aead=" + mode,
                    "--output",
                    "-",
                    text);
            try (Passphrase open = Passphrase.taking("swordfish".toCharArray())) {
                assertEquals(
                        TEXT,
                        done(sop.decrypt(locked, Keys.none(), List.of(open), Verifiers.none()))
                                .text());
            }
        }
    }

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(SopFailure failure) -> throw new AssertionError(failure);
        };
    }

    private String file(String name, Octets content) throws IOException {
        return Files.write(folder.resolve(name), content.toByteArray()).toString();
    }

    private static void needs(String program) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
                "skipped: there is no " + program + " on this machine");
    }

    private Octets run(Octets input, String... command) throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in"), input.toByteArray());
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectError(errors.toFile())
                .start();
        Octets out = Octets.readAll(process.getInputStream());
        assertEquals(0, process.waitFor(), () -> List.of(command) + ": " + said(errors));
        return out;
    }

    private static String said(Path errors) {
        try {
            return Files.readString(errors);
        } catch (IOException _) {
            return "";
        }
    }
}
