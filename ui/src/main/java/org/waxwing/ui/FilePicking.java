package org.waxwing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the person for files and folders.
interface FilePicking {
    Optional<Path> whereToSave(String suggestedName);

    List<Path> pick();
}
