package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.secret.Passphrase;

/// Another end for a key or a part of it.
final class ValidityChange {
    private final OpenedKey key;
    private final Optional<Passphrase> passphrase;
    private final KeyChanges.Rules rules;
    private final Map<RawPacket, List<RawPacket>> said = new LinkedHashMap<>();

    ValidityChange(OpenedKey key, Optional<Passphrase> passphrase, KeyChanges.Rules rules) {
        this.key = key;
        this.passphrase = passphrase;
        this.rules = rules;
    }

    /// The primary key and what lives with it.
    KeyChanging whole(Optional<Instant> ends) {
        ParsedCertificate certificate = key.certificate();
        List<KeyComponent> subkeys = living();
        Optional<Reason> objection = objection(ends, certificate.primary());
        for (KeyComponent subkey : subkeys) {
            objection = objection.or(() -> objection(ends, subkey));
        }
        if (objection.isPresent()) {
            return new KeyChanging.Refused(objection.get());
        }
        restatePrimary(ends);
        if (said.isEmpty()) {
            return new KeyChanging.Refused(Reason.NOT_UNDERSTOOD);
        }
        subkeys.forEach(subkey -> restate(subkey, ends));
        return key.with(said, List.of(), rules.reader());
    }

    KeyChanging subkey(Fingerprint fingerprint, Optional<Instant> ends) {
        Optional<KeyComponent> subkey = SubkeyChange.named(key.certificate(), fingerprint);
        if (subkey.isEmpty()) {
            return new KeyChanging.Refused(Reason.NO_SUCH_SUBKEY);
        }
        if (SubkeyChange.isRevoked(subkey.get())) {
            return new KeyChanging.Refused(Reason.SUBKEY_REVOKED);
        }
        Optional<Reason> objection = objection(ends, subkey.get());
        if (objection.isPresent()) {
            return new KeyChanging.Refused(objection.get());
        }
        restate(subkey.get(), ends);
        return key.with(said, List.of(), rules.reader());
    }

    private Optional<Reason> objection(Optional<Instant> ends, KeyComponent part) {
        return ends.flatMap(end -> rules.objectionToEnd(end, part.created()));
    }

    /// The end of the primary key stands with its user ids, with the key itself, or with both; each that
    /// speaks for the key is said again.
    private void restatePrimary(Optional<Instant> ends) {
        ParsedCertificate certificate = key.certificate();
        KeyComponent primary = certificate.primary();
        OwnerSignatures owner = key.owner();
        Statements statements = rules.statementsAt(key.made());
        boolean direct = statements.current(primary.signatures()).isPresent();
        statements
                .current(primary.signatures())
                .ifPresent(before -> said.put(
                        primary.packet(),
                        List.of(owner.overPrimary(
                                PGPSignature.DIRECT_KEY, Restatement.ending(before, primary.created(), ends)))));
        for (UserIdComponent id : certificate.stateAt(key.made()).certifiedUserIds()) {
            SelfSignature before = statements.current(id.signatures()).orElseThrow();
            if (!direct || before.keyValiditySeconds() > 0) {
                said.put(
                        id.packet(),
                        List.of(owner.overUserId(
                                before.type(),
                                id.packet().body(),
                                Restatement.ending(before, primary.created(), ends))));
            }
        }
    }

    private void restate(KeyComponent subkey, Optional<Instant> ends) {
        SelfSignature before = lastWord(subkey);
        PGPSignatureSubpacketGenerator says = Restatement.ending(before, subkey.created(), ends);
        Optional<PGPPrivateKey> consenting =
                !before.back().isEmpty() ? key.secretOf(subkey, passphrase) : Optional.empty();
        if (consenting.isPresent()) {
            says.removePacketsOfType(SignatureSubpacketTags.EMBEDDED_SIGNATURE);
        }
        said.put(
                subkey.packet(),
                List.of(consenting
                        .map(secret -> key.owner().bindingWithConsent(subkey.key(), secret, says))
                        .orElseGet(() -> key.owner().overSubkey(PGPSignature.SUBKEY_BINDING, subkey.key(), says))));
    }

    /// The subkeys with an end of their own that were in use as long as the primary key was, and for each
    /// purpose that has none of these the newest.
    private List<KeyComponent> living() {
        CertificateState state = key.certificate().stateAt(key.made());
        Instant inUse = state.expiryOf(key.certificate().primary())
                .filter(end -> end.isBefore(rules.now()))
                .map(end -> end.minusSeconds(1))
                .orElse(rules.now());
        List<KeyComponent> candidates = key.certificate().keyComponents().stream()
                .filter(part -> !part.isPrimary() && !SubkeyChange.isRevoked(part))
                .toList();
        Set<KeyComponent> chosen = new LinkedHashSet<>();
        for (KeyComponent part : candidates) {
            if (endOf(part).map(end -> end.isAfter(inUse)).orElse(true)) {
                chosen.add(part);
            }
        }
        for (Purpose purpose : Purpose.values()) {
            boolean served =
                    chosen.stream().anyMatch(part -> state.purposes(part).contains(purpose))
                            || state.purposes(key.certificate().primary()).contains(purpose);
            if (!served) {
                candidates.stream()
                        .filter(part -> state.purposes(part).contains(purpose))
                        .max(Comparator.comparing(KeyComponent::created))
                        .ifPresent(chosen::add);
            }
        }
        List<KeyComponent> ending = new ArrayList<>(chosen);
        ending.removeIf(part -> endOf(part).isEmpty());
        return ending;
    }

    private Optional<Instant> endOf(KeyComponent part) {
        return Optional.of(lastWord(part).keyValiditySeconds())
                .filter(seconds -> seconds > 0)
                .map(part.created()::plusSeconds);
    }

    private static SelfSignature lastWord(KeyComponent part) {
        return part.signatures().stream()
                .filter(signature -> !signature.isRevocation())
                .max(Comparator.comparing(SelfSignature::created))
                .orElseThrow();
    }
}
