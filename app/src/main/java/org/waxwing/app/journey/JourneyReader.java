package org.waxwing.app.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderSection;

/// Reads the journey out of the outer header section. No network.
public final class JourneyReader {
    /// More stops than this are a loop or a trap; the earliest are left out and counted.
    public static final int MOST_STOPS = 64;

    private JourneyReader() {}

    public static Journey read(HeaderSection outer, OwnServers own, Journey.Content content) {
        List<HeaderField> trace = outer.all("Received");
        List<ReceivedField> fields = trace.stream()
                .limit(MOST_STOPS)
                .map(field -> ReceivedReader.read(field.value()))
                .toList();
        int stated = Border.of(fields, own).stated();
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Optional<Instant> before = i + 1 < fields.size() ? fields.get(i + 1).at() : Optional.empty();
            stops.add(stop(fields.get(i), before, i < stated ? Stop.Standing.STATED : Stop.Standing.CLAIMED));
        }
        Collections.reverse(stops);
        return new Journey(stops, trace.size() - fields.size(), content);
    }

    private static Stop stop(ReceivedField field, Optional<Instant> before, Stop.Standing standing) {
        return new Stop(
                field.by(),
                field.from(),
                field.protocol(),
                TlsWords.of(field),
                field.at(),
                field.at().flatMap(at -> before.map(earlier -> Duration.between(earlier, at))),
                standing);
    }
}
