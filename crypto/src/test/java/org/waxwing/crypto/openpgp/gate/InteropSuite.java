package org.waxwing.crypto.openpgp.gate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// The tests of the OpenPGP interoperability test suite as one run of it recorded them: what each consumer
/// was given, and what the suite expects of it.
final class InteropSuite {
    private InteropSuite() {}

    /// What a consumer should make of a vector.
    enum Expectation {
        ACCEPT,
        REFUSE,
        /// The suite has no opinion; nothing may break.
        NONE
    }

    /// One input of a test.
    ///
    /// @param label who or what made it
    /// @param reason in the words of the suite; empty without an expectation
    record Vector(String test, String label, Octets data, Expectation expectation, String reason) {}

    /// @param artifacts what goes with every vector, such as the certificate, by name
    record Test(String section, String title, Map<String, Octets> artifacts, List<Vector> vectors) {
        Optional<Octets> artifact(String name) {
            return Optional.ofNullable(artifacts.get(name));
        }
    }

    static List<Test> read() {
        List<Test> tests = new ArrayList<>();
        Json run = Json.parse(Corpora.file("interop-suite-sequoia-gopenpgp.json"));
        for (Json section : run.at("results").items()) {
            String name = section.items().getFirst().text();
            section.items().getLast().items().forEach(test -> tests.add(test(name, test)));
        }
        return tests;
    }

    private static Test test(String section, Json test) {
        String title = test.at("title").text();
        Map<String, Octets> artifacts = new LinkedHashMap<>();
        for (Json artifact : test.at("artifacts").items()) {
            artifacts.put(
                    artifact.items().getFirst().text(),
                    decoded(artifact.items().getLast().text()));
        }
        List<Vector> vectors = test.at("results").items().stream()
                .map(vector -> vector(title, vector))
                .toList();
        return new Test(section, title, artifacts, vectors);
    }

    private static Vector vector(String title, Json vector) {
        Json expectation = vector.at("expectation");
        Optional<String> kind = expectation.names().stream().findFirst();
        return new Vector(
                title,
                vector.at("artifact").at("producer").text(),
                decoded(vector.at("artifact").at("data").text()),
                kind.map(name -> name.equals("Ok") ? Expectation.ACCEPT : Expectation.REFUSE)
                        .orElse(Expectation.NONE),
                kind.map(name -> expectation.at(name).text()).orElse(""));
    }

    private static Octets decoded(String base64) {
        return Octets.of(Base64.getDecoder().decode(base64));
    }
}
