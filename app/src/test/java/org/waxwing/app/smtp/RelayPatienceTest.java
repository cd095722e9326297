package org.waxwing.app.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionReport;
import org.waxwing.app.account.ConnectionReport.Connection.Good;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.dispatch.SmtpEnvelope;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.secret.Passphrase;

/// How long we wait for a relay, and what is said of one that answers.
class RelayPatienceTest {
    private static final AddrSpec BEN = AddrSpec.of("ben@example.org");
    private static final AddrSpec CARLA = AddrSpec.of("carla@example.org");

    @TempDir
    private Path folder;

    private final AtomicInteger ended = new AtomicInteger();

    @Test
    @Timeout(60)
    void aRelayThatStopsReadingIsGivenUpBeforeTheEnd() throws Exception {
        TestCertificates good = TestCertificates.make(folder, "dns:localhost", "-1d", 30);
        String script =
                SmtpSubmitterTest.MAIL + "C: RCPT TO:<carla@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nSTOP\n";
        try (ScriptedServer server = new ScriptedServer(good.context(), script)) {
            Submittable large = SmtpSubmitterTest.postcard("a line of this letter\n".repeat(1 << 20));
            assertEquals(
                    new SubmissionOutcome.Unreachable(new ConnectionProblem.Unreachable(
                            "localhost", server.port(), ConnectionProblem.Cause.TIMED_OUT)),
                    submit(server.port(), good, large, Duration.ofSeconds(8)));
            assertEquals(0, ended.get());
        }
    }

    @Test
    @Timeout(60)
    void aRelayThatReadsEverythingAndSaysNothingLeavesItUnknown() throws Exception {
        TestCertificates good = TestCertificates.make(folder, "dns:localhost", "-1d", 30);
        String script = SmtpSubmitterTest.MAIL
                + "C: RCPT TO:<carla@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nC: TEXT\nSTOP\n";
        try (ScriptedServer server = new ScriptedServer(good.context(), script)) {
            assertEquals(
                    new SubmissionOutcome.Unknown(),
                    submit(server.port(), good, SmtpSubmitterTest.postcard("text"), Duration.ofSeconds(8)));
            assertEquals(1, ended.get());
        }
    }

    @Test
    void theNameInTheCertificateIsTheOneThatFitsTheHost() throws Exception {
        TestCertificates two = TestCertificates.make(folder, "dns:elsewhere.example,dns:localhost", "-1d", 30);
        try (ScriptedServer server = new ScriptedServer(two.context(), SmtpSubmitterTest.SIGNED_IN);
                Passphrase password = Passphrase.taking("hunter2".toCharArray())) {
            Duration wait = Duration.ofSeconds(30);
            ConnectionReport.Connection checked = new SmtpSubmitter(new Patience(wait, wait, wait))
                    .check(new Account.Login(SmtpSubmitterTest.address(server.port(), two), "ben"), password);
            assertEquals("localhost", assertInstanceOf(Good.class, checked).certificateFor());
        }
    }

    private SubmissionOutcome submit(int port, TestCertificates trusted, Submittable letter, Duration wait) {
        try (Passphrase password = Passphrase.taking("hunter2".toCharArray())) {
            return new SmtpSubmitter(new Patience(wait, wait, wait))
                    .submit(
                            new Account.Login(SmtpSubmitterTest.address(port, trusted), "ben"),
                            password,
                            new SmtpEnvelope(BEN, List.of(CARLA)),
                            letter,
                            ended::incrementAndGet);
        }
    }
}
