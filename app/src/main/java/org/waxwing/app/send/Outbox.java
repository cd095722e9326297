package org.waxwing.app.send;

import java.time.Instant;
import java.util.List;
import org.waxwing.app.account.AccountId;
import org.waxwing.crypto.mime.AddrSpec;

/// Letters on their way to the relay: sealed bytes only, safe against a crash at any instant, never
/// handed over twice by itself.
public interface Outbox {
    /// Everything in it, oldest first; handed over letters stay visible for a while.
    List<Entry> entries();

    /// Hands over everything that waits. Returns the entries that were tried, as they are now.
    List<Entry> submitWaiting();

    /// Hands one over again: one that waits, was refused, or is unconfirmed and the person says it did
    /// not arrive.
    Entry submit(OutboxId id);

    /// The person knows that an unconfirmed letter arrived.
    void settle(OutboxId id);

    /// Takes it out; a letter that was not handed over goes back to the drafts' care of the caller first.
    void discard(OutboxId id);

    /// One letter for one group of recipients.
    ///
    /// @param subject for the person's eyes; sealed on disk
    record Entry(
            OutboxId id,
            AccountId account,
            List<AddrSpec> recipients,
            String subject,
            boolean sealed,
            Instant queued,
            State state) {
        public Entry {
            recipients = List.copyOf(recipients);
        }

        @Override
        public String toString() {
            return "Entry[" + id.value() + "]";
        }
    }

    /// Where it is.
    sealed interface State {
        /// Not yet tried, or tried and to be tried again.
        record Waiting() implements State {}

        /// The relay took it for every recipient.
        ///
        /// @param reply the relay's words in one line; they may hold addresses: never log
        record HandedOver(Instant at, String reply) implements State {
            @Override
            public String toString() {
                return "HandedOver[" + at + "]";
            }
        }

        /// The last try ended like this; it stays here until the person decides or the next try.
        record Failed(Instant at, SubmissionOutcome outcome) implements State {}

        /// The connection ended, or this computer stopped, between the last byte and the relay's answer:
        /// the relay may have it. It is not sent again by itself.
        record Unconfirmed(Instant at) implements State {}
    }
}
