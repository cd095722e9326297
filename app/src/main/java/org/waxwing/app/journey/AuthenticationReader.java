package org.waxwing.app.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderSection;

/// Finds the Authentication-Results that count: those with a name of the reader's own provider (RFC 8601
/// §2.5), in the part of the letter that only its servers wrote. All others may be forged (RFC 8601 §7.1).
public final class AuthenticationReader {
    private static final int MOST_FIELDS = 16;

    private AuthenticationReader() {}

    public static Authentication read(HeaderSection outer, OwnServers own) {
        int stated = Border.of(
                        outer.all("Received").stream()
                                .limit(JourneyReader.MOST_STOPS)
                                .map(field -> ReceivedReader.read(field.value()))
                                .toList(),
                        own)
                .stated();
        List<Authentication.Result> results = new ArrayList<>();
        Optional<String> by = Optional.empty();
        int fields = 0;
        int counted = 0;
        int received = 0;
        for (HeaderField field : outer.fields()) {
            if (field.is("Received")) {
                received++;
            } else if (field.is("Authentication-Results") && fields++ < MOST_FIELDS) {
                Optional<ResultsField> read = ResultsField.read(field.value());
                if (read.isPresent() && counts(read.get(), received, stated, own)) {
                    counted++;
                    by = by.or(() -> Optional.of(read.get().server()));
                    results.addAll(read.get().results());
                }
            }
        }
        return new Authentication(by, results, fields - counted);
    }

    /// @param above how many Received fields stand above it
    private static boolean counts(ResultsField field, int above, int stated, OwnServers own) {
        if (stated == 0 || !own.include(field.server())) {
            return false;
        }
        return above < stated || (above == stated && LargeProvider.writesBelowItsTrace(field.server()));
    }
}
