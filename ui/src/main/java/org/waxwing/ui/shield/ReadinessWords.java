package org.waxwing.ui.shield;

import org.waxwing.app.trust.Confirmation;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// Whether someone is ready for a sealed letter, and why not, in words.
public final class ReadinessWords {
    private final Words words = Words.in(ReadinessWords.class);
    private final Dates dates;

    public ReadinessWords(Dates dates) {
        this.dates = dates;
    }

    /// The word beside the name on a chip; empty where everything is as usual.
    public String word(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready ready -> ready.standing() == Standing.FOUND ? words.of("ready.word.found") : "";
            case Readiness.NoCard _ -> words.of("ready.word.noCard");
            case Readiness.CardUnusable _, Readiness.OtherTechnology _ -> words.of("ready.word.unusable");
        };
    }

    /// The whole sentence about one person.
    public String sentence(String person, Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready ready -> ready(person, ready);
            case Readiness.NoCard _ -> words.of("ready.noCard", person);
            case Readiness.OtherTechnology other -> otherTechnology(person, other);
            case Readiness.CardUnusable unusable ->
                unusable.objections().isEmpty()
                        ? words.of("ready.unusable", person)
                        : words.of(
                                "ready.unusableBecause",
                                person,
                                objection(unusable.objections().getFirst()));
        };
    }

    /// Nobody can rule one out in the window.
    private String otherTechnology(String person, Readiness.OtherTechnology other) {
        return switch (Technology.of(other.certificate())) {
            case OPENPGP -> words.of("ready.onlyOpenPgp", person);
            case SMIME -> words.of("ready.onlySmime", person);
        };
    }

    private String ready(String person, Readiness.Ready ready) {
        String known = known(person, ready);
        return ready.confirmedBy()
                .map(authority -> words.of("ready.confirmed", known, Signers.plain(authority)))
                .orElse(known);
    }

    private String known(String person, Readiness.Ready ready) {
        return switch (ready.standing()) {
            case CHECKED -> words.of("ready.checked", person);
            case OWN -> words.of("ready.own");
            case ACCEPTED -> words.of("ready.accepted", person);
            case FOUND -> words.of("ready.found", person);
            case REJECTED -> words.of("ready.rejected", person);
        };
    }

    /// How well a card is known, in a few words.
    public String standing(Standing standing) {
        return switch (standing) {
            case CHECKED -> words.of("standing.checked");
            case OWN -> words.of("standing.own");
            case ACCEPTED -> words.of("standing.accepted");
            case FOUND -> words.of("standing.found");
            case REJECTED -> words.of("standing.rejected");
        };
    }

    /// On whose word an S/MIME certificate counts; empty where on nobody's.
    public String confirmation(Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.ByNobodyElse _ -> "";
            case Confirmation.ByAuthority(String authority, String domain) ->
                words.of("confirmation.authority", Signers.plain(authority), domain);
            case Confirmation.ByPerson _ -> words.of("confirmation.person");
        };
    }

    /// One reason why a card, key or signature does not count.
    public String objection(Objection objection) {
        return switch (objection) {
            case Objection.Expired expired -> words.of("objection.expired", dates.day(expired.since()));
            case Objection.NotYetValid later -> words.of("objection.notYetValid", dates.day(later.until()));
            case Objection.Revoked revoked -> words.of("objection.revoked", dates.day(revoked.since()));
            case Objection.WeakAlgorithm weak -> words.of("objection.weak", weak.name());
            case Objection.NoSuitableKey unsuitable ->
                switch (unsuitable.purpose()) {
                    case ENCRYPT -> words.of("objection.cannotReceive");
                    case SIGN -> words.of("objection.cannotSign");
                };
            case Objection.NotSelfCertified _ -> words.of("objection.notSelfCertified");
            case Objection.Unsupported unknown -> words.of("objection.unsupported", unknown.name());
            case Objection.RejectedByUser _ -> words.of("objection.rejectedByUser");
            case Objection.UnknownIssuer _ -> words.of("objection.unknownIssuer");
            case Objection.BadSignature _ -> words.of("objection.badSignature");
            case Objection.NotBoundToFrom _ -> words.of("objection.notBoundToFrom");
            case Objection.AmbiguousFrom _ -> words.of("objection.ambiguousFrom");
            case Objection.MeantForOthers _ -> words.of("objection.meantForOthers");
            case Objection.NoTrustedAuthority(String issuer) ->
                words.of("objection.noTrustedAuthority", Signers.plain(issuer));
            case Objection.AgainstRules(String rule) -> words.of("objection.againstRules", rule);
            case Objection.NotForMail _ -> words.of("objection.notForMail");
            case Objection.OutsideLimits _ -> words.of("objection.outsideLimits");
            case Objection.NotForAddress _ -> words.of("objection.notForAddress");
        };
    }
}
