package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.RevocationReason;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// What owners change about their keys. Everything that was there before stays; the change is a newer
/// statement, and the newest one counts (RFC 9580 §5.2.3.10).
final class KeyChanges {
    private final SecureRandom random;
    private final AlgorithmPolicy policy;

    KeyChanges(SecureRandom random, AlgorithmPolicy policy) {
        this.random = random;
        this.policy = policy;
    }

    /// By what, and at which instant, a key is judged while it is changed.
    record Rules(CertificateReader reader, AlgorithmPolicy policy, Instant now) {
        private static final long MOST_SECONDS = 0xFFFF_FFFFL;

        Statements statementsAt(Instant at) {
            return new Statements(policy, at);
        }

        /// Why a key that was made then can't end then.
        Optional<Reason> objectionToEnd(Instant end, Instant created) {
            if (!end.isAfter(now)) {
                return Optional.of(Reason.ENDS_IN_THE_PAST);
            }
            return end.getEpochSecond() - created.getEpochSecond() > MOST_SECONDS
                    ? Optional.of(Reason.ENDS_TOO_LATE)
                    : Optional.empty();
        }
    }

    /// @param passphrase of the key; not needed where it lies open
    KeyChanging change(OpenPgpSecretKey key, KeyChange change, Optional<Passphrase> passphrase, Instant now) {
        Rules rules = new Rules(new CertificateReader(policy), policy, now);
        return switch (OpenedKey.of(key, rules.reader(), passphrase, random, now)) {
            case OpenedKey.Search.Not(KeyChanging why) -> why;
            case OpenedKey.Search.Opened(OpenedKey opened) -> changed(opened, change, passphrase, rules);
        };
    }

    private KeyChanging changed(OpenedKey key, KeyChange change, Optional<Passphrase> passphrase, Rules rules) {
        if (key.certificate().primary().signatures().stream().anyMatch(SelfSignature::isRevocation)) {
            return new KeyChanging.Refused(Reason.REVOKED);
        }
        return switch (change) {
            case KeyChange.Validity(Optional<Instant> ends) -> new ValidityChange(key, passphrase, rules).whole(ends);
            case KeyChange.SubkeyValidity(var subkey, Optional<Instant> ends) ->
                new ValidityChange(key, passphrase, rules).subkey(subkey, ends);
            case KeyChange.AddSubkey wanted -> new SubkeyChange(key, rules).add(wanted, passphrase);
            case KeyChange.RevokeSubkey unwanted -> new SubkeyChange(key, rules).revoke(unwanted);
            case KeyChange.AddUserId(var userId) -> new UserIdChange(key, rules).add(userId);
            case KeyChange.RevokeUserId(var userId) -> new UserIdChange(key, rules).revoke(userId);
            case KeyChange.PrimaryUserId(var userId) -> new UserIdChange(key, rules).first(userId);
            case KeyChange.Revoke(RevocationReason reason, String words) -> {
                RawPacket revocation =
                        key.owner().overPrimary(PGPSignature.KEY_REVOCATION, NewStatements.revocation(reason, words));
                yield key.with(
                        Map.of(key.certificate().primary().packet(), List.of(revocation)), List.of(), rules.reader());
            }
        };
    }
}
