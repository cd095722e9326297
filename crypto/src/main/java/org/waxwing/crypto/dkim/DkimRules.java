package org.waxwing.crypto.dkim;

import java.util.Set;

/// What counts.
///
/// @param versions values of `v=`; empty for a field without
/// @param sha1 whether rsa-sha1 counts
/// @param leastRsaBits of a key
record DkimRules(Set<String> versions, boolean sha1, int leastRsaBits) {
    /// RFC 6376 with RFC 8301 §3.
    static final DkimRules CURRENT = new DkimRules(Set.of("1"), false, 1024);

    DkimRules {
        versions = Set.copyOf(versions);
    }
}
