package org.waxwing.crypto.smime.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.mime.Octets;

/// What hangs above a certificate, each proven by the signature of the next, whether or not anybody
/// believes the topmost. Of several ways the first is taken.
///
/// @param above its issuer first; without an anchor that is believed
/// @param missing the name of the next one in the words of the one below; nothing where none is missing
public record IssuerChain(List<PathCertificate> above, Optional<String> missing) {
    private static final int LONGEST = 12;

    public IssuerChain {
        above = List.copyOf(above);
    }

    /// @param others certificates that may hang above it, in DER
    /// @param anchors authorities that every reader is taken to have
    public static IssuerChain of(PathCertificate end, List<Octets> others, List<Anchor> anchors) {
        List<PathCertificate> related = IssuerSearch.related(end, others).stream()
                .limit(IssuerSearch.MAX_CERTIFICATES)
                .toList();
        List<PathCertificate> above = new ArrayList<>();
        PathCertificate last = end;
        while (!last.isSelfIssued() && !below(anchors, last) && above.size() < LONGEST) {
            Optional<PathCertificate> issuer = issuer(related, above, last);
            if (issuer.isEmpty()) {
                return new IssuerChain(above, Optional.of(DistinguishedNames.inWords(last.issuer())));
            }
            last = issuer.get();
            above.add(last);
        }
        return new IssuerChain(above, Optional.empty());
    }

    private static Optional<PathCertificate> issuer(
            List<PathCertificate> related, List<PathCertificate> above, PathCertificate child) {
        return issuers(related.stream().filter(one -> !above.contains(one)), child);
    }

    private static boolean below(List<Anchor> anchors, PathCertificate child) {
        return issuers(anchors.stream().map(Anchor::certificate), child).isPresent();
    }

    private static Optional<PathCertificate> issuers(Stream<PathCertificate> candidates, PathCertificate child) {
        return candidates
                .filter(one -> one.subject().equals(child.issuer()))
                .filter(child::isSignedBy)
                .findFirst();
    }
}
