package org.waxwing.crypto.smime.path;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Json;
import org.waxwing.crypto.openpgp.gate.Tally;

/// The gate of our rules beyond path validation: x509-limbo. Its cases are of servers, so the use that is
/// asked for is theirs.
class LimboGateTest {
    private static final Instant THEN = Instant.parse("2023-12-01T00:00:00Z");

    private static final String IDENTIFIER =
            "key identifiers that are there must agree; one that is absent harms nobody but the path builder";

    private static final Map<String, String> DEVIATIONS = Map.ofEntries(
            Map.entry("rfc5280::aki::leaf-missing-aki", IDENTIFIER),
            Map.entry("rfc5280::aki::intermediate-missing-aki", IDENTIFIER),
            Map.entry("rfc5280::aki::cross-signed-root-missing-aki", IDENTIFIER),
            Map.entry("rfc5280::ski::root-missing-ski", IDENTIFIER),
            Map.entry("rfc5280::ski::intermediate-missing-ski", IDENTIFIER),
            Map.entry("rfc5280::nc::permitted-dns-match-noncritical", "the constraint is applied all the same"),
            Map.entry("rfc5280::root-non-critical-basic-constraints", "they are applied all the same"),
            Map.entry("pathlen::validation-ignores-pathlen-in-leaf", "its end may issue certificates only"),
            Map.entry("pathlen::max-chain-depth-1-self-issued", "our bound is of cost: it counts self-issued ones"));

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    @Attack(54)
    void holdsCertificatesToTheRules() {
        run("x509-limbo rfc5280", "rfc5280::", 60);
    }

    @Test
    void countsTheLengthOfPaths() {
        run("x509-limbo pathlen", "pathlen::", 11);
    }

    @Test
    void endsInPathologicalWebs() {
        run("x509-limbo pathological", "pathological::", 4);
    }

    private static void run(String gate, String group, int atLeast) {
        Json cases = Json.parse(Corpora.file(Corpora.smime("x509-limbo/limbo-2023-12-02.json")));
        Map<String, String> deviations = DEVIATIONS.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(group))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Tally tally = new Tally(gate, deviations);
        for (Json one : cases.at("testcases").items()) {
            String id = one.at("id").text();
            if (id.startsWith(group)) {
                boolean expected = one.at("expected_result").text().equals("SUCCESS");
                tally.check(id, expected == judge(one) instanceof PathVerdict.Trusted);
            }
        }
        tally.conclude(atLeast);
    }

    private static PathVerdict judge(Json one) {
        List<Anchor> anchors = one.at("trusted_certs").items().stream()
                .map(LimboGateTest::der)
                .map(PathCertificate::read)
                .flatMap(Optional::stream)
                .map(Anchor::ofPerson)
                .toList();
        String depth = one.at("max_chain_depth").text();
        String time = one.at("validation_time").text();
        boolean shallow = one.at("features").items().stream()
                .anyMatch(feature -> feature.text().equals("max-chain-depth"));
        int longest = depth.isEmpty() ? (shallow ? 0 : 8) : Math.min(8, Integer.parseInt(depth));
        return new CertificatePaths(anchors, new PathProfile(KeyPurposeId.id_kp_serverAuth, PolicyDemand.NONE, longest))
                .judge(new PathQuestion(
                        der(one.at("peer_certificate")),
                        one.at("untrusted_intermediates").items().stream()
                                .map(LimboGateTest::der)
                                .toList(),
                        Objection.Purpose.SIGN,
                        time.isEmpty() ? THEN : OffsetDateTime.parse(time).toInstant()));
    }

    private static Octets der(Json pem) {
        String text = pem.text();
        int from = text.indexOf("-----\n") + 6;
        return Octets.of(Base64.getMimeDecoder().decode(text.substring(from, text.indexOf("-----END"))));
    }
}
