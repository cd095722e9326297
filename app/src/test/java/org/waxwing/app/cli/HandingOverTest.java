package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.app.send.SubmissionOutcome.Refusal;
import org.waxwing.app.send.SubmissionOutcome.SmtpReply;
import org.waxwing.crypto.mime.AddrSpec;

/// Every way a letter can end at the relay has its line for each recipient and its exit code.
class HandingOverTest {
    private static final AddrSpec BEN = AddrSpec.of("ben@example.org");
    private static final AddrSpec CARLA = AddrSpec.of("carla@example.net");
    private static final SmtpReply LATER = new SmtpReply(451, "try again later");
    private static final SmtpReply NEVER = new SmtpReply(550, "no such user");
    private static final SmtpReply GOOD = new SmtpReply(250, "queued");

    @TempDir
    Path dir = Path.of(".");

    @Test
    void aRefusedRecipientIsNamedWithTheRelaysWords() throws IOException {
        Shell.Left left = sent(
                failed(new SubmissionOutcome.PartlyAccepted(List.of(BEN), List.of(new Refusal(CARLA, NEVER)), GOOD)));
        assertEquals("""
            ben@example.org: handed to the relay: 250 queued
            carla@example.net: refused by the relay: 550 no such user
            """, left.text());
        assertEquals(76, left.code());
    }

    @Test
    void aTemporaryRefusalWaits() throws IOException {
        assertEquals(
                75,
                sent(failed(new SubmissionOutcome.Refused(List.of(), LATER))).code());
    }

    @Test
    void anUnreachableRelayKeepsTheLetter() throws IOException {
        Shell.Left left = sent(failed(new SubmissionOutcome.Unreachable(
                new ConnectionProblem.Unreachable("smtp.chem.example", 587, ConnectionProblem.Cause.REFUSED))));
        assertTrue(left.text().startsWith("ben@example.org: waits in the outbox. Nobody answers at"), left.text());
        assertTrue(left.err().contains("waxwing outbox retry"), left.err());
        assertEquals(75, left.code());
    }

    @Test
    void anUnconfirmedLetterIsNotCalledSent() throws IOException {
        Shell.Left left = sent(new Outbox.State.Unconfirmed(World.NOW));
        assertTrue(left.text().contains("the relay never answered; it may have the letter"), left.text());
        assertEquals(77, left.code());
    }

    @Test
    void theRelaysWordsCannotWriteOverTheScreen() throws IOException {
        Shell.Left left = sent(new Outbox.State.HandedOver(World.NOW, "250 \u001b[2Jok"));
        assertEquals(-1, left.text().indexOf('\u001b'));
    }

    private static Outbox.State failed(SubmissionOutcome outcome) {
        return new Outbox.State.Failed(World.NOW, outcome);
    }

    private Shell.Left sent(Outbox.State state) throws IOException {
        Path passphrase = Files.writeString(dir.resolve("pass"), World.PASSPHRASE);
        World world = World.withAnAccount();
        world.nextState = state;
        return new Shell(world)
                .run(
                        "send",
                        "--from=anna@chem.example",
                        "--to",
                        BEN.text(),
                        CARLA.text(),
                        "--subject=Hi",
                        "--passphrase-file",
                        passphrase.toString());
    }
}
