package org.waxwing.crypto.smime.identity;

import java.util.List;
import org.waxwing.crypto.cert.IdentityProblem;

/// What came of reading a file of identities.
public sealed interface IdentityReading {
    /// Everything that the file holds, identities first.
    record Read(List<IdentityItem> items) implements IdentityReading {
        public Read {
            items = List.copyOf(items);
        }

        /// The identities among the items.
        public List<IdentityItem.Identity> identities() {
            return items.stream()
                    .filter(IdentityItem.Identity.class::isInstance)
                    .map(IdentityItem.Identity.class::cast)
                    .toList();
        }
    }

    /// Nothing is read, and nothing was changed.
    record Refused(IdentityProblem problem) implements IdentityReading {}
}
