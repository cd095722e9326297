package org.waxwing.app.send;

import java.util.Optional;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;

/// Plans, seals and queues a letter. What is queued is on disk, sealed, before this returns; the [Outbox]
/// hands it to the relay.
public interface SendLetter {
    /// Looks up everyone: who would get the letter by what. Asks no network.
    ///
    /// @param only the one technology that may be used; nothing for any
    ProtectionPlan plan(Draft draft, Optional<Technology> only);

    /// With any technology.
    default ProtectionPlan plan(Draft draft) {
        return plan(draft, Optional.empty());
    }

    /// Seals for everyone or refuses for everyone. Those who read OpenPGP and those who read S/MIME get a
    /// copy each of the one letter; so does each Bcc recipient.
    ///
    /// @param kept the draft on disk, discarded in the same step that queues the letter
    /// @param only the one technology that may be used; nothing for any
    Sending send(Draft draft, Optional<DraftId> kept, Protection protection, Optional<Technology> only);

    /// With any technology.
    default Sending send(Draft draft, Optional<DraftId> kept, Protection protection) {
        return send(draft, kept, protection, Optional.empty());
    }

    /// Queues a postcard, because the person said so.
    ///
    /// @param kept the draft on disk, discarded in the same step that queues the letter
    Sending sendPostcard(Draft draft, Optional<DraftId> kept, CleartextConsent consent);

    /// Sends a letter that is not among the drafts.
    default Sending send(Draft draft, Protection protection) {
        return send(draft, Optional.empty(), protection);
    }

    /// Queues a postcard that is not among the drafts.
    default Sending sendPostcard(Draft draft, CleartextConsent consent) {
        return sendPostcard(draft, Optional.empty(), consent);
    }
}
