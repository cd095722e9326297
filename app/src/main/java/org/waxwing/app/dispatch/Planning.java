package org.waxwing.app.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.waxwing.app.keys.CertificateChoice;
import org.waxwing.app.send.ProtectionPlan.Recipient;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.SealingPlan;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.mime.AddrSpec;

/// Looks recipients up: who is ready, by which technology, and whose certificates a copy is sealed for.
///
/// One copy for all is better than two: where one technology reaches everybody it is taken, OpenPGP before
/// S/MIME. Where none does, those who can have either go with the larger group.
record Planning(CertificateChoice choice) {
    /// @param only the one technology that may be used; nothing for any
    Resolution resolve(AddrSpec from, Collection<AddrSpec> addresses, Optional<Technology> only, Instant now) {
        Map<Technology, LockedSecretKey> own = ownKeys(from, only, now);
        Map<AddrSpec, Map<Technology, Certificate>> usable = new LinkedHashMap<>();
        addresses.forEach(address -> usable.put(address, choice.toEncrypt(address, now)));
        List<Technology> preferred = preferred(own, usable.values());
        Map<AddrSpec, Certificate> chosen = new LinkedHashMap<>();
        List<Recipient> recipients = new ArrayList<>();
        usable.forEach((address, certificates) -> {
            Optional<Certificate> certificate = preferred.stream()
                    .filter(certificates::containsKey)
                    .map(certificates::get)
                    .findFirst();
            certificate.ifPresent(taken -> chosen.put(address, taken));
            recipients.add(new Recipient(
                    address,
                    certificate
                            .<Readiness>map(taken -> choice.ready(taken, now))
                            .orElseGet(() -> notReady(address, certificates, only, own.isEmpty(), now))));
        });
        return new Resolution(own, chosen, recipients);
    }

    /// A plan for the recipients and always the sender, so that the letter under Sent opens.
    SealingPlan plan(
            Resolution resolution,
            Protection protection,
            LockedSecretKey signer,
            AddrSpec from,
            List<AddrSpec> to,
            Instant now) {
        List<Certificate> certificates = switch (protection) {
            case SIGNED -> List.of();
            case SIGNED_AND_ENCRYPTED ->
                Stream.concat(
                                to.stream().map(resolution.chosen()::get),
                                choice.ownToEncrypt(signer, from, now).stream())
                        .distinct()
                        .toList();
        };
        return new SealingPlan(protection, signer, certificates, choice.capabilities(certificates));
    }

    /// Those whose certificates the sealer refused, by their addresses.
    static List<Recipient> refused(List<SealingProblem> problems, Resolution resolution) {
        List<Recipient> refused = new ArrayList<>();
        for (SealingProblem problem : problems) {
            if (problem instanceof SealingProblem.RecipientUnusable(Fingerprint bad, List<Objection> objections)) {
                resolution.recipients().stream()
                        .map(Recipient::address)
                        .filter(address -> resolution.isFor(address, bad))
                        .map(address -> new Recipient(address, new Readiness.CardUnusable(bad, objections)))
                        .forEach(refused::add);
            }
        }
        return refused;
    }

    /// The sender's keys that can be used, or else the best of those that can't, so that it can be named.
    private Map<Technology, LockedSecretKey> ownKeys(AddrSpec from, Optional<Technology> only, Instant now) {
        Map<Technology, LockedSecretKey> own = new EnumMap<>(Technology.class);
        for (Technology technology : only.map(List::of).orElseGet(() -> List.of(Technology.values()))) {
            choice.ownKey(from, technology, now).ifPresent(key -> own.put(technology, key));
        }
        if (own.values().stream().anyMatch(key -> choice.usable(key, from, now))) {
            own.values().removeIf(key -> !choice.usable(key, from, now));
        }
        return own;
    }

    /// The technologies that may be used, the one to take where there is a choice first.
    private static List<Technology> preferred(
            Map<Technology, LockedSecretKey> own, Collection<Map<Technology, Certificate>> usable) {
        ToLongFunction<Technology> reached = technology -> usable.stream()
                .filter(certificates -> certificates.containsKey(technology))
                .count();
        return Stream.of(Technology.values())
                .filter(own::containsKey)
                .sorted(Comparator.comparingLong(reached).reversed())
                .toList();
    }

    private Readiness notReady(
            AddrSpec address,
            Map<Technology, Certificate> certificates,
            Optional<Technology> only,
            boolean withoutSeal,
            Instant now) {
        boolean anyServes = withoutSeal && only.isEmpty();
        if (certificates.isEmpty() || anyServes) {
            return choice.readiness(address, now);
        }
        Optional<Certificate> wished = only.map(certificates::get);
        if (wished.isPresent()) {
            return choice.ready(wished.get(), now);
        }
        return new Readiness.OtherTechnology(
                certificates.values().iterator().next().fingerprint(), only.isPresent());
    }
}
