package org.waxwing.crypto.openpgp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.OpenPgpEngine;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// The gate of post-quantum OpenPGP: the samples of RFC 9980 appendix A, in the copies that others test
/// with too. Keys are read and serve, messages open with a signature that holds, signatures hold.
class PostQuantumGateTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Octets TEXT = Octets.ofUtf8("Testing\n");
    private static final OpenPgpEngine ENGINE = new OpenPgpEngine(new SecureRandom(), AlgorithmPolicy.current());
    private static final PassphraseSource NOBODY = _ -> Optional.empty();

    private final Map<String, OpenPgpCertificate> certificates = new TreeMap<>();
    private final Map<String, OpenPgpSecretKey> keys = new TreeMap<>();

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @ParameterizedTest
    @CsvSource({"pqc-draft, 25", "rpgp/pqc, 25", "bc-test-data/openpgp-pqc, 25", "go-crypto/pqc, 7"})
    void readsOpensAndVerifiesEverySample(String folder, int expected) {
        List<Path> files = Corpora.files(folder);
        List<String> failed = new ArrayList<>();
        files.stream()
                .filter(file -> name(file).matches(".*-[ps]k"))
                .filter(file -> !isValidKey(file))
                .forEach(file -> failed.add(name(file)));
        files.stream()
                .filter(file -> name(file).matches(".*-message.*"))
                .filter(file -> !opens(file))
                .forEach(file -> failed.add(name(file)));
        files.stream()
                .filter(file -> name(file).matches(".*-signature"))
                .filter(file -> !verifies(file))
                .forEach(file -> failed.add(name(file)));
        System.out.println(folder + ": " + (files.size() - failed.size()) + "/" + files.size());
        assertEquals(List.of(), failed);
        assertEquals(expected, files.size());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".asc", "");
    }

    /// The name of the person whose file it is.
    private static String owner(Path file) {
        return name(file).replaceAll("-(sk|pk|message.*|signature)$", "");
    }

    private boolean isValidKey(Path file) {
        List<Item> items = ENGINE.read(Corpora.file(file)).items();
        if (items.size() != 1) {
            return false;
        }
        return switch (items.getFirst()) {
            case Item.CertificateFound(var certificate) -> {
                certificates.put(owner(file), certificate);
                yield serves(certificate);
            }
            case Item.SecretKeyFound(var key, boolean locked) -> {
                keys.put(owner(file), key);
                yield !locked && serves(key.certificate());
            }
            case Item.RevocationFound _, Item.Skipped _ -> false;
        };
    }

    private static boolean serves(OpenPgpCertificate certificate) {
        Usability usability = certificate.usability(NOW);
        return usability.canEncrypt() && usability.canSign();
    }

    private boolean opens(Path file) {
        OpenPgpSecretKey key = keys.get(owner(file));
        return key != null
                && ENGINE.decrypt(
                                Corpora.file(file),
                                SecretKeySource.of(List.of(key)),
                                CertificateSource.of(List.of(key.certificate())),
                                NOBODY,
                                NOW)
                        instanceof Decryption.Decrypted decrypted
                && decrypted.plaintext().equals(TEXT)
                && hold(decrypted.signatures());
    }

    private boolean verifies(Path file) {
        OpenPgpCertificate certificate = certificates.get(owner(file));
        return certificate != null
                && hold(ENGINE.verify(TEXT, Corpora.file(file), CertificateSource.of(List.of(certificate)), NOW));
    }

    private static boolean hold(List<SignatureOutcome> signatures) {
        return !signatures.isEmpty() && signatures.stream().allMatch(SignatureOutcome.Valid.class::isInstance);
    }
}
