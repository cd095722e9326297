package org.waxwing.ui.compose;

import java.util.List;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.Sending;

/// What Send would do now, or did.
public sealed interface ComposeState {
    /// Nobody to write to yet.
    record NobodyNamed() implements ComposeState {}

    /// Something stands in a recipient field that is no address, or not yet one.
    record Unfinished(String typed) implements ComposeState {
        @Override
        public String toString() {
            return "Unfinished[redacted]";
        }
    }

    /// The keyring is being asked.
    record Asking() implements ComposeState {}

    /// Send seals for this many people.
    record Ready(int people) implements ComposeState {}

    /// These can't receive sealed letters; Send does nothing until the writer decides.
    record SomeNotReady(List<ProtectionPlan.Recipient> people) implements ComposeState {
        public SomeNotReady {
            people = List.copyOf(people);
        }
    }

    /// The writer has no seal for this sender address.
    record NoSeal() implements ComposeState {}

    /// It is being sealed and queued.
    record Sealing() implements ComposeState {}

    /// It lies in the outbox.
    record Queued(int people, boolean sealed) implements ComposeState {}

    /// It was not queued, and nothing was sent.
    record NotSent(Sending reason) implements ComposeState {}

    /// What Send would do by this plan.
    static ComposeState of(ProtectionPlan plan) {
        if (!plan.notReady().isEmpty()) {
            return new SomeNotReady(plan.notReady());
        }
        return plan.sealPossible() ? new Ready(plan.recipients().size()) : new NoSeal();
    }
}
