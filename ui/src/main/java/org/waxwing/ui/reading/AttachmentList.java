package org.waxwing.ui.reading;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.page.FileJudgement;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.Sizes;
import org.waxwing.ui.text.Words;

/// The files of a letter. They can be saved; the program opens none. A letter may have thousands, so that the
/// rows come a hundred at a time.
final class AttachmentList extends VBox {
    private static final int AT_ONCE = 100;

    private final Words words = Words.in(AttachmentList.class);
    private final FileWords fileWords = new FileWords();

    AttachmentList(List<AttachedFile> files, ReadingViewModel model, ReadingActions actions) {
        getStyleClass().add("attachments");
        VBox rows = new VBox();
        rows.getStyleClass().add("attachment-rows");
        add(rows, files, model, actions);
        Label saved = Labels.quiet("");
        saved.managedProperty().bind(saved.textProperty().isNotEmpty());
        saved.textProperty().bind(model.saving().map(saving -> switch (saving) {
            case NONE -> "";
            case SAVED -> words.of("save.done");
            case FAILED -> words.of("save.failed");
        }));
        getChildren().addAll(rows, saved);
    }

    private void add(VBox rows, List<AttachedFile> files, ReadingViewModel model, ReadingActions actions) {
        files.stream().limit(AT_ONCE).forEach(file -> rows.getChildren().add(row(file, model, actions)));
        if (files.size() > AT_ONCE) {
            List<AttachedFile> rest = files.subList(AT_ONCE, files.size());
            Button more = Buttons.plain(words.of("files.more", rest.size()), () -> {
                rows.getChildren().removeLast();
                add(rows, rest, model, actions);
            });
            more.setId("more-files");
            rows.getChildren().add(more);
        }
    }

    private VBox row(AttachedFile file, ReadingViewModel model, ReadingActions actions) {
        // In full, for its ending matters.
        Label name = Labels.styled(file.name(), "file-name");
        FileJudgement judgement = FileJudgement.of(file);
        Label size = Labels.quiet(words.of(
                "file.facts",
                fileWords.kind(judgement.kind()),
                Sizes.of(file.content().length())));
        VBox lines = new VBox(name, size);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        Button save = Buttons.plain(
                words.of("save"), () -> actions.whereToSave(file.name()).ifPresent(target -> model.save(file, target)));
        save.setAccessibleText(words.of("save.spoken", file.name()));
        HBox row = new HBox(Icons.of(Feather.FILE), lines, save);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("attachment-row");
        VBox box = new VBox(row);
        box.getStyleClass().add("attachment");
        String cautions = fileWords.cautions(judgement);
        if (!cautions.isEmpty()) {
            box.getChildren().add(Labels.styled(cautions, "amber-text"));
        }
        return box;
    }
}
