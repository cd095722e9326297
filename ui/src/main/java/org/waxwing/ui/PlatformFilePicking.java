package org.waxwing.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The platform's own dialogs.
final class PlatformFilePicking implements FilePicking {
    private final Stage owner;

    PlatformFilePicking(Stage owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> whereToSave(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        @Nullable File chosen = chooser.showSaveDialog(owner);
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public List<Path> pick() {
        @Nullable List<File> chosen = new FileChooser().showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }
}
