package org.waxwing.crypto;

import java.util.Optional;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.TokenOpening;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.work.Work;

/// Passphrases and keys on tokens whose waiting is set aside: neither the person who thinks of a word nor
/// the chip that computes uses up the time of a letter.
record Unhurried(PassphraseSource source, Work work) implements PassphraseSource {
    @Override
    public Optional<Passphrase> passphraseFor(LockedSecretKey key) {
        return work.aside(() -> source.passphraseFor(key));
    }

    @Override
    public TokenOpening tokenKey(SmimeSecretKey key) {
        return switch (work.aside(() -> source.tokenKey(key))) {
            case TokenOpening.Open open ->
                new TokenOpening.Open(operation -> work.aside(() -> open.key().run(operation)));
            case TokenOpening.Closed closed -> closed;
        };
    }

    @Override
    public String toString() {
        return "Unhurried";
    }
}
