package org.waxwing.crypto.openpgp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// The gate of RNP's certificates with odd statements: what each is good for. Deviations, each with its
/// reason, are marked in the table.
class CertificateValidityGateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    /// What the best certificate in a file is good for.
    private enum Good {
        NOT_READ,
        FOR_NOTHING,
        TO_SIGN,
        TO_SIGN_AND_ENCRYPT
    }

    private record Expected(String file, Good good) {}

    private static final List<Expected> TABLE = List.of(
            new Expected("test_key_validity/case1/pubring.gpg", Good.TO_SIGN),
            // Alice's own signature is corrupted in 2 and missing in 3; Basil's holds.
            new Expected("test_key_validity/case2/pubring.gpg", Good.TO_SIGN),
            new Expected("test_key_validity/case3/pubring.gpg", Good.TO_SIGN),
            // The subkey that would encrypt isn't bound, or by another key.
            new Expected("test_key_validity/case4/pubring.gpg", Good.TO_SIGN),
            new Expected("test_key_validity/case5/pubring.gpg", Good.TO_SIGN),
            new Expected("test_key_validity/case6/pubring.gpg", Good.FOR_NOTHING),
            new Expected("test_key_validity/case7/pubring.gpg", Good.TO_SIGN),
            // RNP takes it for valid. No statement over the key or a user id is left, so nobody can tell when
            // it ends or whether it was revoked: we keep it for merging only, as Sequoia does.
            new Expected("test_key_validity/case8/pubring.gpg", Good.FOR_NOTHING),
            new Expected("test_key_validity/case9/pubring.gpg", Good.TO_SIGN_AND_ENCRYPT),
            new Expected("test_key_validity/case10/pubring.gpg", Good.FOR_NOTHING),
            new Expected("test_key_validity/case11/pubring.gpg", Good.FOR_NOTHING),
            new Expected("test_key_validity/case12/pubring.gpg", Good.FOR_NOTHING),
            new Expected("test_key_validity/case13/pubring.gpg", Good.FOR_NOTHING),
            new Expected("test_key_validity/case14/pubring.gpg", Good.FOR_NOTHING),
            // The primary key signs; the subkey's back-signature has expired.
            new Expected("test_key_validity/case15/pubring.gpg", Good.TO_SIGN),
            new Expected("test_uid_validity/key-expired.pgp", Good.FOR_NOTHING),
            new Expected("test_uid_validity/key-uid-expired-sig.pgp", Good.FOR_NOTHING),
            new Expected("test_uid_validity/key-uid-prim-expired-sig.pgp", Good.TO_SIGN_AND_ENCRYPT),
            new Expected("test_uid_validity/key-uids-pub-no-expire.pgp", Good.TO_SIGN_AND_ENCRYPT),
            new Expected("test_uid_validity/key-uids-pub.pgp", Good.TO_SIGN_AND_ENCRYPT),
            new Expected("test_uid_validity/key-uids-revoked-valid.pgp", Good.TO_SIGN_AND_ENCRYPT),
            new Expected("test_uid_validity/key-uids-with-invalid.pgp", Good.TO_SIGN_AND_ENCRYPT),
            new Expected("test_forged_keys/dsa-eg-pub.pgp", Good.TO_SIGN_AND_ENCRYPT),
            new Expected("test_forged_keys/dsa-eg-pub-forged-key.pgp", Good.NOT_READ),
            new Expected("test_forged_keys/dsa-eg-pub-forged-material.pgp", Good.NOT_READ),
            new Expected("test_forged_keys/dsa-eg-pub-forged-subkey.pgp", Good.TO_SIGN),
            new Expected("test_forged_keys/ecc-25519-pub-forged-key.pgp", Good.NOT_READ),
            new Expected("test_forged_keys/ecc-25519-pub-forged-material.pgp", Good.NOT_READ),
            new Expected("test_forged_keys/ecc-25519-pub-future-cert.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/ecc-25519-pub-future-cert-malf-bind.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/ecc-p256-pub-expired-key.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/ecc-p256-pub-expired-subkey.pgp", Good.TO_SIGN),
            new Expected("test_forged_keys/ecc-p256-pub-forged-key.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/ecc-p256-pub-forged-subkey.pgp", Good.TO_SIGN),
            new Expected("test_forged_keys/ecc-p256-pub-no-binding.pgp", Good.TO_SIGN),
            new Expected("test_forged_keys/ecc-p256-pub-no-certification.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/eddsa-2012-md5-pub.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/eddsa-2024-pub.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/rsa-rsa-pub-forged-key.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/rsa-rsa-pub-future-key.pgp", Good.FOR_NOTHING),
            new Expected("test_forged_keys/rsa-rsa-pub.pgp", Good.TO_SIGN_AND_ENCRYPT));

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void everyCertificateIsGoodForWhatItsOwnerSaid() {
        List<String> surprising = new ArrayList<>();
        for (Expected expected : TABLE) {
            Good good = good(expected.file());
            if (good != expected.good()) {
                surprising.add(expected.file() + ": " + good);
            }
        }
        System.out.printf("rnp certificates: %d/%d%n", TABLE.size() - surprising.size(), TABLE.size());
        assertEquals(List.of(), surprising);
    }

    private Good good(String file) {
        Set<Usability> found = certificates(file)
                .map(item -> item.certificate().usability(NOW))
                .collect(Collectors.toUnmodifiableSet());
        if (found.isEmpty()) {
            return Good.NOT_READ;
        }
        if (found.stream().anyMatch(usability -> usability.canSign() && usability.canEncrypt())) {
            return Good.TO_SIGN_AND_ENCRYPT;
        }
        return found.stream().anyMatch(Usability::canSign) ? Good.TO_SIGN : Good.FOR_NOTHING;
    }

    private Stream<Item.CertificateFound> certificates(String file) {
        return openPgp.read(Corpora.file("rnp/" + file)).items().stream()
                .filter(Item.CertificateFound.class::isInstance)
                .map(Item.CertificateFound.class::cast);
    }
}
