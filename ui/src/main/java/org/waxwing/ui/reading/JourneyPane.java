package org.waxwing.ui.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.journey.Stop;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The stops of a letter, first one on top: a whole line beside what servers of one's own say, a broken one
/// beside claims, and each kind named in words. Nothing here looks like safety.
final class JourneyPane extends VBox {
    private final Words words = Words.in(JourneyPane.class);
    private final Dates dates;

    JourneyPane(Journey journey, Dates dates) {
        this.dates = dates;
        getStyleClass().add("journey");
        if (journey.omitted() > 0) {
            getChildren().add(Labels.quiet(words.of("journey.omitted", journey.omitted())));
        }
        Optional<Stop.Standing> before = Optional.empty();
        for (Stop stop : journey.stops()) {
            if (before.filter(stop.standing()::equals).isEmpty()) {
                getChildren().add(Labels.quiet(standing(stop.standing())));
            }
            before = Optional.of(stop.standing());
            getChildren().add(stop(stop));
        }
        if (journey.stops().isEmpty()) {
            getChildren().add(Labels.quiet(words.of("journey.none")));
        }
        getChildren().add(Labels.styled(sentence(journey.content()), "journey-sentence"));
    }

    private VBox stop(Stop stop) {
        List<String> facts = new ArrayList<>();
        facts.add(tls(stop.tls()));
        stop.at().map(dates::full).ifPresentOrElse(facts::add, () -> facts.add(words.of("journey.noTime")));
        stop.delay().flatMap(this::delay).ifPresent(facts::add);
        VBox row = new VBox(
                Labels.styled(stop.by().orElse(words.of("journey.nameless")), "stop-name"),
                Labels.quiet(String.join(words.of("journey.between"), facts)));
        stop.from().ifPresent(from -> row.getChildren().add(1, Labels.quiet(words.of("journey.from", from))));
        row.getStyleClass()
                .addAll(
                        "stop",
                        switch (stop.standing()) {
                            case STATED -> "stop-stated";
                            case CLAIMED -> "stop-claimed";
                        });
        return row;
    }

    private String standing(Stop.Standing standing) {
        return switch (standing) {
            case STATED -> words.of("journey.stated");
            case CLAIMED -> words.of("journey.claimed");
        };
    }

    private String tls(Stop.Tls tls) {
        return switch (tls) {
            case Stop.Tls.Stated(Optional<String> version) -> version.orElse(words.of("journey.tls"));
            case Stop.Tls.NotStated _ -> words.of("journey.tls.notStated");
        };
    }

    private Optional<String> delay(Duration delay) {
        if (delay.isNegative()) {
            return Optional.of(words.of("journey.clocks", length(delay.negated())));
        }
        return delay.toSeconds() < 1 ? Optional.empty() : Optional.of(words.of("journey.after", length(delay)));
    }

    private String length(Duration time) {
        if (time.toSeconds() < 120) {
            return words.of("journey.seconds", time.toSeconds());
        }
        return time.toMinutes() < 120
                ? words.of("journey.minutes", time.toMinutes())
                : words.of("journey.hours", time.toHours());
    }

    private String sentence(Journey.Content content) {
        return switch (content) {
            case SEALED -> words.of("journey.sealed");
            case OPEN -> words.of("journey.open");
            case UNKNOWN -> words.of("journey.unknown");
        };
    }
}
