package org.waxwing.crypto.smime.path;

import java.util.Set;

/// What is asked of certificate policies (RFC 5280 §6.1.1).
///
/// @param initialPolicies object identifiers in dotted form; none means any policy
/// @param explicit some policy has to hold for the whole path
/// @param mappingInhibited policies may not be mapped to each other
/// @param anyInhibited anyPolicy matches nothing
record PolicyDemand(Set<String> initialPolicies, boolean explicit, boolean mappingInhibited, boolean anyInhibited) {
    /// Nothing is asked: what a policy is worth, a mail program can't know.
    static final PolicyDemand NONE = new PolicyDemand(Set.of(), false, false, false);

    PolicyDemand {
        initialPolicies = Set.copyOf(initialPolicies);
    }
}
