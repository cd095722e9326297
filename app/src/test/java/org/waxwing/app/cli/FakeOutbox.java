package org.waxwing.app.cli;

import java.util.List;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.OutboxId;

record FakeOutbox(World world) implements Outbox {
    @Override
    public List<Entry> entries() {
        return List.copyOf(world.entries);
    }

    @Override
    public List<Entry> submitWaiting() {
        return entries().stream()
                .filter(entry -> entry.state() instanceof State.Waiting)
                .map(entry -> submit(entry.id()))
                .toList();
    }

    @Override
    public Entry submit(OutboxId id) {
        Entry tried = entries().stream()
                .filter(entry -> entry.id().equals(id))
                .map(entry -> new Entry(
                        entry.id(),
                        entry.account(),
                        entry.recipients(),
                        entry.subject(),
                        entry.sealed(),
                        entry.queued(),
                        world.nextState))
                .findFirst()
                .orElseThrow();
        world.entries.replaceAll(entry -> entry.id().equals(id) ? tried : entry);
        return tried;
    }

    @Override
    public void settle(OutboxId id) {
        world.done.add("settled " + id.value());
    }

    @Override
    public void discard(OutboxId id) {
        world.entries.removeIf(entry -> entry.id().equals(id));
    }
}
