package org.waxwing.app.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The mailboxes of one resident. INBOX is INBOX however it is spelt (RFC 3501 §5.1).
final class Pigeonholes {
    private static final int MOST = 100;

    private final ConcurrentMap<String, Pigeonhole> all;
    private final long uidValidity;

    Pigeonholes(long uidValidity) {
        this.uidValidity = uidValidity;
        this.all = new ConcurrentHashMap<>(
                Map.of("INBOX", new Pigeonhole("INBOX", uidValidity), "Sent", new Pigeonhole("Sent", uidValidity)));
    }

    Pigeonhole inbox() {
        return named("INBOX").orElseThrow();
    }

    Pigeonhole sent() {
        return named("Sent").orElseThrow();
    }

    Optional<Pigeonhole> named(String name) {
        return Optional.ofNullable(all.get(name.equalsIgnoreCase("INBOX") ? "INBOX" : name));
    }

    /// In the order of their names.
    List<Pigeonhole> all() {
        return all.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /// @return whether the name was free and there was room
    boolean create(String name) {
        return !name.equalsIgnoreCase("INBOX")
                && all.size() < MOST
                && all.putIfAbsent(name, new Pigeonhole(name, uidValidity)) == null;
    }
}
