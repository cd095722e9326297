package org.waxwing.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.SendLetter;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// Everyone has an address card but Dave.
record FakeSending(World world) implements SendLetter {
    @Override
    public ProtectionPlan plan(Draft draft, Optional<Technology> only) {
        List<ProtectionPlan.Recipient> everyone = recipients(draft).stream()
                .map(address -> new ProtectionPlan.Recipient(address, readiness(address)))
                .toList();
        return new ProtectionPlan(
                everyone,
                true,
                everyone.stream().allMatch(recipient -> recipient.readiness() instanceof Readiness.Ready));
    }

    private static Readiness readiness(AddrSpec address) {
        return switch (address.localPart()) {
            case "dave" -> new Readiness.NoCard();
            case "carla" ->
                new Readiness.Ready(
                        new Fingerprint.X509Sha256("C0".repeat(32)),
                        Standing.FOUND,
                        Optional.of(World.NOW.plus(Duration.ofDays(100))),
                        Optional.of("Practice Authority"));
            default ->
                new Readiness.Ready(new Fingerprint.OpenPgpV4("B0".repeat(20)), Standing.ACCEPTED, Optional.empty());
        };
    }

    @Override
    public Sending send(Draft draft, Optional<DraftId> kept, Protection protection, Optional<Technology> only) {
        List<ProtectionPlan.Recipient> notReady = recipients(draft).stream()
                .filter(address -> address.localPart().equals("dave"))
                .map(address -> new ProtectionPlan.Recipient(address, new Readiness.NoCard()))
                .toList();
        return notReady.isEmpty() || protection == Protection.SIGNED
                ? queued(draft, protection.name())
                : new Sending.NotReady(notReady);
    }

    @Override
    public Sending sendPostcard(Draft draft, Optional<DraftId> kept, CleartextConsent consent) {
        return queued(draft, "POSTCARD");
    }

    private Sending queued(Draft draft, String how) {
        world.done.add(how + " “" + draft.subject() + "” " + draft.text().strip() + " with "
                + draft.attachments().size() + " files");
        OutboxId id = new OutboxId(world.entries.size() + 1);
        world.entries.add(new Outbox.Entry(
                id,
                draft.account(),
                recipients(draft),
                draft.subject(),
                !how.equals("POSTCARD"),
                World.NOW,
                new Outbox.State.Waiting()));
        return new Sending.Queued(List.of(id));
    }

    private static List<AddrSpec> recipients(Draft draft) {
        return Stream.of(draft.to(), draft.cc(), draft.bcc())
                .flatMap(List::stream)
                .map(Mailbox::address)
                .toList();
    }
}
