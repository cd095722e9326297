package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// A certificate judged at one instant under one policy.
final class CertificateState {
    private final ParsedCertificate certificate;
    private final AlgorithmPolicy policy;
    private final Instant at;
    private final Statements statements;
    private final Optional<SelfSignature> directStatement;
    private final Optional<SelfSignature> ownStatement;
    private final List<Objection> objections;

    CertificateState(ParsedCertificate certificate, AlgorithmPolicy policy, Instant at) {
        this.certificate = certificate;
        this.policy = policy;
        this.at = at;
        this.statements = new Statements(policy, at);
        this.directStatement = statements.current(certificate.primary().signatures());
        this.ownStatement = ownStatement();
        this.objections = wholeCertificate();
    }

    /// The statement that holds for the primary key: over itself first in v6, over its primary user id
    /// first in v4 (RFC 9580 §5.2.3.10).
    private Optional<SelfSignature> ownStatement() {
        if (certificate.primary().key().getVersion() == 6 && directStatement.isPresent()) {
            return directStatement;
        }
        return primaryUserId()
                .flatMap(userId -> statements.current(userId.signatures()))
                .or(() -> directStatement);
    }

    private Optional<UserIdComponent> primaryUserId() {
        return certifiedUserIds().stream().findFirst();
    }

    /// The certified user ids, the primary one first.
    List<UserIdComponent> certifiedUserIds() {
        return certificate.userIdComponents().stream()
                .filter(statements::isCertified)
                .sorted(Comparator.comparing((UserIdComponent userId) -> !statements
                                .current(userId.signatures())
                                .map(SelfSignature::primaryUserId)
                                .orElse(false))
                        .thenComparing(
                                userId -> statements
                                        .current(userId.signatures())
                                        .map(SelfSignature::created)
                                        .orElse(Instant.MIN),
                                Comparator.reverseOrder()))
                .toList();
    }

    private List<Objection> wholeCertificate() {
        KeyComponent primary = certificate.primary();
        List<Objection> found = new ArrayList<>();
        statements.revocation(certificate.revocations(), newestOwnStatement()).ifPresent(found::add);
        if (primary.created().isAfter(statements.latest())) {
            found.add(new Objection.NotYetValid(primary.created()));
        }
        if (ownStatement.isEmpty()) {
            found.add(Stream.concat(
                            Stream.of(primary.signatures()),
                            certificate.userIdComponents().stream().map(UserIdComponent::signatures))
                    .flatMap(said -> statements.absence(said).stream())
                    .findFirst()
                    .orElseGet(Objection.NotSelfCertified::new));
        }
        expiryOf(primary)
                .filter(end -> !end.isAfter(at))
                .map(Objection.Expired::new)
                .ifPresent(found::add);
        Algorithms.weakness(primary.key(), policy)
                .map(Objection.WeakAlgorithm::new)
                .ifPresent(found::add);
        return List.copyOf(found);
    }

    /// When the owner last said something about the whole certificate that counts.
    private Optional<Instant> newestOwnStatement() {
        return Stream.concat(ownStatement.stream(), directStatement.stream())
                .map(SelfSignature::created)
                .max(Comparator.naturalOrder());
    }

    private Optional<SelfSignature> statementFor(KeyComponent key) {
        return key.isPrimary() ? ownStatement : statements.current(key.signatures());
    }

    /// When a key ends. For the primary key the earlier end counts of what stands over the key itself and
    /// over its primary user id.
    Optional<Instant> expiryOf(KeyComponent key) {
        Stream<SelfSignature> said =
                Stream.concat(statementFor(key).stream(), key.isPrimary() ? directStatement.stream() : Stream.empty());
        return said.filter(statement -> statement.keyValiditySeconds() > 0)
                .map(statement -> key.created().plusSeconds(statement.keyValiditySeconds()))
                .min(Comparator.naturalOrder());
    }

    /// What the key flags allow; where there are none those over the whole certificate
    /// (RFC 9580 §5.2.3.10); where there are none either, all that the algorithm can (as GnuPG reads it).
    Set<Purpose> purposes(KeyComponent key) {
        OptionalInt flags = statementFor(key).map(SelfSignature::keyFlags).orElseGet(OptionalInt::empty);
        if (flags.isEmpty()) {
            flags = directStatement.map(SelfSignature::keyFlags).orElseGet(OptionalInt::empty);
        }
        int algorithm = key.key().getAlgorithm();
        Set<Purpose> purposes = new LinkedHashSet<>();
        if (Algorithms.canSign(algorithm) && (flags.isEmpty() || (flags.getAsInt() & SelfSignature.SIGN) != 0)) {
            purposes.add(Purpose.SIGN);
        }
        if (Algorithms.canEncrypt(algorithm) && (flags.isEmpty() || (flags.getAsInt() & SelfSignature.ENCRYPT) != 0)) {
            purposes.add(Purpose.ENCRYPT);
        }
        return purposes;
    }

    /// Why a key of the certificate may not be used for a purpose; empty when it may.
    List<Objection> objectionsTo(KeyComponent key, Purpose purpose) {
        List<Objection> found = new ArrayList<>(objections);
        if (!key.isPrimary()) {
            statements
                    .revocation(key.signatures(), statementFor(key).map(SelfSignature::created))
                    .ifPresent(found::add);
            if (key.created().isAfter(statements.latest())) {
                found.add(new Objection.NotYetValid(key.created()));
            }
            if (statementFor(key).isEmpty()) {
                found.add(statements.absence(key.signatures()).orElseGet(Objection.NotSelfCertified::new));
            }
            expiryOf(key)
                    .filter(end -> !end.isAfter(at))
                    .map(Objection.Expired::new)
                    .ifPresent(found::add);
            Algorithms.weakness(key.key(), policy)
                    .map(Objection.WeakAlgorithm::new)
                    .ifPresent(found::add);
        }
        if (!purposes(key).contains(purpose)) {
            found.add(new Objection.NoSuitableKey(purpose));
        } else if (purpose == Purpose.SIGN
                && !key.isPrimary()
                && statementFor(key).filter(statements::isBackSigned).isEmpty()) {
            found.add(new Objection.NotSelfCertified());
        }
        return found;
    }

    /// The keys that may be used for a purpose, the newest first.
    List<KeyComponent> keysFor(Purpose purpose) {
        return certificate.keyComponents().stream()
                .filter(key -> objectionsTo(key, purpose).isEmpty())
                .sorted(Comparator.comparing(KeyComponent::created).reversed())
                .toList();
    }

    /// Why no key serves the purpose; empty when one does.
    List<Objection> objectionsTo(Purpose purpose) {
        if (!keysFor(purpose).isEmpty()) {
            return List.of();
        }
        if (!objections.isEmpty()) {
            return objections;
        }
        Set<Objection> found = new LinkedHashSet<>();
        certificate.keyComponents().stream()
                .filter(key -> purposes(key).contains(purpose))
                .forEach(key -> found.addAll(objectionsTo(key, purpose)));
        if (found.isEmpty()) {
            found.add(new Objection.NoSuitableKey(purpose));
            found.addAll(certificate.unsupported());
        }
        return List.copyOf(found);
    }

    Usability usability() {
        List<Objection> encrypt = objectionsTo(Purpose.ENCRYPT);
        List<Objection> sign = objectionsTo(Purpose.SIGN);
        Set<Objection> all = new LinkedHashSet<>(encrypt);
        all.addAll(sign);
        return new Usability(encrypt.isEmpty(), sign.isEmpty(), List.copyOf(all));
    }

    /// Whether its owner said that their program reads version 2 of the integrity-protected packet.
    boolean readsVersion2() {
        return ownStatement.map(SelfSignature::readsVersion2).orElse(false)
                || directStatement.map(SelfSignature::readsVersion2).orElse(false);
    }

    /// What the owner's program likes to read; nothing where the owner never said.
    Optional<SelfSignature.Preferences> preferences() {
        return ownStatement.or(() -> directStatement).map(SelfSignature::preferences);
    }
}
