package org.waxwing.app.journey;

import java.util.List;

/// The way of a letter, first stop first (RFC 5321 §4.4). Every line of it may be forged by whoever had
/// the letter before; only [Stop.Standing] says whose word it is.
///
/// @param stops the last [JourneyReader#MOST_STOPS] at most
/// @param omitted how many earlier stops were left out
/// @param content what each server on the way could read
public record Journey(List<Stop> stops, int omitted, Content content) {
    public Journey {
        stops = List.copyOf(stops);
    }

    /// What each server on the way could read.
    public enum Content {
        /// The letter was sealed all the way.
        SEALED,
        /// It was not: each server could read all of it, TLS or not.
        OPEN,
        /// It could not be read, so nobody knows.
        UNKNOWN
    }

    public static Journey none(Content content) {
        return new Journey(List.of(), 0, content);
    }

    @Override
    public String toString() {
        return "Journey[" + stops.size() + " stops]";
    }
}
