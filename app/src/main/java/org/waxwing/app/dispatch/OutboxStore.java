package org.waxwing.app.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.crypto.Submittable;

/// The outbox on disk. Every change is durable when its method returns.
public interface OutboxStore {
    /// Queues all messages or none, and discards the draft in the same step.
    List<OutboxId> queue(AccountId account, List<Message> messages, Instant now, Optional<DraftId> draft);

    /// Everything, oldest first.
    List<Row> rows();

    Optional<Row> row(OutboxId id);

    /// The message as it goes to the relay; nothing when it is not there any more.
    Optional<Submittable> message(OutboxId id);

    /// Moves a row, if it is still in the phase it was seen in.
    ///
    /// @return false when somebody else moved it, or it is gone
    boolean move(Row seen, Phase to, Instant now, Optional<SubmissionOutcome> outcome, About about);

    /// Notes whether the server still lacks its copy for Sent.
    void appendPending(OutboxId id, boolean pending);

    void remove(OutboxId id);

    /// Several changes as one.
    void together(Runnable changes);

    /// A message to queue.
    record Message(Submittable bytes, About about) {}

    /// A message in the outbox.
    ///
    /// @param changed when it came into this phase
    record Row(
            OutboxId id,
            AccountId account,
            Instant queued,
            Phase phase,
            Instant changed,
            boolean appendPending,
            About about,
            Optional<SubmissionOutcome> outcome) {}
}
