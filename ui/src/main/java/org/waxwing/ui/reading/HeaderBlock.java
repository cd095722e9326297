package org.waxwing.ui.reading;

import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Initial;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.mark.OwnMarkBadge;
import org.waxwing.ui.shield.VerdictChip;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// Subject, people, date and verdict: drawn by the program, outside of everything a letter can reach.
final class HeaderBlock extends VBox {
    private final Words words = Words.in(HeaderBlock.class);

    /// @param mark the person's own, which no letter can know; it stands at the end of the verdict's row
    HeaderBlock(
            LetterHead head,
            VerdictChip chip,
            Optional<OwnMarkBadge> mark,
            People people,
            Dates dates,
            ReadingViewModel model) {
        getStyleClass().add("letter-head");
        String title = head.subject().isBlank() ? words.of("subject.none") : head.subject();
        Label subject = Labels.styled(title, "letter-subject");
        HBox.setHgrow(subject, Priority.ALWAYS);
        subject.setMaxWidth(Double.MAX_VALUE);
        Button posts = Buttons.icon(Feather.MAIL, words.of("postsView.open"), model::togglePostsView);
        posts.setId("posts-view");
        Button details = Buttons.icon(
                Feather.INFO,
                words.of("details.open"),
                () -> model.detailsOpen().set(!model.detailsOpen().get()));
        details.setId("details");
        HBox first = model.around().isEmpty() ? new HBox(subject, posts, details) : new HBox(subject, details);
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("letter-title-row");
        getChildren().addAll(first, sender(head, people, dates), verdict(chip, mark));
    }

    private static HBox verdict(VerdictChip chip, Optional<OwnMarkBadge> mark) {
        HBox.setHgrow(chip, Priority.ALWAYS);
        HBox row = new HBox(chip);
        mark.ifPresent(row.getChildren()::add);
        row.getStyleClass().add("verdict-row");
        return row;
    }

    private HBox sender(LetterHead head, People people, Dates dates) {
        String name = people.names(head.from());
        Label who = new Label(name);
        who.getStyleClass().add("sender-name");
        String addresses = People.addresses(head.from());
        // In full, for its ending matters.
        Label address = Labels.quiet(name.equals(addresses) ? "" : addresses);
        HBox line = new HBox(who, address);
        line.getStyleClass().add("sender-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        Label to = Labels.quiet(words.of("head.to", people.names(head.recipients())));
        VBox lines = new VBox(line, to);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Label date = new Label(head.date().map((Instant at) -> dates.full(at)).orElse(words.of("date.none")));
        date.getStyleClass().add("quiet-text");
        date.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(new Initial(name), lines, date);
        row.getStyleClass().add("sender-row");
        return row;
    }
}
