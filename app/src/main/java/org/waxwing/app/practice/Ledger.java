package org.waxwing.app.practice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the relay saw, letter by letter, in order.
final class Ledger {
    private final List<RelayedLetter> letters = new CopyOnWriteArrayList<>();

    void note(RelayedLetter letter) {
        letters.add(letter);
    }

    List<RelayedLetter> all() {
        return List.copyOf(letters);
    }

    /// The first with this Message-ID.
    Optional<RelayedLetter> withId(String messageId) {
        return letters.stream()
                .filter(letter -> letter.messageId().filter(messageId::equals).isPresent())
                .findFirst();
    }

    @Override
    public String toString() {
        return "Ledger[" + letters.size() + "]";
    }
}
