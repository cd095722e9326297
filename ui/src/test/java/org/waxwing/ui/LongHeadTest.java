package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.theme.Look;

/// What a letter says of itself leaves the program's own words in sight, however much it is.
class LongHeadTest {
    private static final int HEIGHT = 860;
    private static final ReadingState.Shown LETTER = SamplePages.budget(new LetterId(1));

    private Optional<Window> window = Optional.empty();

    @AfterEach
    void close() {
        window.ifPresent(Window::close);
    }

    @Test
    @Attack(21)
    void aLongSubjectPushesNoVerdictAway() {
        show(with(
                "Urgent! ".repeat(120_000),
                LETTER.fields().from(),
                LETTER.fields().to()));
        assertTrue(verdictEnds() < HEIGHT / 2.0, "the verdict ends at " + verdictEnds());
        assertTrue(label("letter-subject").getText().startsWith("Urgent! Urgent!"));
    }

    @Test
    @Attack(21)
    void thousandsOfRecipientsPushNoVerdictAway() {
        show(with("Hello", LETTER.fields().from(), Collections.nCopies(9_000, Sample.BEN)));
        assertTrue(verdictEnds() < HEIGHT / 2.0, "the verdict ends at " + verdictEnds());
        assertTrue(texts("quiet-text").stream().anyMatch(text -> text.endsWith(" and 8,988 others")));
    }

    @Test
    void aSubjectFromRightToLeftIsDrawn() {
        for (int times : new int[] {3, 12, 13, 30, 2000}) {
            close();
            String subject = "\u05E9\u05DC\u05D5\u05DD ".repeat(times).strip();
            Mailbox from =
                    new Mailbox(subject, LETTER.fields().from().getFirst().address());
            show(with(subject, List.of(from), Collections.nCopies(30, from)));
            assertTrue(verdictEnds() < HEIGHT / 2.0, "the verdict ends at " + verdictEnds());
            assertTrue(label("letter-subject").getHeight() > 0);
            assertTrue(texts("quiet-text").stream().anyMatch(text -> text.endsWith(" and 18 others")));
        }
    }

    @Test
    @Attack(20)
    void theEndingOfAnAddressIsInSight() {
        String address = "anna.weber@chem.example." + "mail.".repeat(20) + "elsewhere.example";
        show(with("Hello", List.of(new Mailbox("Anna Weber".repeat(6), AddrSpec.of(address))), List.of()));
        assertEquals(address, drawn(address));
    }

    @Test
    @Attack(20)
    void eachOfSeveralSendersHasAnAddress() {
        show(with(
                "Hello",
                List.of(
                        new Mailbox("Anna Weber", AddrSpec.of("eve@elsewhere.example")),
                        new Mailbox("Anna Weber", AddrSpec.of("dave@elsewhere.example"))),
                List.of()));
        assertEquals(
                "eve@elsewhere.example, dave@elsewhere.example",
                drawn("eve@elsewhere.example, dave@elsewhere.example"));
    }

    @Test
    @Attack(59)
    void thousandsOfFilesComeAHundredAtATime() {
        List<AttachedFile> files = IntStream.range(0, 9_000)
                .mapToObj(i -> new AttachedFile("page-" + i + ".txt", "text/plain", Octets.ofUtf8("x")))
                .toList();
        LetterContent content = LetterContent.plain("Hello", files);
        show(new ReadingState.Shown(
                LETTER.id(),
                LETTER.fields(),
                content,
                LETTER.pages(),
                LETTER.verdict(),
                LETTER.outsideFrom(),
                LETTER.details()));
        assertEquals(100, lookup(".attachment").size());
        boolean _ = Window.on(() -> {
            ((Button) window.orElseThrow().shell.lookup("#more-files")).fire();
            return true;
        });
        settle();
        assertEquals(200, lookup(".attachment").size());
        assertEquals(1, lookup("#more-files").size());
    }

    private static ReadingState.Shown with(String subject, List<Mailbox> from, List<Mailbox> to) {
        ProtectedFields fields = LETTER.fields();
        return new ReadingState.Shown(
                LETTER.id(),
                new ProtectedFields(
                        fields.fields(),
                        fields.outer(),
                        from,
                        List.of(),
                        to,
                        List.of(),
                        subject,
                        fields.date(),
                        fields.messageId(),
                        List.of(),
                        List.of(),
                        fields.responding()),
                LETTER.content(),
                LETTER.pages(),
                LETTER.verdict(),
                LETTER.outsideFrom(),
                LETTER.details());
    }

    private void show(ReadingState state) {
        window = Optional.of(Window.on(() -> Window.of(Reading.showing(state), Look.LIGHT, 800, HEIGHT)));
        settle();
    }

    private void settle() {
        boolean _ = Window.on(() -> {
            window.orElseThrow().scene.getRoot().applyCss();
            window.orElseThrow().scene.getRoot().layout();
            return true;
        });
    }

    private double verdictEnds() {
        return Window.on(() -> {
            Node chip = window.orElseThrow().shell.lookup(".verdict");
            Bounds bounds = chip.localToScene(chip.getBoundsInLocal());
            return bounds.getMaxY();
        });
    }

    private Set<Node> lookup(String selector) {
        return Window.on(() -> window.orElseThrow().shell.lookupAll(selector));
    }

    private Label label(String style) {
        return (Label) lookup("." + style).iterator().next();
    }

    private List<String> texts(String style) {
        return lookup("." + style).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    /// What is really drawn of a label, ellipsis and all.
    private String drawn(String text) {
        return Window.on(() -> window.orElseThrow().shell.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .filter(node -> ((Label) node).getText().equals(text))
                .flatMap(node -> node.lookupAll(".text").stream())
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElse("not there"));
    }
}
