package org.waxwing.ui.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.read.LoadedPictures.Missing;
import org.waxwing.app.trust.Inquiry.Outcome;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// That a clear letter has pictures on other computers, whose they are, and the one way to load them.
final class PicturesBar extends HBox {
    private static final int NAMED = 4;

    private final Words words = Words.in(PicturesBar.class);

    PicturesBar(Inside.WantedPictures wanted, ReadingViewModel model) {
        getStyleClass().add("pictures-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label says = Labels.quiet(sentence(wanted.hosts(), model.pictures().get()));
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Icons.of(Feather.IMAGE), says);
        if (model.pictures().get() instanceof PicturesState.NotLoaded) {
            Button load = Buttons.plain(words.of("pictures.load"), model::loadPictures);
            load.setAccessibleText(words.of("pictures.loadSpoken", names(wanted.hosts())));
            load.setId("load-pictures");
            getChildren().add(load);
        }
    }

    /// Whether the letter has such pictures, is shown as HTML, and may load them. A sealed letter never may.
    static boolean isNeeded(ReadingState.Shown shown, boolean formatted) {
        return !shown.wasSealed() && shown.inside().pictures().isPresent() && shown.showsHtml(formatted);
    }

    private String sentence(List<String> hosts, PicturesState state) {
        return switch (state) {
            case PicturesState.NotLoaded _ -> words.of("pictures.notLoaded", hosts.size(), names(hosts));
            case PicturesState.Loading _ -> words.of("pictures.loading", hosts.size());
            case PicturesState.Loaded loaded ->
                loaded.missing().isEmpty()
                        ? words.of("pictures.loaded")
                        : words.of("pictures.loaded") + " " + missing(loaded.missing());
        };
    }

    private String names(List<String> hosts) {
        String named = hosts.stream().limit(NAMED).collect(Collectors.joining(", "));
        return hosts.size() > NAMED ? words.of("pictures.more", named, hosts.size() - NAMED) : named;
    }

    private String missing(List<Missing> missing) {
        Map<Outcome, Integer> counts = new LinkedHashMap<>();
        missing.forEach(one -> counts.merge(one.why(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> why(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private String why(Outcome outcome, int count) {
        return switch (outcome) {
            case ANSWERED, OF_NO_USE -> words.of("pictures.ofNoUse", count);
            case NO_WEB_ADDRESS -> words.of("pictures.noWebAddress", count);
            case NOT_PUBLIC -> words.of("pictures.notPublic", count);
            case UNREACHABLE -> words.of("pictures.unreachable", count);
            case REDIRECTED -> words.of("pictures.redirected", count);
            case REFUSED -> words.of("pictures.refused", count);
            case TOO_LARGE -> words.of("pictures.tooLarge", count);
            case TOO_SLOW -> words.of("pictures.tooSlow", count);
        };
    }
}
