package org.waxwing.app.smtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.dispatch.SmtpEnvelope;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.DeliberateCleartext;
import org.waxwing.crypto.Letter;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// What goes over the wire, and what doesn't, when a relay is good, bad or attacked.
class SmtpSubmitterTest {
    private static final String GREETING = """
        S: 220 relay
        C: EHLO [127.0.0.1]
        S: 250-relay
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go
        TLS
        C: EHLO [127.0.0.1]
        S: 250-relay
        S: 250 AUTH PLAIN LOGIN
        """;
    static final String SIGNED_IN = GREETING + "C: *\nS: 235 welcome\n";
    static final String MAIL = SIGNED_IN + "C: MAIL FROM:<ben@example.org>\nS: 250 ok\n";
    private static final AddrSpec BEN = AddrSpec.of("ben@example.org");
    private static final AddrSpec CARLA = AddrSpec.of("carla@example.org");
    private static final AddrSpec DAVE = AddrSpec.of("dave@example.org");

    @TempDir
    private Path folder;

    private Optional<TestCertificates> good = Optional.empty();

    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void aRelayThatTakesTheLetterGetsItByteForByte() throws Exception {
        String script = MAIL + "C: RCPT TO:<carla@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nC: TEXT\nS: 250 kept\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            SubmissionOutcome outcome = submit(server, good(), List.of(CARLA));
            SubmissionOutcome.Accepted accepted = assertInstanceOf(SubmissionOutcome.Accepted.class, outcome);
            assertEquals("kept", accepted.reply().text());
            String stuffed = postcard().bytes().latin1().replace("\r\n.", "\r\n..");
            stuffed += stuffed.endsWith("\r\n") ? "" : "\r\n";
            assertArrayEquals(stuffed.getBytes(StandardCharsets.ISO_8859_1), server.letter());
            assertEquals(1, ended.get());
        }
    }

    @Test
    void eachRecipientHasAnOutcomeOfTheirOwn() throws Exception {
        String script = MAIL
                + "C: RCPT TO:<carla@example.org>\nS: 250 ok\nC: RCPT TO:<dave@example.org>\nS: 550-no such\n"
                + "S: 550 person\nC: DATA\nS: 354 go\nC: TEXT\nS: 250 kept\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            SubmissionOutcome.PartlyAccepted partly = assertInstanceOf(
                    SubmissionOutcome.PartlyAccepted.class, submit(server, good(), List.of(CARLA, DAVE)));
            assertEquals(List.of(CARLA), partly.accepted());
            assertEquals(DAVE, partly.refused().getFirst().recipient());
            assertEquals("no such person", partly.refused().getFirst().reply().text());
        }
    }

    @Test
    void aLetterThatIsRefusedForEverybodyIsNotSent() throws Exception {
        String script = MAIL + "C: RCPT TO:<carla@example.org>\nS: 450 later\nC: RSET\nS: 250 ok\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            SubmissionOutcome.Refused refused =
                    assertInstanceOf(SubmissionOutcome.Refused.class, submit(server, good(), List.of(CARLA)));
            assertTrue(refused.refused().getFirst().reply().temporary());
            assertFalse(server.inside().contains("CANARY"));
        }
    }

    @Test
    void theAnswerThatNeverCameLeavesItUnknown() throws Exception {
        String script = MAIL + "C: RCPT TO:<carla@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nC: TEXT\nEND\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            assertInstanceOf(SubmissionOutcome.Unknown.class, submit(server, good(), List.of(CARLA)));
        }
    }

    @Test
    void aRefusalAfterTheLastByteIsARefusal() throws Exception {
        String script = MAIL + "C: RCPT TO:<carla@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nC: TEXT\nS: 554 spam\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            SubmissionOutcome.Refused refused =
                    assertInstanceOf(SubmissionOutcome.Refused.class, submit(server, good(), List.of(CARLA)));
            assertEquals(554, refused.reply().code());
        }
    }

    @Test
    void aConnectionCutBeforeTheEndIsNoMoreThanUnreachable() throws Exception {
        String script = MAIL + "C: RCPT TO:<carla@example.org>\nEND\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            assertInstanceOf(SubmissionOutcome.Unreachable.class, submit(server, good(), List.of(CARLA)));
            assertEquals(0, ended.get());
        }
    }

    @Test
    @Attack(55)
    void withoutStarttlsNothingPrivateGoesOut() throws Exception {
        String script = "S: 220 relay\nC: EHLO [127.0.0.1]\nS: 250-relay\nS: 250 AUTH PLAIN LOGIN\n";
        refused(good(), good(), script, new ConnectionProblem.TlsNotOffered("localhost"));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        TestCertificates other = TestCertificates.make(folder, "dns:localhost,dns:b", "-1d", 30);
        refused(other, good(), GREETING, new ConnectionProblem.CertificateNotTrusted("localhost", false));
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        TestCertificates expired = TestCertificates.make(folder, "dns:localhost", "-10d", 5);
        refused(expired, expired, GREETING, new ConnectionProblem.CertificateNotTrusted("localhost", true));
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        TestCertificates other = TestCertificates.make(folder, "dns:elsewhere.example", "-1d", 30);
        refused(other, other, GREETING, new ConnectionProblem.CertificateForAnotherName("localhost"));
    }

    @Test
    @Attack(55)
    void bytesInjectedBeforeTlsAreNeverTakenForWhatCameAfter() throws Exception {
        String script = GREETING.replace("S: 220 go\n", "S: 220 go\nS! 250 AUTH PLAIN\n");
        refused(good(), good(), script, new ConnectionProblem.ProtocolBroken("localhost"));
    }

    @Test
    @Attack(55)
    void starttlsThatIsRefusedEndsTheConversation() throws Exception {
        String script =
                "S: 220 relay\nC: EHLO [127.0.0.1]\nS: 250-relay\nS: 250 STARTTLS\nC: STARTTLS\nS: 454 not now\n";
        refused(good(), good(), script, new ConnectionProblem.TlsFailed("localhost"));
    }

    @Test
    @Attack(59)
    void aGreetingWithoutEndIsNotRead() throws Exception {
        String script = "S: 220 " + "x".repeat(1 << 20) + "\n";
        refused(good(), good(), script, new ConnectionProblem.ProtocolBroken("localhost"));
    }

    @Test
    void aReplyWithoutEndInsideTlsIsNotRead() throws Exception {
        String script = SIGNED_IN + "C: *\nS: 250 " + "x".repeat(1 << 20) + "\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            assertEquals(
                    new SubmissionOutcome.Unreachable(new ConnectionProblem.ProtocolBroken("localhost")),
                    submit(server, good(), List.of(CARLA)));
        }
    }

    @Test
    void aSignInThatIsRefusedSendsNoLetter() throws Exception {
        String script = GREETING + "C: *\nS: 535 5.7.8 wrong password\n";
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            assertEquals(
                    new SubmissionOutcome.Unreachable(
                            new ConnectionProblem.SignInRefused("localhost", "5.7.8 wrong password")),
                    submit(server, good(), List.of(CARLA)));
            assertFalse(server.inside().contains("CANARY") || server.inside().contains("carla"));
        }
    }

    @Test
    void aRelayThatOffersNoSignInGetsNoLetter() throws Exception {
        String script = GREETING.replace("S: 250-relay\nS: 250 AUTH PLAIN LOGIN", "S: 250 relay");
        try (ScriptedServer server = new ScriptedServer(good().context(), script)) {
            assertEquals(
                    new SubmissionOutcome.Unreachable(new ConnectionProblem.SignInRefused("localhost", "")),
                    submit(server, good(), List.of(CARLA)));
            assertFalse(server.inside().contains("MAIL"));
        }
    }

    @Test
    void nobodyListeningIsUnreachable() throws Exception {
        // Bound and never listening: nobody else can be given the port while the test runs.
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = taken.getLocalPort();
            SubmissionOutcome outcome = submit(port, good(), List.of(CARLA));
            assertEquals(
                    new SubmissionOutcome.Unreachable(
                            new ConnectionProblem.Unreachable("localhost", port, ConnectionProblem.Cause.REFUSED)),
                    outcome);
        }
    }

    private void refused(TestCertificates shown, TestCertificates trusted, String script, ConnectionProblem problem)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer(shown.context(), script)) {
            assertEquals(new SubmissionOutcome.Unreachable(problem), submit(server, trusted, List.of(CARLA)));
            String plain = "\0ben\0hunter2";
            String secret = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
            String wire = server.clear() + server.inside();
            for (String word : List.of("AUTH", "MAIL", "carla", "CANARY", "hunter2", secret)) {
                assertFalse(wire.contains(word), word + " went out");
            }
        }
    }

    private TestCertificates good() {
        if (good.isEmpty()) {
            good = Optional.of(TestCertificates.make(folder, "dns:localhost", "-1d", 30));
        }
        return good.get();
    }

    private SubmissionOutcome submit(ScriptedServer server, TestCertificates trusted, List<AddrSpec> recipients) {
        return submit(server.port(), trusted, recipients);
    }

    private SubmissionOutcome submit(int port, TestCertificates trusted, List<AddrSpec> recipients) {
        Duration wait = Duration.ofSeconds(30);
        try (Passphrase password = Passphrase.taking("hunter2".toCharArray())) {
            return new SmtpSubmitter(new Patience(wait, wait, wait))
                    .submit(
                            new Account.Login(address(port, trusted), "ben"),
                            password,
                            new SmtpEnvelope(BEN, recipients),
                            postcard(),
                            ended::incrementAndGet);
        }
    }

    static ServerAddress address(int port, TestCertificates trusted) {
        return new ServerAddress("localhost", port, TlsMode.STARTTLS_REQUIRED, Optional.of(trusted.anchor()));
    }

    private static Submittable postcard() {
        return postcard("CANARY\n.a line with a dot\n.\n..two\nend");
    }

    static Submittable postcard(String text) {
        Letter letter = Letter.of(new Letter.Content(
                Mailbox.of(BEN),
                List.of(Mailbox.of(CARLA)),
                List.of(),
                "CANARY",
                Instant.parse("2026-11-01T10:00:00Z"),
                "<1@example.org>",
                Optional.empty(),
                List.of(),
                text,
                List.of()));
        return DeliberateCleartext.of(letter, CleartextConsent.thePersonChosePostcard());
    }
}
