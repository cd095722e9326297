package org.waxwing.app.send;

import org.waxwing.app.compose.Draft;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;

/// Plans, seals and queues a letter. What is queued is on disk, sealed, before this returns; the [Outbox]
/// hands it to the relay.
public interface SendLetter {
    /// Looks up everyone; asks no network.
    ProtectionPlan plan(Draft draft);

    /// Seals for everyone or refuses for everyone. Each Bcc recipient gets a separate copy.
    Sending send(Draft draft, Protection protection);

    /// Queues a postcard, because the person said so.
    Sending sendPostcard(Draft draft, CleartextConsent consent);
}
