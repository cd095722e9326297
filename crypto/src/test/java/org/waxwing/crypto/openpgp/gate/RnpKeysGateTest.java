package org.waxwing.crypto.openpgp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/// The gate of rnp's keys at the edge of the format, and of its signatures over a text and over one forged
/// from it.
class RnpKeysGateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    /// File and its items: "c" a certificate, "k" a secret key, "x" something passed over; with keys,
    /// user ids, "*" where it ends one day, and whether it signs and receives.
    private static final String KEYS = """
        test_key_edge_cases/alice-2-keys-same-grip.pgp | c2/1:se x
        test_key_edge_cases/alice-2-subs-same-grip.pgp | c2/1:se
        test_key_edge_cases/alice-3-uids-primary-boris.pgp | k2/3:se
        test_key_edge_cases/alice-3-uids-primary-expiring.pgp | k2/3*:se
        test_key_edge_cases/alice-3-uids.pgp | k2/3:se
        test_key_edge_cases/alice-rev-no-reason.pgp | c1/1:
        test_key_edge_cases/alice-sub-rev-no-reason.pgp | c2/1:s c2/1:s
        test_key_edge_cases/alice-wrong-mpi-bit-count.pgp | c1/1:s
        test_key_edge_cases/key-25519-non-tweaked-sec-prot.asc | k2/1:se
        test_key_edge_cases/key-25519-non-tweaked-sec.asc | k2/1:se
        test_key_edge_cases/key-25519-tweaked-sec.asc | k2/1:se
        test_key_edge_cases/key-binding-hash-alg.asc | c2/1:s
        test_key_edge_cases/key-create-expiry-32bit.asc | c1/1*:
        test_key_edge_cases/key-critical-notations.pgp | c2/0:
        test_key_edge_cases/key-empty-packets.pgp | x
        test_key_edge_cases/key-empty-uid.pgp | x
        test_key_edge_cases/key-malf-sig.pgp | x
        test_key_edge_cases/key-expired-cert-direct.pgp | k2/1*:
        test_key_edge_cases/key-primary-uid-conflict-pub.pgp | c2/1:se
        test_key_edge_cases/key-rsa-2001-pub.asc | c2/1:se
        test_key_edge_cases/key-sub-0-expiry.pgp | c2/1:se
        test_key_edge_cases/key-sub-crit-note-pub.pgp | x
        test_key_edge_cases/key-subpacket-101-110.pgp | c1/1:s
        test_key_edge_cases/key-unhashed-subpkts.pgp | c4/3:
        test_key_edge_cases/pubring-malf-cert.pgp | c4/2: c3/3*:
        test_key_edge_cases/pubring-malf-key0-sub0-bind.pgp | c3/3: c3/3*:
        test_key_edge_cases/pubring-malf-key0-sub0.pgp | c3/3: c3/3*:
        test_key_edge_cases/pubring-malf-key0.pgp | x c3/3*:
        test_key_edge_cases/renee-new-expiration-pub.asc | c2/1*:se
        test_key_edge_cases/renee-old-expiration-sec.asc | k2/1*:
        test_stream_key_load/dsa-eg-pub.asc | c2/1:se
        test_stream_key_load/ecc-25519-2subs-sec.asc | k3/1:s
        test_stream_key_load/ecc-25519-photo-pub.asc | c1/1:s
        test_stream_key_load/ecc-25519-pub-extra-line-2.asc | c1/1:s
        test_stream_key_load/ecc-25519-pub-extra-line.asc | c1/1:s
        test_stream_key_load/ecc-25519-pub.spaces.asc | c1/1:s
        test_stream_key_load/ecc-bp256-pub.asc | c2/1:se
        test_stream_key_load/ecc-bp384-pub.asc | c2/1:se
        test_stream_key_load/ecc-bp512-pub.asc | c2/1:se
        test_stream_key_load/ecc-p256-pub.asc | c2/1:se
        test_stream_key_load/ecc-p256-revoked-key.asc | c2/1:
        test_stream_key_load/ecc-p256-revoked-sub.asc | c2/1:s
        test_stream_key_load/ecc-p256k1-pub.asc | c2/1:se
        test_stream_key_load/ecc-p384-pub.asc | c2/1:se
        test_stream_key_load/ecc-p521-pub.asc | c2/1:se
        test_stream_key_load/ecc-x25519-pub.asc | c2/1:se
        test_stream_key_load/eddsa-00-pub.pgp | c2/1:se
        test_stream_key_merge/key-both.asc | c3/2:se k3/2:se
        test_stream_key_merge/key-pub-just-key.pgp | x
        test_stream_key_merge/key-pub-subkey-1-no-sigs.pgp | x
        test_stream_key_merge/key-pub-uid-1-no-sigs.pgp | x
        test_large_MPIs/rsa-pub-16384bits.pgp | c2/1:se
        test_large_MPIs/rsa-priv-16384bits.pgp | k2/1:se
        test_large_MPIs/rsa-pub-16385bits.pgp | x
        test_large_MPIs/rsa-priv-16385bits.pgp | x
        test_large_MPIs/rsa-pub-65535bits.pgp | x x
        """;

    /// Where rnp takes what we don't.
    private static final Map<String, String> DEVIATIONS = Map.of(
            "test_key_edge_cases/alice-s2k-101-3.pgp | k",
            "locked in a way of GnuPG's own that nobody knows, so not even its end is known",
            "test_key_edge_cases/alice-s2k-101-unknown.pgp | k",
            "the same",
            "test_stream_key_load/ecc-25519-pub.b64 | c",
            "bare base64 is no key file; rnp takes it only when told to",
            "source.txt.sig",
            "of 2018; all that its signer says in the file is of 2020, when the key was prolonged");

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private final Consumer consumer = new Consumer(NOW);

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    private static Octets file(String name) {
        return Corpora.file("rnp/" + name);
    }

    private List<String> items(String name) {
        return openPgp.read(file(name)).items().stream()
                .map(RnpKeysGateTest::good)
                .toList();
    }

    private static String good(Item item) {
        return switch (item) {
            case Item.CertificateFound found -> "c" + good(found.certificate());
            case Item.SecretKeyFound found -> "k" + good(found.key().certificate());
            case Item.RevocationFound _ -> "r";
            case Item.Skipped _ -> "x";
        };
    }

    private static String good(OpenPgpCertificate certificate) {
        var usability = certificate.usability(NOW);
        return certificate.keys().size()
                + "/"
                + certificate.userIds().size()
                + (certificate.expires().isPresent() ? "*" : "")
                + ":"
                + (usability.canSign() ? "s" : "")
                + (usability.canEncrypt() ? "e" : "");
    }

    @Test
    void takesKeysAtTheEdgeAsTheyDeserve() {
        Tally tally = new Tally("rnp keys and signatures", DEVIATIONS);
        KEYS.lines().forEach(row -> {
            List<String> fields = List.of(row.split(" \\| "));
            tally.check(
                    row,
                    items(fields.getFirst())
                            .equals(Arrays.asList(fields.getLast().split(" "))));
        });
        for (String row : DEVIATIONS.keySet()) {
            if (row.contains(" | ")) {
                List<String> fields = List.of(row.split(" \\| "));
                tally.check(row, items(fields.getFirst()).stream().anyMatch(item -> item.startsWith(fields.getLast())));
            }
        }
        Octets signer = file("test_stream_signatures/pub.asc");
        Octets text = file("test_stream_signatures/source.txt");
        for (String name : List.of("source.txt.sig", "source.txt.text.sig")) {
            tally.check(name, consumer.verifies(text, file("test_stream_signatures/" + name), signer));
        }
        for (String name : List.of("source.txt.sig", "source.txt.text.sig")) {
            tally.check(
                    name + " over the forged text",
                    !consumer.verifies(
                            file("test_stream_signatures/source_forged.txt"),
                            file("test_stream_signatures/" + name),
                            signer));
        }
        tally.check(
                "signature-timestamp.asc",
                !consumer.verifies(text, file("test_stream_signatures/signature-timestamp.asc"), signer));
        tally.conclude(59);
    }

    @Test
    void piecesOfACertificateMakeTheWhole() {
        Tally tally = new Tally("rnp merging");
        List<String> pieces = List.of("key-pub-uid-1", "key-pub-uid-2", "key-pub-subkey-1", "key-pub-subkey-2");
        OpenPgpCertificate whole = certificate("test_stream_key_merge/key-pub.pgp");
        for (List<String> order : List.of(pieces, pieces.reversed())) {
            OpenPgpCertificate merged = certificate("test_stream_key_merge/" + order.getFirst() + ".pgp");
            for (String piece : order) {
                merged = openPgp.merge(merged, certificate("test_stream_key_merge/" + piece + ".pgp"));
            }
            tally.check(String.join(", ", order), merged.encoded().equals(whole.encoded()));
        }
        OpenPgpCertificate old = certificate("test_key_edge_cases/renee-old-expiration-sec.asc");
        OpenPgpCertificate prolonged = certificate("test_key_edge_cases/renee-new-expiration-pub.asc");
        tally.check("Renee's key had ended", !old.usability(NOW).canSign());
        tally.check(
                "Renee's key is prolonged",
                openPgp.merge(old, prolonged).usability(NOW).canSign());
        tally.conclude(4);
    }

    private OpenPgpCertificate certificate(String name) {
        List<OpenPgpCertificate> found = openPgp.read(file(name)).items().stream()
                .flatMap(item -> switch (item) {
                    case Item.CertificateFound certificate -> List.of(certificate.certificate()).stream();
                    case Item.SecretKeyFound secret -> List.of(secret.key().certificate()).stream();
                    case Item.RevocationFound _, Item.Skipped _ -> List.<OpenPgpCertificate>of().stream();
                })
                .toList();
        assertEquals(1, found.size(), name);
        return found.getFirst();
    }
}
