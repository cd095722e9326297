package org.waxwing.app.journey;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Providers whose servers don't bear the name under which their users sign in.
final class LargeProvider {
    private static final List<Set<String>> ALL = List.of(
            Set.of("google.com", "gmail.com", "googlemail.com"),
            Set.of("outlook.com", "office365.com", "hotmail.com"),
            Set.of("icloud.com", "me.com", "mac.com"),
            Set.of("yahoo.com", "yahoodns.net"),
            Set.of("gmx.net", "gmx.de", "gmx.com", "web.de"),
            Set.of("fastmail.com", "messagingengine.com"));

    private LargeProvider() {}

    /// All domains of the providers that own one of these.
    static Set<String> domainsOf(Set<String> known) {
        return ALL.stream()
                .filter(domains -> domains.stream().anyMatch(known::contains))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the provider puts its findings below its own Received field. It takes out what others wrote
    /// there in its name (RFC 8601 §5); nobody else is known to do both.
    static boolean writesBelowItsTrace(String server) {
        return server.equals("mx.google.com");
    }
}
