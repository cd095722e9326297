package org.waxwing.ui.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.SendLetter;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.Mailbox;

/// Plans by the people it is given, and remembers what it was asked to send.
public final class SampleSending implements SendLetter {
    private final People people;
    private final List<Draft> sealed = new ArrayList<>();
    private final List<Draft> postcards = new ArrayList<>();
    private Sending answer = new Sending.Queued(List.of(new OutboxId(1)));
    private boolean ownSeal = true;

    public SampleSending(People people) {
        this.people = people;
    }

    public List<Draft> sealed() {
        return sealed;
    }

    public List<Draft> postcards() {
        return postcards;
    }

    public void willAnswer(Sending next) {
        answer = next;
    }

    public void withoutOwnSeal() {
        ownSeal = false;
    }

    @Override
    public ProtectionPlan plan(Draft draft, Optional<Technology> only) {
        List<ProtectionPlan.Recipient> recipients = Stream.of(draft.to(), draft.cc(), draft.bcc())
                .flatMap(List::stream)
                .map(Mailbox::address)
                .map(address -> new ProtectionPlan.Recipient(address, people.readiness(address)))
                .toList();
        ProtectionPlan plan = new ProtectionPlan(recipients, ownSeal, false);
        return new ProtectionPlan(
                recipients, ownSeal, ownSeal && plan.notReady().isEmpty());
    }

    @Override
    public Sending send(Draft draft, Optional<DraftId> kept, Protection protection, Optional<Technology> only) {
        sealed.add(draft);
        return answer;
    }

    @Override
    public Sending sendPostcard(Draft draft, Optional<DraftId> kept, CleartextConsent consent) {
        postcards.add(draft);
        return answer;
    }
}
