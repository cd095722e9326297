package org.waxwing.app.account;

import java.util.List;
import java.util.Optional;

/// The servers of a provider, known beforehand, so that nobody has to type them.
///
/// @param name as its users know it
/// @param domains addresses in these domains suggest it
/// @param incoming none where this version can only send
public record Preset(String name, List<String> domains, ServerAddress submission, Optional<ServerAddress> incoming) {
    public Preset {
        domains = List.copyOf(domains);
    }

    /// Every preset of this release.
    public static List<Preset> all() {
        return List.of(new Preset(
                "Oxmail (University of Oxford)",
                List.of("ox.ac.uk"),
                ServerAddress.of("smtp.ox.ac.uk", 587, TlsMode.STARTTLS_REQUIRED),
                Optional.empty()));
    }

    /// Whether an address in this domain suggests the preset: the domain itself or one below it.
    public boolean fits(String asciiDomain) {
        return domains.stream().anyMatch(domain -> asciiDomain.equals(domain) || asciiDomain.endsWith("." + domain));
    }
}
