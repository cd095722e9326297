package org.waxwing.crypto.smime.path;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Json;
import org.waxwing.crypto.openpgp.gate.Tally;

/// The gate of answers on revocation: OpenSSL's OCSP responses, in certvalidator's copy.
class StatusAnswersGateTest {
    private static final String FOLDER = "certvalidator/openssl-ocsp/";

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void believesAnswersOfThoseWhoMayGiveThem() {
        Tally tally = new Tally("OCSP responses");
        for (Json one : Json.parse(Corpora.file(Corpora.smime(FOLDER + "openssl-ocsp.json")))
                .items()) {
            boolean sound = one.at("error").names().isEmpty();
            tally.check(one.at("name").text(), sound == allGood(one));
        }
        tally.conclude(29);
    }

    /// Each answer is of the certificate in its place: the end's first, then the one above.
    private static boolean allGood(Json one) {
        List<PathCertificate> path = Stream.of(
                        Stream.of(one.at("cert").text()),
                        one.at("other_certs").items().stream().map(Json::text),
                        Stream.of(one.at("root").text()))
                .flatMap(names -> names)
                .map(name -> CorpusCertificates.read(FOLDER + name))
                .toList();
        Instant at = OffsetDateTime.parse(one.at("moment").text()).toInstant();
        List<Json> answers = one.at("ocsps").items();
        boolean good = true;
        for (int i = 0; i < answers.size(); i++) {
            int place = i;
            good &= StatusAnswer.read(base64(FOLDER + answers.get(i).text()))
                    .flatMap(answer -> answer.of(path.get(place), path.get(place + 1), at))
                    .filter(Revocation.Good.class::isInstance)
                    .isPresent();
        }
        return good;
    }

    private static Octets base64(String name) {
        return Octets.of(
                Base64.getMimeDecoder().decode(Corpora.file(Corpora.smime(name)).latin1()));
    }
}
