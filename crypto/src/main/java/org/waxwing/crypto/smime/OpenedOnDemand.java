package org.waxwing.crypto.smime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.engine.Decryption;

/// The keys that a message asks for, each unlocked when it is asked for and not before. A token that failed once
/// is not asked for another of its keys: a second wrong PIN would bring it nearer to locking.
final class OpenedOnDemand implements OwnKeys {
    private final List<SmimeSecretKey> keys;
    private final PassphraseSource passphrases;
    private final KeyOpening opening;
    private final List<LockedSecretKey> locked = new ArrayList<>();
    private final Map<SmimeSecretKey, TokenUse> onTokens = new LinkedHashMap<>();
    private final Set<Token> failed = new HashSet<>();
    private Optional<TokenProblem> trouble = Optional.empty();

    OpenedOnDemand(List<SmimeSecretKey> keys, PassphraseSource passphrases, KeyOpening opening) {
        this.keys = List.copyOf(keys);
        this.passphrases = passphrases;
        this.opening = opening;
    }

    List<LockedSecretKey> locked() {
        return List.copyOf(locked);
    }

    /// What is wrong with the token of the first key that could not be reached.
    Optional<TokenProblem> trouble() {
        return trouble;
    }

    /// What to say instead of an alteration where a token went away in the middle of the work.
    Optional<Decryption> lost() {
        return onTokens.entrySet().stream()
                .filter(use -> use.getValue().lost().isPresent())
                .findFirst()
                .map(use -> new Decryption.NeedPassphrase(
                        List.of(use.getKey()), use.getValue().lost()));
    }

    @Override
    public List<UnlockedIdentity> unlocked(List<CertificateReference> recipients) {
        List<UnlockedIdentity> open = new ArrayList<>();
        for (SmimeSecretKey key : keys) {
            X509CertificateHolder certificate =
                    CertificateCard.certificate(key.certificate()).structure();
            if (recipients.stream().anyMatch(recipient -> recipient.names(certificate))) {
                if (key.token().filter(failed::contains).isPresent()) {
                    locked.add(key);
                } else {
                    unlock(key).ifPresent(open::add);
                }
            }
        }
        return open;
    }

    private Optional<UnlockedIdentity> unlock(SmimeSecretKey key) {
        return switch (opening.open(key, passphrases)) {
            case KeyOpening.Outcome.Open(UnlockedIdentity identity) -> {
                identity.key().token().ifPresent(use -> onTokens.put(key, use));
                yield Optional.of(identity);
            }
            case KeyOpening.Outcome.Locked(Optional<TokenProblem> why) -> {
                locked.add(key);
                key.token().ifPresent(failed::add);
                trouble = trouble.or(() -> why);
                yield Optional.empty();
            }
            // As if it weren't there: another key may do.
            case KeyOpening.Outcome.Unusable _ -> Optional.empty();
        };
    }
}
