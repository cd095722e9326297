package org.waxwing.crypto.smime.path;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Json;
import org.waxwing.crypto.openpgp.gate.Tally;

/// The gate of path validation: NIST's Public Key Interoperability Test Suite, with its revocation lists
/// handed in.
class PkitsPathsGateTest {
    private static final String FOLDER = "pkits-boringssl/";
    private static final Instant THEN = Instant.parse("2011-05-01T00:00:00Z");

    private static final Map<String, String> DEVIATIONS = Map.of(
            "4.1.4 Section1ValidDSASignaturesTest4", "DSA is refused as weak, with a key of 1024 bits",
            "4.1.5 Section1ValidDSAParameterInheritanceTest5", "DSA is refused as weak, with a key of 1024 bits");

    private final Map<String, Octets> files = new HashMap<>();

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    @Attack(54)
    void judgesThePathsOfPkits() {
        Tally tally = new Tally("PKITS paths", DEVIATIONS);
        for (Json one :
                Json.parse(Corpora.file(Corpora.smime(FOLDER + "pkits.json"))).items()) {
            boolean valid = Boolean.parseBoolean(one.at("valid").text());
            PathVerdict verdict = judge(one);
            tally.check(one.at("number").text() + " " + one.at("name").text(), valid == accepted(verdict));
        }
        tally.conclude(247);
    }

    /// PKITS asks for the status of every certificate: what nobody knows is not valid there.
    private static boolean accepted(PathVerdict verdict) {
        return verdict instanceof PathVerdict.Trusted trusted && trusted.revocation() instanceof Revocation.Good;
    }

    private PathVerdict judge(Json one) {
        List<Octets> certificates = one.at("certs").items().stream()
                .map(name -> file("certs/" + name.text() + ".crt"))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Octets> lists = one.at("crls").items().stream()
                .map(name -> file("crls/" + name.text() + ".crl"))
                .toList();
        PathCertificate root = PathCertificate.read(certificates.removeFirst()).orElseThrow();
        Octets end = certificates.removeLast();
        PolicyDemand policies = new PolicyDemand(
                policies(one.at("SetInitialPolicySet")),
                one.at("SetInitialExplicitPolicy").text().equals("true"),
                one.at("SetInitialPolicyMappingInhibit").text().equals("true"),
                one.at("SetInitialInhibitAnyPolicy").text().equals("true"));
        PathProfile profile = new PathProfile(KeyPurposeId.id_kp_emailProtection, policies, 8);
        return new CertificatePaths(List.of(Anchor.ofPerson(root)), profile)
                .judge(new PathQuestion(end, certificates, Objection.Purpose.SIGN, THEN)
                        .withEvidence(new RevocationEvidence(lists, List.of())));
    }

    private static Set<String> policies(Json names) {
        return names.items().stream()
                .flatMap(name -> Stream.of(name.text().split(",")))
                .map(PkitsPathsGateTest::policy)
                .collect(Collectors.toSet());
    }

    /// NIST's test policies are numbered in one arc.
    private static String policy(String name) {
        return "2.16.840.1.101.3.2.1.48." + name.substring("NIST-test-policy-".length());
    }

    private Octets file(String name) {
        return files.computeIfAbsent(name, _ -> Corpora.file(Corpora.smime(FOLDER + "nist-pkits/" + name)));
    }
}
