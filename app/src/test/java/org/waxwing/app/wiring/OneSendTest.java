package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.app.wiring.PracticeWorld.BEN;
import static org.waxwing.app.wiring.PracticeWorld.CARLA;
import static org.waxwing.app.wiring.PracticeWorld.letter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Waxwing;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.practice.RelayedLetter;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// A letter to somebody with OpenPGP and somebody with S/MIME is one letter.
class OneSendTest {
    private static final Mailbox ANNA = new Mailbox("Anna", AddrSpec.of("anna@example.org"));

    @TempDir
    private Path folder;

    @Test
    void eachGroupGetsACopyThatItsMembersAloneCanRead() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.settled(ANNA);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.settled(CARLA)) {
            world.introduce(anna, ben);
            bringIn(anna, "anna.p12");
            bringIn(anna, "carla.pem");
            bringIn(carla, "carla.p12");
            bringIn(carla, "anna.pem");
            Draft draft = letter(anna, List.of(BEN, CARLA), List.of(), List.of());

            ProtectionPlan plan = anna.send().plan(draft);
            assertTrue(plan.sealPossible());
            assertEquals(
                    List.of(Technology.OPENPGP, Technology.SMIME),
                    plan.recipients().stream()
                            .map(ProtectionPlan.Recipient::readiness)
                            .map(Readiness.Ready.class::cast)
                            .map(ready -> Technology.of(ready.certificate()))
                            .toList());

            var queued =
                    assertInstanceOf(Sending.Queued.class, anna.send().send(draft, Protection.SIGNED_AND_ENCRYPTED));
            assertEquals(2, queued.entries().size());
            var _ = anna.outbox().submitWaiting();
            RelayedLetter toBen = only(world, BEN);
            RelayedLetter toCarla = only(world, CARLA);
            assertEquals(2, world.office().relayed().size());
            assertEquals(messageId(toBen), messageId(toCarla));
            assertEquals(Status.CONFIDENTIAL, status(ben, toBen));
            assertEquals(Status.CONFIDENTIAL, status(carla, toCarla));
            assertInstanceOf(
                    Opening.Unopenable.class,
                    ben.read().readFile(toCarla.bytes()).opening());
            assertInstanceOf(
                    Opening.Unopenable.class,
                    carla.read().readFile(toBen.bytes()).opening());
            // The sender can read both.
            assertEquals(Status.CONFIDENTIAL, status(anna, toBen));
            assertEquals(Status.CONFIDENTIAL, status(anna, toCarla));
        }
    }

    @Test
    void whereOneIsNotReadyNothingGoesToAnyone() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing anna = world.settled(ANNA);
                Waxwing ben = world.settled(BEN)) {
            world.introduce(anna, ben);
            bringIn(anna, "carla.pem");
            Draft draft = letter(anna, List.of(BEN, CARLA), List.of(), List.of());
            // Anna has no S/MIME certificate to sign with.
            var refused =
                    assertInstanceOf(Sending.NotReady.class, anna.send().send(draft, Protection.SIGNED_AND_ENCRYPTED));
            assertEquals(CARLA.address(), refused.recipients().getFirst().address());
            assertInstanceOf(
                    Readiness.OtherTechnology.class,
                    refused.recipients().getFirst().readiness());
            bringIn(anna, "anna.p12");
            assertInstanceOf(
                    Sending.NotReady.class,
                    anna.send()
                            .send(
                                    draft,
                                    Optional.empty(),
                                    Protection.SIGNED_AND_ENCRYPTED,
                                    Optional.of(Technology.SMIME)));
            assertEquals(List.of(), anna.outbox().entries());
        }
    }

    private void bringIn(Waxwing waxwing, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(OneSendTest.class.getResourceAsStream("/smime/" + name));
                Passphrase passphrase = Passphrase.taking("seagull".toCharArray())) {
            Files.write(file, in.readAllBytes());
            var _ = waxwing.people().bringIn(List.of(file), List.of(passphrase));
        }
    }

    private static RelayedLetter only(PracticeWorld world, Mailbox to) {
        return world.office().relayed().stream()
                .filter(letter -> letter.recipients().equals(List.of(to.address())))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> messageId(RelayedLetter letter) {
        return HeaderSection.outerOf(letter.bytes())
                .first("Message-ID")
                .map(field -> field.value().strip());
    }

    private static Status status(Waxwing waxwing, RelayedLetter letter) {
        return assertInstanceOf(
                        Opening.Opened.class,
                        waxwing.read().readFile(letter.bytes()).opening())
                .summary()
                .status();
    }
}
