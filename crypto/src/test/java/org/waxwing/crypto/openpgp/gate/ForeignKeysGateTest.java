package org.waxwing.crypto.openpgp.gate;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// The gate of keys by others, sound, expired, revoked and forged: what each may be used for today.
class ForeignKeysGateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    /// File and its items: "s" a certificate that signs, "e" one that receives, "se" both, "-" one that
    /// neither does, "x" something passed over.
    private static final String KEYS = """
        rnp/test_key_validity/case1/pubring.gpg | s
        rnp/test_key_validity/case2/pubring.gpg | x s
        rnp/test_key_validity/case3/pubring.gpg | x s
        rnp/test_key_validity/case4/pubring.gpg | s
        rnp/test_key_validity/case5/pubring.gpg | s s
        rnp/test_key_validity/case6/pubring.gpg | -
        rnp/test_key_validity/case7/pubring.gpg | s
        rnp/test_key_validity/case8/pubring.gpg | se
        rnp/test_key_validity/case9/pubring.gpg | se
        rnp/test_key_validity/case10/pubring.gpg | -
        rnp/test_key_validity/case11/pubring.gpg | -
        rnp/test_key_validity/case12/pubring.gpg | -
        rnp/test_key_validity/case13/pubring.gpg | -
        rnp/test_key_validity/case14/pubring.gpg | -
        rnp/test_key_validity/case15/pubring.gpg | s
        rnp/test_key_validity/alice-sign-sub-exp-pub.asc | -
        rnp/test_key_validity/alice-sub-pub.pgp | se
        rnp/test_forged_keys/dsa-eg-pub-forged-key.pgp | x
        rnp/test_forged_keys/dsa-eg-pub-forged-material.pgp | x
        rnp/test_forged_keys/dsa-eg-pub-forged-subkey.pgp | s
        rnp/test_forged_keys/ecc-25519-pub-forged-key.pgp | x
        rnp/test_forged_keys/ecc-25519-pub-forged-material.pgp | x
        rnp/test_forged_keys/ecc-25519-pub-future-cert-malf-bind.pgp | -
        rnp/test_forged_keys/ecc-25519-pub-future-cert.pgp | -
        rnp/test_forged_keys/ecc-25519-pub.pgp | s
        rnp/test_forged_keys/ecc-p256-pub-expired-key.pgp | -
        rnp/test_forged_keys/ecc-p256-pub-expired-subkey.pgp | s
        rnp/test_forged_keys/ecc-p256-pub-forged-key.pgp | -
        rnp/test_forged_keys/ecc-p256-pub-forged-material.pgp | x
        rnp/test_forged_keys/ecc-p256-pub-forged-subkey.pgp | s
        rnp/test_forged_keys/ecc-p256-pub-no-binding.pgp | s
        rnp/test_forged_keys/ecc-p256-pub-no-cert-malf-binding.pgp | x
        rnp/test_forged_keys/ecc-p256-pub-no-certification.pgp | -
        rnp/test_forged_keys/ecc-p256-pub.pgp | se
        rnp/test_forged_keys/eddsa-2012-md5-pub.pgp | -
        rnp/test_forged_keys/eddsa-2024-pub.pgp | -
        rnp/test_forged_keys/rsa-rsa-pub-forged-key.pgp | -
        rnp/test_forged_keys/rsa-rsa-pub-forged-material.pgp | x
        rnp/test_forged_keys/rsa-rsa-pub-forged-subkey.pgp | s
        rnp/test_forged_keys/rsa-rsa-pub-future-key.pgp | -
        rnp/test_forged_keys/rsa-rsa-pub.pgp | se
        rnp/test_uid_validity/key-expired.pgp | -
        rnp/test_uid_validity/key-uid-expired-sig.pgp | -
        rnp/test_uid_validity/key-uid-prim-expired-sig.pgp | se
        rnp/test_uid_validity/key-uids-pub-no-expire.pgp | se
        rnp/test_uid_validity/key-uids-with-invalid.pgp | se
        gopenpgp/crypto/key_revoked | -
        gopenpgp/crypto/key_futureKey | -
        gopenpgp/crypto/key_expiredKey | -
        gopenpgp/crypto/keyring_publicKey | se
        gopenpgp/crypto/issue11_publickey | se
        gnupg/samplekeys/authenticate-only.pub.asc | -
        gnupg/samplekeys/rsa-primary-auth-only.pub.asc | -
        gnupg/samplekeys/dda252ebb8ebe1af-1.asc | s
        gnupg/samplekeys/dda252ebb8ebe1af-2.asc | s
        gnupg/samplekeys/ecc-sample-1-pub.asc | se
        gnupg/samplekeys/ecc-sample-2-pub.asc | se
        gnupg/samplekeys/ecc-sample-3-pub.asc | se
        gnupg/samplekeys/ed25519-cv25519-sample-1.asc | se
        gnupg/samplekeys/ed25519-cv25519-sample-2.asc | se
        gnupg/samplekeys/eddsa-sample-1-pub.asc | s
        gnupg/samplekeys/rsa-rsa-sample-1.asc | se
        gnupg/samplekeys/pgp-desktop-skr.asc | x
        gnupg/samplekeys/v5-sample-1-pub.asc | x
        """;

    private static final Map<String, String> DEVIATIONS = Map.of(
            "rnp/test_key_validity/case8/pubring.gpg",
            "rnp goes by the subkey's binding alone; a key that says nothing of itself is good for nothing here");

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void takesKeysForWhatTheyAreGoodFor() {
        Tally tally = new Tally("foreign keys", DEVIATIONS);
        KEYS.lines().forEach(row -> {
            List<String> fields = List.of(row.split(" \\| "));
            List<String> items = openPgp.read(Corpora.file(fields.get(0))).items().stream()
                    .map(ForeignKeysGateTest::good)
                    .toList();
            tally.check(fields.get(0), items.equals(Arrays.asList(fields.get(1).split(" "))));
        });
        tally.conclude(63);
    }

    private static String good(Item item) {
        return switch (item) {
            case Item.CertificateFound(OpenPgpCertificate certificate) -> good(certificate);
            case Item.SecretKeyFound found -> good(found.key().certificate());
            case Item.RevocationFound _ -> "r";
            case Item.Skipped _ -> "x";
        };
    }

    private static String good(OpenPgpCertificate certificate) {
        var usability = certificate.usability(NOW);
        String both = (usability.canSign() ? "s" : "") + (usability.canEncrypt() ? "e" : "");
        return both.isEmpty() ? "-" : both;
    }

    /// The same ten keys in every arrangement of files and armour.
    @Test
    void findsTenKeysHoweverTheyLie() {
        Tally tally = new Tally("pgpainless key rings");
        for (var path : Corpora.files("pgpainless")) {
            String name = path.getFileName().toString();
            long found = openPgp.read(Corpora.file(path)).items().stream()
                    .filter(item -> item instanceof Item.CertificateFound || item instanceof Item.SecretKeyFound)
                    .count();
            long expected = name.startsWith("single") ? 1 : 10;
            tally.check(name + ": " + found, found == expected);
        }
        tally.conclude(16);
    }

    /// Signing with it would give its secret away.
    @Test
    void aSecretWithThePublicKeyOfAnotherDoesNotSign() {
        Tally tally = new Tally("gopenpgp mismatching key");
        Consumer consumer = new Consumer(NOW);
        Octets key = Corpora.file("gopenpgp/crypto/key_mismatching_eddsa_key");
        tally.check("key_mismatching_eddsa_key", !consumer.signs(key, ""));
        tally.conclude(1);
    }
}
