package org.waxwing.ui.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SamplePeople;
import org.waxwing.ui.task.Tasks;

class PersonViewModelTest {
    private final SamplePeople people = new SamplePeople();
    private final PersonViewModel model = new PersonViewModel(people, Tasks.immediate(), () -> {});

    @Test
    void anAuthorityIsNamedForTheVeryCardThatItConfirms() {
        Card anna = people.cards().getFirst();
        model.show(anna);
        assertEquals(Optional.empty(), model.confirmedBy().get());
        people.confirmedBy("GÉANT");
        model.show(anna);
        assertEquals(Optional.of("GÉANT"), model.confirmedBy().get());
        Card other = new Card(
                new Fingerprint.X509Sha256("C3".repeat(32)),
                anna.userIds(),
                Standing.FOUND,
                anna.created(),
                anna.expires(),
                anna.usability(),
                anna.knownSince(),
                anna.checkedAt(),
                anna.keys(),
                anna.history());
        model.show(other);
        assertEquals(Optional.empty(), model.confirmedBy().get(), "another card with the same address");
        model.show(Sample.card(Sample.DAVE, Standing.FOUND));
        assertEquals(Optional.empty(), model.confirmedBy().get());
    }
}
