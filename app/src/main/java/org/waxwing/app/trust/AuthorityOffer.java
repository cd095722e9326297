package org.waxwing.app.trust;

import java.util.List;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.IdentityProblem;

/// What a file offers to believe.
public sealed interface AuthorityOffer {
    /// Every certificate in it.
    record Offered(List<Candidate> candidates) implements AuthorityOffer {
        public Offered {
            candidates = List.copyOf(candidates);
        }
    }

    /// No authority's certificate at all, but those of persons, each as it counts now. Only exactly these
    /// can be accepted.
    record OfPersons(List<CertificateCard> cards) implements AuthorityOffer {
        public OfPersons {
            cards = List.copyOf(cards);
        }
    }

    record Unreadable(IdentityProblem problem) implements AuthorityOffer {}

    /// One certificate, and what it is to the person now.
    record Candidate(AuthorityProfile profile, State state) {}

    /// What can be done with it.
    enum State {
        /// It can be believed.
        OPEN,
        /// It is believed already, by the person's word.
        BELIEVED,
        /// It comes with the program.
        BUILT_IN,
        /// Another one in the file issued it, and can be believed: it needs no word of its own, and would be
        /// bound by fewer limits with one.
        BELOW_ANOTHER,
        /// The profile says why it can't be believed.
        FLAWED
    }
}
