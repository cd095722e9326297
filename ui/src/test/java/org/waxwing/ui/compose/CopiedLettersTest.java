package org.waxwing.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.compose.LetterStart.Caution;
import org.waxwing.ui.sample.Sample;

/// Eve copies a letter that Anna sealed for the reader, puts it under a name of her own, and waits for the
/// answer that quotes it. The letters are really sealed and really opened.
class CopiedLettersTest {
    private static final OpenPgp OPEN_PGP = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private static final Sop SOP = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), Sample.NOW);
    private static final Octets ANNAS_KEY = key("Anna <anna@chem.example>");
    private static final Octets READERS_KEY = key("Maya <maya@ox.ac.uk>");

    private static final String FROM_EVE = "From: Eve <eve@eve.example>\nTo: maya@ox.ac.uk\nSubject: Hello\n";
    private static final String FROM_ANNA = "From: Anna <anna@chem.example>\nTo: maya@ox.ac.uk\nSubject: [...]\n";
    private static final String INSIDE =
            "From: Anna <anna@chem.example>\nTo: maya@ox.ac.uk, ben@physics.example\nSubject: Plan\n";
    private static final String HP_OUTER = """
        HP-Outer: From: Anna <anna@chem.example>
        HP-Outer: To: maya@ox.ac.uk, ben@physics.example
        HP-Outer: Subject: [...]
        """;

    @Test
    @Attack(7)
    void anAnswerToACopiedLetterGoesToWhoWroteItAndNeverToTheThief() {
        for (String mark : List.of("hp=\"cipher\"", "hp=\"clear\"", "protected-headers=\"v1\"")) {
            LetterStart answer = answer(FROM_EVE, payload(INSIDE + HP_OUTER, mark), Keys.none());
            assertEquals(List.of("anna@chem.example"), addresses(answer.draft().to()), mark);
            assertEquals(
                    List.of("ben@physics.example"), addresses(answer.draft().cc()), mark);
            assertEquals("Re: Plan", answer.draft().subject(), mark);
            assertTrue(answer.draft().text().contains("Anna wrote:\n> the secret"), mark);
            assertEquals(Caution.NAMED_INSIDE, answer.caution(), mark);
        }
    }

    @Test
    @Attack(7)
    void aThiefBesideTheAuthorOutsideIsNotAnswered() {
        String both = FROM_EVE.replace("From: ", "From: Anna <anna@chem.example>, ");
        LetterStart answer = answer(both, payload(INSIDE + HP_OUTER, "hp=\"cipher\""), Keys.none());
        assertEquals(List.of("anna@chem.example"), addresses(answer.draft().to()));
    }

    @Test
    @Attack(7)
    void aReplyToInsideIsFollowedWhetherOrNotItWasHidden() {
        String home = "Reply-To: anna@home.example\n";
        for (String outer : List.of("", "HP-Outer: " + home)) {
            Octets payload = payload(INSIDE + home + HP_OUTER + outer, "hp=\"cipher\"");
            LetterStart answer = answer(FROM_EVE + "Reply-To: eve@eve.example\n", payload, Keys.none());
            assertEquals(List.of("anna@home.example"), addresses(answer.draft().to()));
        }
    }

    @Test
    @Attack(7)
    void aLetterWithFieldsInsideAndNoSenderThereIsAnsweredToNobody() {
        for (String mark : List.of("hp=\"cipher\"", "protected-headers=\"v1\"")) {
            LetterStart answer = answer(FROM_EVE, payload("Subject: Plan\n", mark), Keys.none());
            assertEquals(List.of(), answer.draft().to(), mark);
            nothingIsTakenOver(answer);
            assertEquals(Caution.NOBODY_NAMED, answer.caution(), mark);
        }
    }

    @Test
    @Attack(7)
    void anAnswerToASealedTextThatNothingTiesToItsSenderQuotesNothing() {
        Octets bare = payload("", "charset=utf-8");
        for (Keys signers : List.of(Keys.none(), new Keys(List.of(ANNAS_KEY), List.of()))) {
            LetterStart answer = answer(FROM_EVE, bare, signers);
            assertEquals(List.of("eve@eve.example"), addresses(answer.draft().to()));
            assertEquals("Re: Hello", answer.draft().subject());
            nothingIsTakenOver(answer);
            assertEquals(Caution.MAY_BE_COPIED, answer.caution());
        }
    }

    @Test
    @Attack(2)
    @Attack(7)
    void anAnswerToATextThatMayHaveBeenAlteredQuotesNothing() {
        ProtectedFields outside = Opener.outerFields(crlf(FROM_EVE + "\n"));
        LetterStart answer =
                Replies.to(outside, "the secret of the five words", true, false, Sample.account(), "Eve wrote:");
        nothingIsTakenOver(answer);
        assertEquals(Caution.MAY_BE_COPIED, answer.caution());
    }

    @Test
    void anAnswerToAProvenSenderQuotesAsEver() {
        Keys anna = new Keys(List.of(ANNAS_KEY), List.of());
        for (Octets payload : List.of(payload("", "charset=utf-8"), payload(INSIDE + HP_OUTER, "hp=\"cipher\""))) {
            LetterStart answer = answer(FROM_ANNA, payload, anna);
            assertEquals(List.of("anna@chem.example"), addresses(answer.draft().to()));
            assertTrue(answer.draft().text().contains("> the secret"));
            assertEquals(Caution.NONE, answer.caution());
        }
    }

    private static void nothingIsTakenOver(LetterStart answer) {
        assertFalse(answer.draft().text().contains("secret"));
        assertFalse(answer.draft().subject().contains("Plan"));
        assertTrue(answer.draft().sealedText().tints("the secret of the five words"), "and pasted text is known");
    }

    private static LetterStart answer(String outside, Octets payload, Keys signers) {
        Octets sealed = done(SOP.encrypt(
                payload, new Recipients(List.of(), List.of(cert(READERS_KEY))), signers, Mode.BINARY, true));
        Octets letter = crlf(outside + """
            MIME-Version: 1.0
            Content-Type: multipart/encrypted; boundary=b; protocol="application/pgp-encrypted"

            --b
            Content-Type: application/pgp-encrypted

            Version: 1
            --b
            Content-Type: application/octet-stream

            """ + sealed.utf8().replace("\r\n", "\n") + "\n--b--\n");
        Opening opening = Opener.with(OPEN_PGP, Smime.with(new SecureRandom()))
                .open(
                        letter,
                        SecretKeySource.of(List.of(secretKey(READERS_KEY))),
                        CertificateSource.of(List.of(secretKey(ANNAS_KEY).certificate())),
                        _ -> Optional.empty(),
                        Sample.NOW);
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, opening);
        assertTrue(opened.summary().status() == Status.CONFIDENTIAL || !outside.equals(FROM_ANNA));
        ProtectedFields fields = opened.payload().fields();
        String writer = Replies.writer(fields, true).map(Mailbox::displayName).orElse("?");
        return Replies.to(fields, opened.payload().content().text(), true, true, Sample.account(), writer + " wrote:");
    }

    private static Octets payload(String fields, String mark) {
        return crlf(fields + "Content-Type: text/plain; " + mark + "\n\nthe secret of the five words");
    }

    private static Octets crlf(String text) {
        return Octets.ofUtf8(text.replace("\n", "\r\n"));
    }

    private static Octets key(String userId) {
        return done(SOP.generateKey(KeyRequest.ordinary(List.of(userId)), true));
    }

    private static Octets cert(Octets key) {
        return done(SOP.extractCert(key, true));
    }

    private static OpenPgpSecretKey secretKey(Octets file) {
        return assertInstanceOf(
                        KeyMaterial.Item.SecretKeyFound.class,
                        OPEN_PGP.read(file).items().getFirst())
                .key();
    }

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(var failure) -> throw new AssertionError(failure.toString());
        };
    }

    private static List<String> addresses(List<Mailbox> people) {
        return people.stream().map(person -> person.address().text()).toList();
    }
}
