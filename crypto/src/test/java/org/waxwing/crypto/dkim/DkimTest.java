package org.waxwing.crypto.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.dkim.SignedLetter.FIELDS;
import static org.waxwing.crypto.dkim.SignedLetter.LETTER;
import static org.waxwing.crypto.dkim.SignedLetter.NOW;
import static org.waxwing.crypto.dkim.SignedLetter.QUESTION;
import static org.waxwing.crypto.dkim.SignedLetter.TAGS;
import static org.waxwing.crypto.dkim.SignedLetter.changed;
import static org.waxwing.crypto.dkim.SignedLetter.octets;
import static org.waxwing.crypto.dkim.SignedLetter.only;
import static org.waxwing.crypto.dkim.SignedLetter.result;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.dkim.DkimVerdict.Relation;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.Octets;

class DkimTest {
    private static SigningServer server;
    private static SigningServer stranger;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        server = SigningServer.rsa(2048);
        stranger = SigningServer.rsa(2048);
    }

    @Test
    void vouchesForWhatPassedUnchanged() throws GeneralSecurityException, IOException {
        for (SigningServer one : List.of(server, SigningServer.rsa(1024), SigningServer.ed25519())) {
            for (String form : List.of(TAGS, "c=simple/simple; " + FIELDS, FIELDS)) {
                DkimVerdict verdict = only(one.sign(LETTER, form), one.record(""));
                assertEquals(Result.PASS, verdict.result());
                assertEquals(Optional.of("chem.example"), verdict.domain());
                assertEquals(Optional.of("two.2026"), verdict.selector());
                assertTrue(verdict.coverage().orElseThrow().isWhole());
                assertEquals(Relation.SAME, verdict.relation());
            }
        }
    }

    @Test
    void anotherImplementationSaysTheSame() throws GeneralSecurityException, IOException {
        DnsFixture dns = new DnsFixture().with(QUESTION.name(), server.record(""));
        Octets signed = server.sign(LETTER, TAGS);
        assertTrue(SecondOpinion.passes(signed, dns));
        assertFalse(SecondOpinion.passes(changed(signed, "six", "ten"), dns));
    }

    @Test
    void tellsWhatWasChanged() throws GeneralSecurityException, IOException {
        Octets signed = server.sign(LETTER, TAGS);
        String key = server.record("");
        assertEquals(Result.BODY_CHANGED, result(changed(signed, "at six", "at ten"), key));
        assertEquals(Result.BODY_CHANGED, result(changed(signed, "six.\r\n", "six.\r\n-- \r\nThe list\r\n"), key));
        assertEquals(Result.HEADER_CHANGED, result(changed(signed, "The trip", "[list] The trip"), key));
        assertEquals(Result.HEADER_CHANGED, result(changed(signed, "anna@chem", "eve@chem"), key));
        assertEquals(Result.WRONG_KEY, result(signed, stranger.record("")));
        assertEquals(Result.PASS, result(changed(signed, "at six.\r\n", "at   six. \r\n\r\n"), key));
        assertEquals(Result.PASS, result(changed(signed, "\r\n", "\n"), key));
        SigningServer ed25519 = SigningServer.ed25519();
        assertEquals(
                Result.SIGNATURE_BAD,
                result(changed(ed25519.sign(LETTER, TAGS), "The trip", "A trip"), ed25519.record("")));
        assertEquals(
                Result.SIGNATURE_BAD,
                result(ed25519.sign(LETTER, TAGS), SigningServer.ed25519().record("")));
    }

    @Test
    void tellsWhatTheDnsHadNot() throws GeneralSecurityException, IOException {
        Octets signed = server.sign(LETTER, TAGS);
        String key = server.record("");
        assertEquals(Result.NO_KEY, judged(signed, new DkimAnswer.Texts(List.of())));
        assertEquals(Result.UNREACHABLE, judged(signed, new DkimAnswer.Silent()));
        assertEquals(
                List.of(Result.UNREACHABLE),
                Dkim.current().judge(signed, Map.of(), NOW).stream()
                        .map(DkimVerdict::result)
                        .toList());
        assertEquals(Result.PASS, judged(signed, new DkimAnswer.Texts(List.of("v=spf1 -all", key))));
        assertEquals(Result.BAD_KEY, judged(signed, new DkimAnswer.Texts(List.of(key, key))));
        assertEquals(Result.BAD_KEY, judged(signed, new DkimAnswer.Texts(List.of("v=spf1 -all"))));
        assertEquals(Result.BAD_KEY, result(signed, "v=DKIM2; " + key.substring(8)));
        assertEquals(Result.BAD_KEY, result(signed, server.record("h=sha1; ")));
        assertEquals(Result.BAD_KEY, result(signed, server.record("s=chat; ")));
        assertEquals(Result.BAD_KEY, result(signed, "v=DKIM1; k=rsa; p=AAAA"));
        assertEquals(Result.BAD_KEY, result(signed, "v=DKIM1; k=rsa; p=***"));
        assertEquals(Result.BAD_KEY, result(signed, "v=DKIM1; k=ed25519; p=AAAA"));
        assertEquals(Result.REVOKED, result(signed, "v=DKIM1; k=rsa; p="));
        assertEquals(Result.BAD_KEY, result(signed, key + "A".repeat(10_000)));
        assertEquals(Result.TESTING, result(signed, server.record("t=y; ")));
        assertEquals(Result.PASS, result(signed, server.record("t=s; s=email:web; h=sha1:sha256; n=x; ")));
    }

    @Test
    void readsTheBareKeyThatTheStandardAsksFor() throws GeneralSecurityException, IOException {
        SigningServer small = SigningServer.rsa(1024);
        String whole = small.record("");
        byte[] info = Base64.getDecoder().decode(whole.substring(whole.indexOf("p=") + 2));
        String bare = Base64.getEncoder().encodeToString(Arrays.copyOfRange(info, 22, info.length));
        assertEquals(Result.PASS, result(small.sign(LETTER, TAGS), "p=" + bare));
    }

    @Test
    void countsNothingWeak() throws GeneralSecurityException, IOException {
        SigningServer sha1 = SigningServer.rsaWithSha1();
        assertEquals(Result.WEAK, result(sha1.sign(LETTER, TAGS), sha1.record("")));
        for (int bits : new int[] {512, 768, 1023}) {
            SigningServer small = SigningServer.rsa(bits);
            assertEquals(Result.WEAK, result(small.sign(LETTER, TAGS), small.record("")), bits + " bits");
        }
    }

    @Test
    void endsWithItsTime() throws GeneralSecurityException, IOException {
        String key = server.record("");
        String end = "; x=" + NOW.getEpochSecond();
        String later = "; t=" + NOW.getEpochSecond() + "; x=" + (NOW.getEpochSecond() + 1);
        assertEquals(Result.EXPIRED, result(server.sign(LETTER, TAGS + end), key));
        assertEquals(Result.PASS, result(server.sign(LETTER, TAGS + later), key));
    }

    @Test
    void needsTheOneFrom() throws GeneralSecurityException, IOException {
        String key = server.record("");
        assertEquals(Result.FROM_NOT_SIGNED, result(server.sign(LETTER, "c=relaxed/relaxed; h=to:subject:date"), key));
        Octets signed = server.sign(LETTER, TAGS);
        assertEquals(
                Result.NOT_ONE_FROM, result(changed(signed, "From: Anna", "From: eve@example.net\r\nFrom: Anna"), key));
        assertEquals(Result.NOT_ONE_FROM, result(changed(signed, "From: Anna", "X-From: Anna"), key));
    }

    @Test
    void tellsWhetherItIsTheDomainOfTheAuthor() throws GeneralSecurityException, IOException {
        String key = server.record("");
        for (String other :
                List.of("anna@example.org", "anna@notchem.example", "anna@example", "anna@chem.example.org")) {
            DkimVerdict verdict = only(server.sign(LETTER.replace("anna@chem.example", other), TAGS), key);
            assertEquals(Result.PASS, verdict.result());
            assertEquals(Relation.OTHER, verdict.relation(), other);
        }
        assertEquals(
                Relation.SAME,
                only(server.sign(LETTER.replace("anna@chem", "anna@Chem"), TAGS), key)
                        .relation());
        assertEquals(
                Relation.ABOVE,
                only(server.sign(LETTER.replace("anna@chem", "anna@Mail.Chem"), TAGS), key)
                        .relation());
        assertEquals(
                Relation.OTHER,
                only(
                                server.sign(
                                        LETTER.replace("<anna@chem.example>", "<anna@chem.example>, eve@x.example"),
                                        TAGS),
                                key)
                        .relation());
    }

    @Test
    void readsOnlySoundFields() throws GeneralSecurityException, IOException {
        String signed = server.sign(LETTER, TAGS).latin1();
        Map<String, Result> edits = Map.ofEntries(
                Map.entry("v=1;", Result.MALFORMED),
                Map.entry("d=chem.example;", Result.MALFORMED),
                Map.entry("s=two.2026;", Result.MALFORMED),
                Map.entry("a=rsa-sha256;", Result.MALFORMED),
                Map.entry("; h=from:to:subject:date", Result.MALFORMED));
        edits.forEach((gone, result) ->
                assertEquals(result, result(octets(signed.replace(gone, "")), server.record("")), gone));
        Map<String, Result> others = Map.ofEntries(
                Map.entry("v=2;", Result.MALFORMED),
                Map.entry("v=1; v=1;", Result.MALFORMED),
                Map.entry("v=1; nonsense;", Result.MALFORMED),
                Map.entry("v=1; i=@example.org;", Result.MALFORMED),
                Map.entry("v=1; i=anna@notchem.example;", Result.MALFORMED),
                Map.entry("v=1; t=5; x=4;", Result.MALFORMED),
                Map.entry("v=1; l=many;", Result.MALFORMED),
                Map.entry("v=1; q=http;", Result.UNSUPPORTED));
        others.forEach((put, result) ->
                assertEquals(result, result(octets(signed.replace("v=1;", put)), server.record("")), put));
        assertEquals(Result.UNSUPPORTED, result(octets(signed.replace("rsa-sha256", "rsa-md5")), server.record("")));
        assertEquals(Result.UNSUPPORTED, result(octets(signed.replace("c=relaxed", "c=nofws")), server.record("")));
        assertEquals(
                Result.MALFORMED, result(octets(signed.replace("v=1;", "v=1; n=" + "x".repeat(20_000) + ";")), ""));
    }

    /// Names that would ask for something else, or for a machine in one's own network.
    @Test
    void asksOnlyForNamesOfDomains() throws GeneralSecurityException, IOException {
        String signed = server.sign(LETTER, TAGS).latin1();
        for (String domain :
                List.of("localhost", "chem..example", "-.example", "a/b.example", "dns://x.example", "chem.example.")) {
            Octets message = octets(signed.replace("d=chem.example", "d=" + domain));
            assertEquals(List.of(), Dkim.current().questions(message, NOW), domain);
            assertEquals(List.of(), Dkim.current().domains(message), domain);
            assertEquals(Result.MALFORMED, result(message, server.record("")), domain);
        }
        assertEquals(List.of(), Dkim.current().questions(octets(signed.replace("s=two.2026", "s=a b")), NOW));
        assertEquals(
                List.of(),
                Dkim.current().questions(octets(signed.replace("s=two.2026", "s=" + "a.".repeat(120) + "a")), NOW));
    }

    @Test
    void asksNothingThatCannotMatter() throws GeneralSecurityException, IOException {
        Octets signed = server.sign(LETTER, TAGS);
        assertEquals(List.of(QUESTION), Dkim.current().questions(signed, NOW));
        assertEquals(List.of("chem.example"), Dkim.current().domains(signed));
        assertEquals(List.of(), Dkim.current().questions(changed(signed, "at six", "at ten"), NOW));
        assertEquals(List.of(), Dkim.current().questions(octets(LETTER), NOW));
        SigningServer sha1 = SigningServer.rsaWithSha1();
        assertEquals(List.of(), Dkim.current().questions(sha1.sign(LETTER, TAGS), NOW));
    }

    @Test
    void looksAtFiveFirstThoseOfTheAuthorsDomain() throws GeneralSecurityException, IOException {
        String signed = server.sign(LETTER, TAGS).latin1();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            many.append("DKIM-Signature: v=1; a=rsa-sha256; d=example")
                    .append(i)
                    .append(".net; s=x; h=from; bh=AAAA; b=AAAA\r\n");
        }
        List<DkimVerdict> verdicts = Dkim.current()
                .judge(octets(many + signed), Map.of(QUESTION, new DkimAnswer.Texts(List.of(server.record("")))), NOW);
        assertEquals(Dkim.MOST_SIGNATURES, verdicts.size());
        assertEquals(Result.PASS, verdicts.getFirst().result());
        assertEquals(
                Dkim.MOST_SIGNATURES,
                Dkim.current().domains(octets(many + signed)).size());
    }

    @Test
    void judgesNothingBeyondTheLimitsOfAHeader() throws GeneralSecurityException, IOException {
        String signed = server.sign(LETTER, TAGS).latin1();
        Octets message = octets(signed.replace("\r\n\r\n", "\r\nX: y".repeat(20_000) + "\r\n\r\n"));
        assertEquals(List.of(), Dkim.current().judge(message, Map.of(), NOW));
        assertEquals(List.of(), Dkim.current().questions(message, NOW));
    }

    private static Result judged(Octets message, DkimAnswer answer) {
        return Dkim.current()
                .judge(message, Map.of(QUESTION, answer), NOW)
                .getFirst()
                .result();
    }
}
