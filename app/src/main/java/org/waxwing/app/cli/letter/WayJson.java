package org.waxwing.app.cli.letter;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.journey.Stop;
import org.waxwing.crypto.dkim.DkimVerdict;

/// The members `journey` and `authentication` of `app/docs/open-json.md`.
final class WayJson {
    private WayJson() {}

    static void fill(JsonLine json, Way way) {
        json.object("journey", inside -> journey(inside, way.journey()));
        json.object("authentication", inside -> {
            authentication(inside, way.authentication());
            way.vouchers()
                    .ifPresentOrElse(
                            asked -> inside.objects("dkim", asked, WayJson::voucher),
                            () -> inside.text("dkim", Optional.empty()));
        });
    }

    private static void journey(JsonLine json, Journey journey) {
        json.objects("stops", journey.stops(), WayJson::stop)
                .number("omitted", journey.omitted())
                .text(
                        "content",
                        switch (journey.content()) {
                            case SEALED -> "sealed";
                            case OPEN -> "open";
                            case UNKNOWN -> "unknown";
                        })
                .text("sentence", WayWords.sentence(journey.content()));
    }

    private static void stop(JsonLine json, Stop stop) {
        json.text("by", stop.by())
                .text("from", stop.from())
                .text("with", stop.protocol())
                .text(
                        "tls",
                        switch (stop.tls()) {
                            case Stop.Tls.Stated _ -> "stated";
                            case Stop.Tls.NotStated _ -> "not-stated";
                        })
                .text(
                        "tlsVersion",
                        switch (stop.tls()) {
                            case Stop.Tls.Stated(Optional<String> version) -> version;
                            case Stop.Tls.NotStated _ -> Optional.empty();
                        })
                .instant("at", stop.at())
                .number("delay", stop.delay().map(Duration::toSeconds))
                .text(
                        "standing",
                        switch (stop.standing()) {
                            case STATED -> "stated";
                            case CLAIMED -> "claimed";
                        });
    }

    private static void authentication(JsonLine json, Authentication authentication) {
        json.text("by", authentication.by())
                .objects(
                        "results",
                        authentication.results(),
                        (inside, result) -> inside.text("method", result.method())
                                .text("result", result.result())
                                .objects(
                                        "properties",
                                        result.properties(),
                                        (deeper, property) -> deeper.text("name", property.name())
                                                .text("value", property.value())))
                .number("ignored", authentication.ignored());
    }

    private static void voucher(JsonLine json, DkimVerdict verdict) {
        json.text("domain", verdict.domain())
                .text("selector", verdict.selector())
                .text("result", VoucherWords.code(verdict.result()))
                .text("algorithm", verdict.algorithm())
                .truth("aligned", verdict.relation() == DkimVerdict.Relation.SAME)
                .text(
                        "relation",
                        switch (verdict.relation()) {
                            case SAME -> "same";
                            case ABOVE -> "above";
                            case OTHER -> "other";
                        })
                .text("covers", verdict.coverage().map(coverage -> coverage.isWhole() ? "whole" : "part"))
                .texts(
                        "uncovered",
                        verdict.coverage().stream()
                                .flatMap(coverage ->
                                        Stream.concat(coverage.uncovered().stream(), coverage.showing().stream()))
                                .toList())
                .text("sentence", VoucherWords.sentence(verdict));
    }
}
