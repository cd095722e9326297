package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.app.wiring.PracticeWorld.BEN;
import static org.waxwing.app.wiring.PracticeWorld.CARLA;
import static org.waxwing.app.wiring.PracticeWorld.DAVE;
import static org.waxwing.app.wiring.PracticeWorld.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Waxwing;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.compose.Answered;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.compose.Drafts.Kept;
import org.waxwing.app.compose.SealedText;
import org.waxwing.app.practice.RelayedLetter;
import org.waxwing.app.send.Outbox.Entry;
import org.waxwing.app.send.Outbox.State;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.BackedUp;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// What the parts promise one by one, kept by the real object graph over a real connection.
class ThroughTheWiringTest {
    @TempDir
    private Path folder;

    @Test
    @Attack(43)
    void aBlindCopyIsALetterOfItsOwnAndLeavesNoTrace() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.settled(CARLA);
                Waxwing dave = world.settled(DAVE)) {
            world.introduce(ben, carla);
            world.introduce(ben, dave);
            Draft draft = letter(ben, List.of(CARLA), List.of(BEN), List.of(DAVE));
            assertInstanceOf(Sending.Queued.class, ben.send().send(draft, Protection.SIGNED_AND_ENCRYPTED));
            var _ = ben.outbox().submitWaiting();

            List<RelayedLetter> relayed = world.office().relayed();
            assertEquals(2, relayed.size());
            RelayedLetter open = relayed.stream()
                    .filter(letter -> letter.recipients().size() == 2)
                    .findFirst()
                    .orElseThrow();
            RelayedLetter blind = relayed.stream()
                    .filter(letter -> letter.recipients().equals(List.of(DAVE.address())))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Set.of(CARLA.address(), BEN.address()), Set.copyOf(open.recipients()));
            Card davesCard = dave.seals().own().getFirst();
            assertFalse(mentions(open.bytes(), davesCard), "the open copy tells of the blind one");
            assertTrue(mentions(blind.bytes(), davesCard), "this search finds nothing at all");
            assertFalse(mentions(blind.bytes(), carla.seals().own().getFirst()));
            for (RelayedLetter letter : relayed) {
                // The field, not the three letters: those turn up in ciphertext by chance.
                assertFalse(letter.bytes().latin1().toLowerCase(Locale.ROOT).contains("\nbcc:"));
                assertFalse(letter.bytes().latin1().contains("dave@"));
            }
        }
    }

    @Test
    void aDraftSurvivesReopeningAndEndsWithItsSending() {
        try (PracticeWorld world = new PracticeWorld(folder)) {
            DraftId id;
            Draft written;
            try (Waxwing ben = world.settled(BEN)) {
                Draft letter = letter(ben, List.of(BEN), List.of(CARLA), List.of(DAVE));
                written = new Draft(
                        letter.account(),
                        letter.to(),
                        letter.cc(),
                        letter.bcc(),
                        letter.subject(),
                        letter.text(),
                        letter.attachments(),
                        new Answered(Optional.of("<1@practice.example>"), List.of("<1@practice.example>"), true),
                        SealedText.none()
                                .and("What nobody else shall read at all.")
                                .releasing("That is free"));
                id = ben.drafts().fresh();
                ben.drafts().keep(id, written);
            }
            try (Waxwing ben = world.opened("Ben")) {
                assertEquals(List.of(id), ids(ben));
                assertEquals(Optional.of(written), ben.drafts().load(id));
                assertInClearNothingGoes(ben, written);
                assertInstanceOf(
                        Sending.NotReady.class,
                        ben.send().send(written, Optional.of(id), Protection.SIGNED_AND_ENCRYPTED));
                assertEquals(List.of(id), ids(ben), "a letter that was not sent lost its draft");
                Draft toBen = letter(ben, List.of(BEN), List.of(), List.of());
                assertInstanceOf(
                        Sending.Queued.class, ben.send().send(toBen, Optional.of(id), Protection.SIGNED_AND_ENCRYPTED));
                assertEquals(List.of(), ids(ben));
            }
            try (Waxwing ben = world.opened("Ben")) {
                assertEquals(List.of(), ids(ben));
                assertEquals(1, ben.outbox().entries().size());
            }
        }
    }

    private static void assertInClearNothingGoes(Waxwing ben, Draft kept) {
        Draft pasted = new Draft(
                kept.account(),
                kept.to(),
                kept.cc(),
                kept.bcc(),
                "Else",
                "Look: what nobody else shall\nread at all!",
                List.of(),
                Answered.nothing(),
                kept.sealedText());
        Sending refused = new Sending.HoldsSealedText(1, false);
        assertEquals(refused, ben.send().sendPostcard(pasted, CleartextConsent.thePersonChosePostcard()));
        assertEquals(refused, ben.send().send(pasted, Protection.SIGNED));
        assertEquals(List.of(), ben.outbox().entries());
    }

    @Test
    void theBackupComesBackWithItsDigitsAndSealsAgain() {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing fresh = world.created("a new computer")) {
            Path file = folder.resolve("backup.asc");
            String digits = ben.seals().backUpWithRecoveryDigits(file).digits();
            assertTrue(digits.matches("\\d{4}(-\\d{4}){8}"));
            try (Passphrase typed = Passphrase.taking(digits.toCharArray())) {
                List<ImportLine> lines = fresh.people().bringIn(List.of(file), List.of(typed));
                assertEquals(1, lines.size());
                ImportLine.Kept kept = assertInstanceOf(ImportLine.Kept.class, lines.getFirst());
                assertTrue(kept.own());
                assertFalse(kept.ownPassphrase(), "the vault did not take the key into its care");
            }
            assertEquals(
                    ben.seals().own().getFirst().fingerprint(),
                    fresh.seals().own().getFirst().fingerprint());
            assertTrue(fresh.seals().sealFor(BEN.address()).isPresent());
            Path again = folder.resolve("again.asc");
            try (Passphrase passphrase = Passphrase.taking("another one".toCharArray())) {
                assertEquals(new BackedUp(1, 0), fresh.seals().backUp(again, passphrase));
            }
        }
    }

    @Test
    void aRevokedSealSignsNoMoreAndItsCardSaysSoToOthers() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.settled(CARLA)) {
            world.introduce(ben, carla);
            Draft toBen = letter(carla, List.of(BEN), List.of(), List.of());
            assertTrue(carla.send().plan(toBen).sealPossible());
            Card seal = ben.seals().own().getFirst();
            assertTrue(ben.seals().revoke(seal.fingerprint()).isPresent());
            Sending mine = ben.send().send(letter(ben, List.of(CARLA), List.of(), List.of()), Protection.SIGNED);
            assertFalse(mine instanceof Sending.Queued, "a revoked seal signed");
            world.introduce(ben, carla);
            assertFalse(carla.send().plan(toBen).sealPossible());
            assertInstanceOf(Sending.NotReady.class, carla.send().send(toBen, Protection.SIGNED_AND_ENCRYPTED));
            assertEquals(List.of(), world.office().relayed());
        }
    }

    @Test
    void aPostcardGoesOnlyWhereSomebodySaidSo() {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing _ = world.settled(CARLA)) {
            Draft draft = letter(ben, List.of(CARLA), List.of(), List.of());
            assertInstanceOf(Sending.NotReady.class, ben.send().send(draft, Protection.SIGNED_AND_ENCRYPTED));
            assertEquals(List.of(), ben.outbox().entries());
            assertEquals(List.of(), ben.outbox().submitWaiting());
            assertEquals(List.of(), world.office().relayed());

            assertInstanceOf(
                    Sending.Queued.class, ben.send().sendPostcard(draft, CleartextConsent.thePersonChosePostcard()));
            assertFalse(ben.outbox().entries().getFirst().sealed());
            var _ = ben.outbox().submitWaiting();
            String card = world.office().relayed().getFirst().bytes().latin1();
            assertTrue(card.contains("the quinces are ripe"));
        }
    }

    @Test
    void twoOpenProfilesHandEachLetterOverOnce() {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing first = world.settled(BEN);
                Waxwing second = world.opened("Ben")) {
            Draft draft = letter(first, List.of(BEN), List.of(), List.of());
            for (int i = 0; i < 6; i++) {
                assertInstanceOf(Sending.Queued.class, first.send().send(draft, Protection.SIGNED));
            }
            CompletableFuture<List<Entry>> one =
                    CompletableFuture.supplyAsync(() -> first.outbox().submitWaiting());
            CompletableFuture<List<Entry>> other =
                    CompletableFuture.supplyAsync(() -> second.outbox().submitWaiting());
            var _ = one.join();
            var _ = other.join();
            var _ = second.outbox().submitWaiting();
            List<String> arrived = world.office().relayed().stream()
                    .map(letter -> letter.messageId().orElseThrow())
                    .toList();
            assertEquals(6, arrived.size());
            assertEquals(6, Set.copyOf(arrived).size());
            for (Entry entry : first.outbox().entries()) {
                assertInstanceOf(State.HandedOver.class, entry.state());
            }
        }
    }

    private static List<DraftId> ids(Waxwing waxwing) {
        return waxwing.drafts().all().stream().map(Kept::id).toList();
    }

    /// Whether the ciphertext names one of the card's keys, by key id or by fingerprint (RFC 9580 §5.1).
    private static boolean mentions(Octets message, Card card) {
        String armour = message.latin1()
                .lines()
                .map(String::strip)
                .dropWhile(line -> !line.startsWith("-----BEGIN PGP MESSAGE"))
                .dropWhile(line -> !line.isEmpty())
                .skip(1)
                .takeWhile(line -> !line.startsWith("=") && !line.startsWith("-----"))
                .collect(Collectors.joining());
        String packets =
                HexFormat.of().withUpperCase().formatHex(Base64.getDecoder().decode(armour));
        return card.keys().stream()
                .flatMap(key -> Stream.of(
                        key.fingerprint().hex(), HexFormat.of().withUpperCase().toHexDigits(key.keyId())))
                .anyMatch(packets::contains);
    }
}
