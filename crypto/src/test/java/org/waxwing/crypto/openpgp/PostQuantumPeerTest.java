package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waxwing.crypto.openpgp.People.BIRTH;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.nobody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// What we write with post-quantum keys OpenPGP.js reads, and the other way round. The environment's
/// `WAXWING_PEERS` names the folder in which npm put `@protontech/openpgp`.
class PostQuantumPeerTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\n");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsThePeer() {
        String peers = Optional.ofNullable(System.getenv("WAXWING_PEERS")).orElse("absent");
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of(peers, "node_modules", "@protontech", "openpgp")),
                "skipped: WAXWING_PEERS names no folder with @protontech/openpgp");
    }

    private Octets peer(String operation, Octets... inputs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script().toString(), operation));
        for (int i = 0; i < inputs.length; i++) {
            Path file = folder.resolve("input" + i);
            Files.write(file, inputs[i].toByteArray());
            command.add(file.toString());
        }
        Path errors = folder.resolve("errors");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        Octets out = Octets.readAll(process.getInputStream());
        assertEquals(0, process.waitFor(), () -> {
            try {
                return Files.readString(errors);
            } catch (IOException broken) {
                return broken.toString();
            }
        });
        return out;
    }

    private static Path script() {
        return Path.of("src/test/resources/openpgp/post-quantum-peer.mjs").toAbsolutePath();
    }

    private static OpenPgpSecretKey read(Octets armored) {
        return assertInstanceOf(
                        Item.SecretKeyFound.class, ENGINE.read(armored).items().getFirst())
                .key();
    }

    private static OpenPgpSecretKey ours(KeyProfile profile) {
        KeyPlan plan = new KeyPlan(List.of(new UserId("Anna <anna@example.org>")), profile, Optional.empty());
        SecureRandom random = new SecureRandom();
        return new KeyGeneration(random, AlgorithmPolicy.current())
                .generate(plan, Lock.none(random), BIRTH)
                .key();
    }

    private static Octets certificate(OpenPgpSecretKey key) {
        return ENGINE.armoredCertificates(List.of(key.certificate()));
    }

    @ParameterizedTest
    @EnumSource(names = {"CURVE25519_AND_POST_QUANTUM", "POST_QUANTUM_V6"})
    void lettersGoBothWays(KeyProfile profile) throws IOException, InterruptedException {
        OpenPgpSecretKey anna = ours(profile);
        Octets theirs = peer("generate");
        OpenPgpSecretKey ben = read(theirs);

        Octets toBen = assertInstanceOf(
                        Production.Made.class,
                        ENGINE.signAndEncrypt(TEXT, anna, List.of(ben.certificate()), nobody(), NOW))
                .octets();
        assertEquals(TEXT, peer("decrypt", theirs, certificate(anna), toBen));

        Octets toAnna = peer("encrypt", certificate(anna), theirs, TEXT);
        Decryption.Decrypted decrypted = assertInstanceOf(
                Decryption.Decrypted.class,
                ENGINE.decrypt(
                        toAnna,
                        SecretKeySource.of(List.of(anna)),
                        CertificateSource.of(List.of(ben.certificate())),
                        nobody(),
                        NOW));
        assertEquals(TEXT, decrypted.plaintext());
        assertInstanceOf(SignatureOutcome.Valid.class, decrypted.signatures().getFirst());

        // The peer opens with our secret key what we seal for ourselves: it reads the key as we write it.
        Octets toAnnaByUs = assertInstanceOf(
                        Production.Made.class,
                        ENGINE.signAndEncrypt(TEXT, anna, List.of(anna.certificate()), nobody(), NOW))
                .octets();
        assertEquals(TEXT, peer("decrypt", ENGINE.armoredSecretKey(anna), certificate(anna), toAnnaByUs));
    }
}
