package org.waxwing.ui.reading;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.waxwing.crypto.page.FileJudgement;
import org.waxwing.crypto.page.FileKind;
import org.waxwing.ui.text.Words;

/// What a file is and why to be careful with it, in words.
final class FileWords {
    private final Words words = Words.in(FileWords.class);

    String kind(FileKind kind) {
        return switch (kind) {
            case PICTURE -> words.of("file.picture");
            case SOUND_OR_FILM -> words.of("file.soundOrFilm");
            case PDF -> words.of("file.pdf");
            case OFFICE -> words.of("file.office");
            case WEB_PAGE -> words.of("file.webPage");
            case TEXT -> words.of("file.text");
            case LETTER -> words.of("file.letter");
            case KEYS -> words.of("file.keys");
            case ARCHIVE -> words.of("file.archive");
            case PROGRAM -> words.of("file.program");
            case UNKNOWN -> words.of("file.unknown");
        };
    }

    /// One sentence for each caution; empty where there is none.
    String cautions(FileJudgement judgement) {
        return judgement.cautions().stream()
                .sorted(Comparator.naturalOrder())
                .map(caution -> switch (caution) {
                    case NOT_WHAT_ITS_NAME_SAYS -> words.of("caution.otherKind", kind(judgement.kind()));
                    case DOES_SOMETHING -> words.of("caution.doesSomething");
                    case TWO_ENDINGS -> words.of("caution.twoEndings");
                    case MAY_RUN_THINGS -> words.of("caution.mayRun");
                })
                .collect(Collectors.joining(" "));
    }
}
