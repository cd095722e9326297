package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Optional;

/// The certificates above one, as far as they are at hand. That they hang together says nothing about
/// whether anybody believes the topmost.
///
/// @param above its issuer's first; ends with one that signed itself, or below an authority that comes with
///   the program, or where the next is missing
/// @param missing the name of the next one, in the words of the one below it; nothing where none is missing
public record CertificateChain(List<SmimeCertificate> above, Optional<String> missing) {
    public CertificateChain {
        above = List.copyOf(above);
    }

    /// Whether a reader who has the topmost can build the path.
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
