package org.waxwing.ui.compose;

import java.util.IdentityHashMap;
import java.util.Optional;
import javafx.collections.ObservableList;

/// What stands in the recipient fields and is no recipient yet. A letter never goes out past it: half an
/// address was meant for somebody.
final class TypedSoFar {
    private final IdentityHashMap<ObservableList<Recipient>, String> byList = new IdentityHashMap<>();

    void put(ObservableList<Recipient> list, String typed) {
        if (typed.isBlank()) {
            byList.remove(list);
        } else {
            byList.put(list, typed.strip());
        }
    }

    Optional<String> any() {
        return byList.values().stream().findFirst();
    }
}
