package org.waxwing.app.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.TokenOpening;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.secret.Passphrase;

/// Passphrases: from the vault for the keys in its care; for the others from the person, who is asked once
/// for each key, up to three times when the answer is wrong. Right answers are kept until the profile is
/// closed; "no" is kept for the piece of work that asked. PINs of tokens are not kept at all: the token is left
/// open until the profile is closed.
public final class VaultThenPerson implements PassphraseSource, AutoCloseable {
    private static final int TRIES = 3;

    private final PassphraseSource vault;
    private final PassphrasePrompt prompt;
    private final OpenPgp openPgp;
    private final TokenDoor tokens;
    private final Map<Fingerprint, Passphrase> known = new HashMap<>();

    public VaultThenPerson(PassphraseSource vault, PassphrasePrompt prompt, OpenPgp openPgp, TokenDoor tokens) {
        this.vault = vault;
        this.prompt = prompt;
        this.openPgp = openPgp;
        this.tokens = tokens;
    }

    @Override
    public synchronized Optional<Passphrase> passphraseFor(LockedSecretKey key) {
        if (onToken(key)) {
            return Optional.empty();
        }
        Optional<Passphrase> kept = vault.passphraseFor(key);
        if (kept.isPresent()) {
            return kept;
        }
        Passphrase before = known.get(key.fingerprint());
        if (before != null) {
            return copy(before);
        }
        Optional<Passphrase> right = ask(key);
        right.ifPresent(passphrase -> known.put(key.fingerprint(), passphrase));
        return right.flatMap(VaultThenPerson::copy);
    }

    /// The person's PIN goes to the token and nowhere else.
    @Override
    public synchronized TokenOpening tokenKey(SmimeSecretKey key) {
        return switch (key.place()) {
            case KeyPlace.OnToken place -> tokens.open(place, prompt::askPin);
            case KeyPlace.Held _ -> new TokenOpening.Closed(TokenProblem.KEY_GONE);
        };
    }

    private static boolean onToken(LockedSecretKey key) {
        return switch (key) {
            case OpenPgpSecretKey _ -> false;
            case SmimeSecretKey smime -> smime.token().isPresent();
        };
    }

    @Override
    public synchronized void close() {
        tokens.close();
        known.values().forEach(Passphrase::close);
        known.clear();
    }

    private Optional<Passphrase> ask(LockedSecretKey key) {
        String owner = key.certificate().userIds().isEmpty()
                ? ""
                : key.certificate().userIds().getFirst().text();
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Passphrase> answer = prompt.ask(key.fingerprint(), owner, tried > 0);
            if (answer.isEmpty() || fits(key, answer.get())) {
                return answer;
            }
            answer.get().close();
        }
        return Optional.empty();
    }

    /// Locking the key anew with the same passphrase is the proof that it opens. An S/MIME key is in the
    /// vault's care or on a token, so no passphrase of a person opens it.
    private boolean fits(LockedSecretKey key, Passphrase passphrase) {
        return switch (key) {
            case SmimeSecretKey _ -> false;
            case OpenPgpSecretKey openPgpKey ->
                switch (openPgp.relock(openPgpKey, passphrase, passphrase)) {
                    case Relocking.Relocked _ -> true;
                    case Relocking.WrongPassphrase _, Relocking.NotPossible _ -> false;
                };
        };
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<Passphrase> copy(Passphrase passphrase) {
        return Optional.of(passphrase.copy());
    }
}
