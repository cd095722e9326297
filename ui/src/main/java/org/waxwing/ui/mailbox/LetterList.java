package org.waxwing.ui.mailbox;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.reading.People;
import org.waxwing.ui.reading.ReadingViewModel;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The letters of one folder. Choosing a row opens it.
final class LetterList extends VBox {
    private final ListView<Row> rows;
    private final MailboxViewModel model;
    private final ReadingViewModel reading;
    private long opened = -1;

    LetterList(MailboxViewModel model, ReadingViewModel reading, Folder folder, People people, Dates dates) {
        this.model = model;
        this.reading = reading;
        Words words = Words.in(LetterList.class);
        rows = new ListView<>(model.rows());
        rows.setCellFactory(_ -> new LetterCell(people, dates, folder.kind(), model::more));
        rows.setAccessibleText(words.of("list", folder.name()));
        rows.setId("letters");
        rows.getStyleClass().add("letters");
        Label none = Labels.styled(words.of("list.empty"), "empty-title");
        VBox empty = new VBox(none, Labels.quiet(words.of("list.emptyText")));
        empty.getStyleClass().add("empty");
        rows.setPlaceholder(empty);
        setVgrow(rows, Priority.ALWAYS);
        getStyleClass().add("letter-list");
        getChildren().add(rows);
        rows.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    private void choose(@Nullable Row row) {
        if (row == null) {
            return;
        }
        LetterId id = row.summary().id();
        if (id.value() != opened) {
            opened = id.value();
            reading.show(id);
            model.opened(row);
        }
    }

    void step(int by) {
        int count = rows.getItems().size();
        if (count == 0) {
            return;
        }
        int now = rows.getSelectionModel().getSelectedIndex();
        int next = Math.clamp((long) now + by, 0, count - 1);
        rows.getSelectionModel().clearAndSelect(next);
        rows.scrollTo(Math.max(0, next - 3));
    }

    void focusRows() {
        rows.requestFocus();
    }
}
