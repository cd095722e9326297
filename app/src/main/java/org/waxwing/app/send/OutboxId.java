package org.waxwing.app.send;

/// The local number of an outbox entry.
public record OutboxId(long value) {}
