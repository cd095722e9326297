package org.waxwing.crypto.smime.path;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.Octets;

/// Our rules for a whole chain, beyond RFC 5280's path validation.
final class ChainRules {
    private final PathProfile profile;

    ChainRules(PathProfile profile) {
        this.profile = profile;
    }

    /// Every objection to the chain, each once; none when it holds.
    List<Objection> objections(IssuerSearch.Chain chain, Objection.Purpose purpose, Instant at) {
        List<PathCertificate> path = chain.path();
        PathCertificate anchor = chain.anchor().certificate();
        boolean alone = path.equals(List.of(anchor));
        Set<Objection> objections = new LinkedHashSet<>();
        for (PathCertificate one : path) {
            if (one.equals(anchor)) {
                objections.addAll(CertificateRules.anywhere(one, at));
            } else {
                objections.addAll(CertificateRules.below(one, at));
                KeyStrength.ofSignature(one).ifPresent(objections::add);
            }
        }
        List<PathCertificate> authorities = new ArrayList<>(path.subList(1, path.size()));
        if (!alone) {
            objections.addAll(CertificateRules.anywhere(anchor, at));
            authorities.addLast(anchor);
        }
        authorities.forEach(one -> objections.addAll(CertificateRules.authority(one)));
        objections.addAll(PurposeRules.end(path.getFirst(), profile.extendedUse(), purpose));
        objections.addAll(PurposeRules.authorities(authorities, profile.extendedUse()));
        if (!identifiersHold(path, anchor)) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.2.1.1"));
        }
        if (!anchorLengthHolds(path, anchor)) {
            objections.add(new Objection.AgainstRules("RFC 5280 §4.2.1.9"));
        }
        if (!NameConstraintRules.hold(chain)) {
            objections.add(new Objection.OutsideLimits());
        }
        chain.anchor()
                .distrustAfter()
                .filter(date -> path.getFirst().notBefore().isAfter(date))
                .ifPresent(_ -> objections.add(
                        new Objection.NoTrustedAuthority(chain.anchor().label())));
        return List.copyOf(objections);
    }

    /// Each certificate names the key above it as that key names itself, where both do.
    private static boolean identifiersHold(List<PathCertificate> path, PathCertificate anchor) {
        for (int i = 0; i < path.size(); i++) {
            Optional<Octets> named = path.get(i).extensions().authorityKey();
            PathCertificate issuer = i + 1 < path.size() ? path.get(i + 1) : anchor;
            Optional<Octets> own = issuer.extensions().subjectKey();
            boolean critical = path.get(i).extensions().isCritical(Extension.authorityKeyIdentifier);
            boolean both = named.isPresent() && own.isPresent();
            if (critical || (both && !named.equals(own))) {
                return false;
            }
        }
        return true;
    }

    /// The anchor's path length counts as well; self-issued certificates don't (RFC 5280 §4.2.1.9).
    private static boolean anchorLengthHolds(List<PathCertificate> path, PathCertificate anchor) {
        long between = path.stream().skip(1).filter(one -> !one.isSelfIssued()).count();
        return anchor.extensions()
                .basicConstraints()
                .flatMap(constraints -> Optional.ofNullable(constraints.getPathLenConstraint()))
                .map(longest -> longest.bitLength() > 31 || between <= longest.intValue())
                .orElse(true);
    }
}
