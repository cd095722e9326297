package org.waxwing.crypto.smime.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.smime.SignerFinding;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;
import org.waxwing.crypto.smime.UnlockedIdentity;

/// Messages made to be refused, beside a few that only look like them.
final class HostileCmsGateTest {
    private static final String OPENSSL = "openssl/80-test_cms_data/";

    @Test
    @Attack(23)
    void refusesWhatOpensslRefuses() {
        Corpora.needed();
        Tally tally = new Tally("OpenSSL's malformed CMS refused");
        List<UnlockedIdentity> own = List.of(
                SmimeCorpora.identity(OPENSSL + "ecdh-cert.pem", OPENSSL + "ecdh-key.pem"),
                SmimeCorpora.identity(OPENSSL + "dh-cert.pem", OPENSSL + "dh-key.pem"),
                SmimeCorpora.identity("openssl/smime-certs/smrsa3-cert.pem", "openssl/smime-certs/smrsa3-key.pem"),
                SmimeCorpora.identity("openssl/smime-certs/smrsa1.pem", "openssl/smime-certs/smrsa1.pem"));
        for (String name : List.of("rsa-malformed.der", "ecdh-malformed.der", "dh-malformed.der")) {
            LayeredReading reading = new LayeredReading(own, List.of());
            Octets text = reading.cms(SmimeCorpora.file(OPENSSL + name));
            tally.check(name + " " + reading.layers(), text.isEmpty());
        }
        for (String name :
                List.of("no_ct_attr.cms", "no_md_attr.cms", "ct_multiple_attr.cms", "bad_signtime_attr.cms")) {
            LayeredReading reading = new LayeredReading(own, List.of());
            Octets _ = reading.cms(cms(OPENSSL + name));
            tally.check(
                    name + " " + reading.layers(),
                    reading.signers().stream().noneMatch(signer -> signer.mathematics() == Mathematics.HOLDS));
        }
        LayeredReading md4 = new LayeredReading(own, List.of());
        Octets _ = md4.cms(cms(OPENSSL + "pkcs7-md4.pem"));
        tally.check("pkcs7-md4.pem", !md4.everySignatureHolds());
        tally.conclude(8);
    }

    private static Octets cms(String name) {
        Octets file = SmimeCorpora.file(name);
        return file.latin1().contains("-----BEGIN")
                ? Octets.of(SmimeCorpora.pem(file).getFirst().getContent())
                : file;
    }

    @Test
    @Attack(2)
    @Attack(36)
    void takesNoShortTagAndTellsWhatNothingProves() {
        Corpora.needed();
        Map<String, String> expected = Map.of(
                "gcmtag1.p7m", "[NotIntact]",
                "gcmtag4.p7m", "[NotIntact]",
                "gcmtag12.p7m", "[AES-256-GCM]",
                "cbcgadget.p7m", "[AES-256-CBC]",
                "cekhkdf.p7m", "[AES-256-GCM]");
        Tally tally = new Tally("short tags, CBC gadget, derived content key");
        expected.forEach((name, layers) -> {
            LayeredReading reading = new LayeredReading(SmimeCorpora.madeHere(), List.of());
            Octets _ = reading.cms(SmimeCorpora.file("made-here/" + name));
            if (!layers.equals(reading.layers().toString())) {
                System.out.println(name + " " + reading.layers());
            }
            tally.check(name, layers.equals(reading.layers().toString()));
        });
        tally.conclude(5);
    }

    @Test
    @Attack(25)
    void aMessageThatNobodySignedHasNoSigner() {
        Corpora.needed();
        LayeredReading reading = new LayeredReading(List.of(), List.of());
        Octets _ = reading.cms(SmimeCorpora.file("rfc4134/4.11.bin"));
        assertEquals(
                List.of(),
                reading.signers().stream().map(SignerFinding::mathematics).toList());
    }
}
