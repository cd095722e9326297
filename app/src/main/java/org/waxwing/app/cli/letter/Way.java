package org.waxwing.app.cli.letter;

import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.read.Reading;

/// What is told of a letter's way beside the letter itself.
public record Way(Journey journey, Authentication authentication) {
    public static Way of(Reading reading) {
        return new Way(reading.journey(), reading.authentication());
    }
}
