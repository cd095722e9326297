package org.waxwing.ui.mailbox;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.reading.People;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Excerpt;
import org.waxwing.ui.text.Words;

/// A letter in three lines: who and when, subject, the beginning of the text. Marks the exception only.
final class LetterCell extends ListCell<Row> {
    private static final double HEIGHT = 80;
    private static final int LONGEST_SUBJECT = 200;

    private final Words words = Words.in(LetterCell.class);
    private final People people;
    private final Dates dates;
    private final Folder.Kind kind;
    private final Runnable nearTheEnd;
    private final Label who = label("row-who");
    private final Label when = label("row-when");
    private final Label subject = label("row-subject");
    private final Label preview = label("row-preview");
    private final Region unread = new Region();
    private final HBox marks = new HBox();
    private final VBox lines;

    LetterCell(People people, Dates dates, Folder.Kind kind, Runnable nearTheEnd) {
        this.people = people;
        this.dates = dates;
        this.kind = kind;
        this.nearTheEnd = nearTheEnd;
        unread.getStyleClass().add("unread-dot");
        marks.getStyleClass().add("row-marks");
        marks.setMinWidth(Region.USE_PREF_SIZE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(who, Priority.ALWAYS);
        who.setMaxWidth(Double.MAX_VALUE);
        HBox first = new HBox(who, marks, when);
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("row-first");
        lines = new VBox(first, subject, preview);
        lines.getStyleClass().add("row-lines");
        getStyleClass().add("letter-cell");
        setPrefHeight(HEIGHT);
        setPrefWidth(0);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Summary summary = row.summary();
        boolean ours = kind == Folder.Kind.SENT;
        String names = people.names(ours ? summary.to() : summary.from());
        who.setText(ours ? words.of("row.to", names) : names);
        when.setText(dates.brief(summary.date()));
        subject.setText(
                summary.subject().isBlank()
                        ? words.of("subject.none")
                        : Excerpt.of(summary.subject(), LONGEST_SUBJECT));
        preview.setText(summary.status().isPresent() ? summary.preview() : words.of("row.cannotOpen"));
        marks.getChildren().clear();
        if (summary.attachments()) {
            marks.getChildren().add(Icons.of(Feather.PAPERCLIP));
        }
        if (row.postcard()) {
            marks.getChildren().add(Marks.postcard());
        }
        unread.setVisible(!summary.read());
        lines.getStyleClass().setAll("row-lines", summary.read() ? "row-read" : "row-unread");
        HBox all = new HBox(unread, lines);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMaxWidth(Double.MAX_VALUE);
        setGraphic(all);
        setAccessibleText(words.of(
                "row.spoken",
                who.getText(),
                subject.getText(),
                dates.full(summary.date()),
                summary.read() ? words.of("row.read") : words.of("row.unread"),
                row.postcard() ? words.of("row.postcard") : "",
                preview.getText()));
        if (getListView() != null && getIndex() > getListView().getItems().size() - 20) {
            nearTheEnd.run();
        }
    }
}
