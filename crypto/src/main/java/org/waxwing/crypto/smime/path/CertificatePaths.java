package org.waxwing.crypto.smime.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.smime.path.IssuerSearch.Chain;

/// Judges who confirms an S/MIME certificate: a chain to a trust anchor is looked for, validated
/// (RFC 5280 §6.1) and held against this program's rules. No network, no clock, bounded cost.
public final class CertificatePaths {
    private static final int MAX_CHAINS = 16;

    /// So many names are looked at: a letter brings hundreds, and a person may have brought in the list of
    /// every authority that there is. Of those, fewer may have to do with the one asked about.
    private static final int MAX_OTHERS = 20_000;

    private final List<Anchor> anchors;
    private final PathProfile profile;

    /// @param anchors the authorities whose word counts: `MailRoots.all()` and the person's own
    public CertificatePaths(List<Anchor> anchors) {
        this(anchors, PathProfile.MAIL);
    }

    CertificatePaths(List<Anchor> anchors, PathProfile profile) {
        this.anchors = List.copyOf(anchors);
        this.profile = profile;
    }

    /// Whether the certificate counts for what is asked. Never throws for what is in a certificate.
    public PathVerdict judge(PathQuestion question) {
        Optional<PathCertificate> end = PathCertificate.read(question.certificate());
        if (end.isEmpty()) {
            return refused(new Objection.AgainstRules("RFC 5280 §4.1"));
        }
        if (question.others().size() > MAX_OTHERS) {
            return refused(new Objection.Unsupported(question.others().size() + " certificates beside one"));
        }
        return belongs(end.get(), question)
                ? known(judge(end.get(), question), question)
                : refused(new Objection.NotForAddress());
    }

    /// What was revoked doesn't count on anybody's word.
    private static PathVerdict known(PathVerdict verdict, PathQuestion question) {
        return switch (verdict) {
            case PathVerdict.Untrusted untrusted -> untrusted;
            case PathVerdict.Trusted trusted ->
                trusted.path().stream()
                        .flatMap(one -> Stream.ofNullable(question.revoked().get(one.fingerprint())))
                        .findFirst()
                        .map(CertificatePaths::refused)
                        .orElse(trusted);
        };
    }

    /// What the person accepted is judged by an authority's chain all the same, where there is one: whether
    /// they came to believe the authority before or after changes nothing.
    private PathVerdict judge(PathCertificate end, PathQuestion question) {
        boolean accepted = question.pinned().contains(end.fingerprint());
        if (accepted && end.isSelfIssued()) {
            return pinned(end, question);
        }
        List<PathCertificate> others = IssuerSearch.related(end, question.others());
        if (others.size() > IssuerSearch.MAX_CERTIFICATES) {
            return refused(new Objection.Unsupported("a web of so many certificates"));
        }
        IssuerSearch search = new IssuerSearch(others, anchors, profile.longestPath());
        Attempts attempts = new Attempts(question);
        Optional<Chain> found = search.first(end, attempts::acceptable);
        if (found.isPresent() && attempts.objections.isEmpty()) {
            return confirmed(found.get(), question);
        }
        if (accepted && !attempts.reachedAuthority && !search.exhausted()) {
            return pinned(end, question);
        }
        if (!attempts.objections.isEmpty()) {
            return new PathVerdict.Untrusted(attempts.objections);
        }
        List<Objection> objections = new ArrayList<>();
        objections.add(
                search.exhausted()
                        ? new Objection.Unsupported("a web of so many certificates")
                        : new Objection.NoTrustedAuthority(DistinguishedNames.inWords(end.issuer())));
        objections.addAll(own(end, question));
        return new PathVerdict.Untrusted(objections);
    }

    /// What the chains that were found lack. The first that lacks nothing ends the search; the objections
    /// to the one that lacks least are kept.
    private final class Attempts {
        private final PathQuestion question;
        private final ChainRules rules = new ChainRules(profile);
        private final PathValidation validation = new PathValidation(profile.policies());
        private List<Objection> objections = List.of();
        private int chains;

        /// Whether a chain led to an authority that may be believed about a certificate of this age.
        private boolean reachedAuthority;

        private Attempts(PathQuestion question) {
            this.question = question;
        }

        /// Whether the search ends with this chain: because it holds, or because enough were tried.
        private boolean acceptable(Chain chain) {
            List<Objection> lacking = new ArrayList<>(rules.objections(chain, question.purpose(), question.at()));
            if (lacking.isEmpty() && !validation.holds(chain, question.at())) {
                lacking.add(new Objection.AgainstRules("RFC 5280 §6.1"));
            }
            reachedAuthority |= lacking.stream().noneMatch(Objection.NoTrustedAuthority.class::isInstance);
            boolean first = chains == 0;
            chains++;
            if (first || lacking.size() < objections.size()) {
                objections = List.copyOf(lacking);
            }
            return lacking.isEmpty() || chains == MAX_CHAINS;
        }
    }

    private PathVerdict confirmed(Chain chain, PathQuestion question) {
        PathVerdict.Confirmation by = new PathVerdict.Confirmation.ByAuthority(
                DistinguishedNames.organisation(chain.path().getFirst().issuer()), chain.anchor());
        // Any of them may have signed a list, whatever its name.
        List<PathCertificate> signers = question.evidence().isEmpty()
                ? List.of()
                : question.others().stream()
                        .distinct()
                        .map(PathCertificate::read)
                        .flatMap(Optional::stream)
                        .toList();
        Revocation revocation =
                new RevocationJudgement(profile.policies()).judge(chain, signers, question.evidence(), question.at());
        return switch (revocation) {
            case Revocation.Revoked revoked -> refused(new Objection.Revoked(revoked.since(), revoked.hard()));
            case Revocation.Good _, Revocation.NotChecked _ -> new PathVerdict.Trusted(chain.path(), by, revocation);
        };
    }

    /// The person's word stands in for an authority's; the certificate's own limits still hold.
    private PathVerdict pinned(PathCertificate end, PathQuestion question) {
        List<Objection> objections = new ArrayList<>(own(end, question));
        if (end.isSelfIssued() && !end.isSignedBy(end)) {
            objections.add(new Objection.BadSignature());
        }
        return objections.isEmpty()
                ? new PathVerdict.Trusted(
                        List.of(end), new PathVerdict.Confirmation.ByPerson(), new Revocation.NotChecked())
                : new PathVerdict.Untrusted(objections);
    }

    /// What the certificate lacks, whoever confirms it.
    private List<Objection> own(PathCertificate end, PathQuestion question) {
        List<Objection> objections = new ArrayList<>(CertificateRules.below(end, question.at()));
        objections.addAll(PurposeRules.end(end, profile.extendedUse(), question.purpose()));
        return objections;
    }

    private static boolean belongs(PathCertificate end, PathQuestion question) {
        return question.address().map(CertificateAddresses.of(end)::contains).orElse(true);
    }

    private static PathVerdict refused(Objection objection) {
        return new PathVerdict.Untrusted(List.of(objection));
    }
}
