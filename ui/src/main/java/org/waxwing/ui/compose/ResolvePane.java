package org.waxwing.ui.compose;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.ReadinessWords;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// Beside the text, when someone can't receive sealed letters: who, why, and what the writer can do.
/// Nothing is decided for them.
final class ResolvePane extends VBox {
    private final Words words = Words.in(ResolvePane.class);

    ResolvePane(ComposeState.SomeNotReady some, ComposeViewModel model, Dates dates, Runnable askForPostcard) {
        getStyleClass().addAll("drawer", "resolve");
        ReadinessWords readiness = new ReadinessWords(dates);
        List<ProtectionPlan.Recipient> people = some.people();
        getChildren().add(Labels.styled(words.of("resolve.title"), "drawer-title"));
        people.forEach(person ->
                getChildren().add(Labels.text(readiness.sentence(name(model, person), person.readiness()))));
        getChildren().add(Labels.quiet(words.of("resolve.nothingSent")));
        String out = people.size() == 1
                ? words.of("resolve.removeOne", name(model, people.getFirst()))
                : words.of("resolve.removeAll", people.size());
        getChildren()
                .addAll(
                        wide(Buttons.plain(out, model::removeNotReady)),
                        wide(Buttons.plain(words.of("resolve.postcard"), askForPostcard)),
                        Labels.quiet(words.of("resolve.card")));
    }

    private static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static String name(ComposeViewModel model, ProtectionPlan.Recipient person) {
        return Stream.of(model.to(), model.cc(), model.bcc())
                .flatMap(List::stream)
                .filter(recipient -> recipient.mailbox().address().equals(person.address()))
                .map(Recipient::name)
                .findFirst()
                .orElse(person.address().text());
    }
}
