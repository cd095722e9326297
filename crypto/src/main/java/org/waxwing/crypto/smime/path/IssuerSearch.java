package org.waxwing.crypto.smime.path;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.work.Work;

/// Finds chains from a certificate to a trust anchor, depth first, each step proven by a signature.
///
/// The cost is bounded whatever others put in: so many certificates, so many signatures checked, so many
/// steps, so many chains. The platform's own path builder is not used: it knows no such bound, and a
/// property of the system lets it fetch certificates from where a stranger says.
final class IssuerSearch {
    static final int MAX_CERTIFICATES = 64;
    static final int MAX_SIGNATURE_CHECKS = 150;
    static final int MAX_STEPS = 2_000;

    private record Edge(PathCertificate child, PathCertificate issuer) {}

    /// A chain that hangs together.
    ///
    /// @param path the certificate asked about first, the one that the anchor signed last
    record Chain(List<PathCertificate> path, Anchor anchor) {
        Chain {
            path = List.copyOf(path);
        }
    }

    private final List<PathCertificate> others;
    private final List<Anchor> anchors;
    private final int longestPath;
    private final Map<Edge, Boolean> signatures = new HashMap<>();
    private int steps;
    private boolean exhausted;

    /// @param others as many as are looked at; the caller refuses more
    /// @param longestPath the most certificates between the anchor and the end
    IssuerSearch(List<PathCertificate> others, List<Anchor> anchors, int longestPath) {
        this.others = List.copyOf(others);
        this.anchors = List.copyOf(anchors);
        this.longestPath = longestPath;
    }

    /// Those among the others whose names lead from the certificate upwards: nothing else can be in a chain,
    /// so nothing else is read.
    ///
    /// @param others in DER; unreadable ones don't count
    static List<PathCertificate> related(PathCertificate end, Collection<Octets> others) {
        Map<X500Name, List<Octets>> bySubject = new HashMap<>();
        for (Octets other : others) {
            Work.step();
            subject(other)
                    .ifPresent(name -> bySubject
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(other));
        }
        Set<PathCertificate> related = new LinkedHashSet<>();
        Deque<X500Name> pending = new ArrayDeque<>(List.of(end.issuer()));
        while (!pending.isEmpty()) {
            for (Octets other :
                    Optional.ofNullable(bySubject.remove(pending.removeFirst())).orElse(List.of())) {
                Work.step();
                PathCertificate.read(other).filter(related::add).ifPresent(found -> pending.addLast(found.issuer()));
            }
        }
        return List.copyOf(related);
    }

    private static Optional<X500Name> subject(Octets der) {
        if (der.length() > PathCertificate.MAX_OCTETS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new X509CertificateHolder(der.toByteArray()).getSubject())
                    .filter(Bounds::hold);
        } catch (IOException | RuntimeException malformed) {
            // The edge, as where a certificate is read.
            return Optional.empty();
        }
    }

    /// The first chain that is found acceptable. The shortest way is tried first at each step: an anchor
    /// before others, a matching key identifier before none.
    Optional<Chain> first(PathCertificate end, Predicate<Chain> acceptable) {
        List<PathCertificate> path = new ArrayList<>(List.of(end));
        return extend(path, acceptable);
    }

    /// Whether a bound ended the search before everything was seen.
    boolean exhausted() {
        return exhausted;
    }

    private Optional<Chain> extend(List<PathCertificate> path, Predicate<Chain> acceptable) {
        Work.step();
        PathCertificate last = path.getLast();
        if (++steps > MAX_STEPS) {
            exhausted = true;
            return Optional.empty();
        }
        for (Anchor anchor : anchors) {
            boolean itself = anchor.certificate().equals(last);
            boolean signed = isIssuer(anchor.certificate(), last) && proven(last, anchor.certificate());
            boolean complete = signed || (itself && path.size() == 1);
            Chain chain = new Chain(path, anchor);
            if (complete && acceptable.test(chain)) {
                return Optional.of(chain);
            }
        }
        if (path.size() > longestPath) {
            return Optional.empty();
        }
        for (PathCertificate issuer : candidates(path)) {
            if (!exhausted && proven(last, issuer)) {
                path.addLast(issuer);
                Optional<Chain> found = extend(path, acceptable);
                path.removeLast();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private List<PathCertificate> candidates(List<PathCertificate> path) {
        PathCertificate last = path.getLast();
        return others.stream()
                .filter(other -> isIssuer(other, last) && !repeats(path, other))
                .sorted(Comparator.comparing(other -> !sameKey(other, last)))
                .toList();
    }

    private static boolean isIssuer(PathCertificate issuer, PathCertificate child) {
        return issuer.subject().equals(child.issuer());
    }

    /// A certificate with the same name and key leads nowhere new (RFC 4158 §2.4.2).
    private static boolean repeats(List<PathCertificate> path, PathCertificate candidate) {
        return path.stream()
                .anyMatch(one -> one.subject().equals(candidate.subject())
                        && one.structure()
                                .getSubjectPublicKeyInfo()
                                .equals(candidate.structure().getSubjectPublicKeyInfo()));
    }

    private static boolean sameKey(PathCertificate issuer, PathCertificate child) {
        return child.extensions().authorityKey().isPresent()
                && child.extensions().authorityKey().equals(issuer.extensions().subjectKey());
    }

    private boolean proven(PathCertificate child, PathCertificate issuer) {
        Edge edge = new Edge(child, issuer);
        if (!signatures.containsKey(edge)) {
            if (signatures.size() >= MAX_SIGNATURE_CHECKS) {
                exhausted = true;
                return false;
            }
            Work.step();
            signatures.put(edge, child.isSignedBy(issuer));
        }
        return signatures.getOrDefault(edge, false);
    }
}
