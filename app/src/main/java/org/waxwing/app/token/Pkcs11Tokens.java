package org.waxwing.app.token;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.app.keys.PinSource;
import org.waxwing.app.keys.TokenContents;
import org.waxwing.app.keys.TokenContents.CertifiedKey;
import org.waxwing.app.keys.TokenContents.OfToken;
import org.waxwing.app.keys.TokenDoor;
import org.waxwing.app.read.PinAnswer;
import org.waxwing.app.read.PinQuestion;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenOpening;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Tokens through their PKCS #11 libraries. A session with a token is kept, and with it the token's own memory
/// that the PIN was right; the PIN is not.
public final class Pkcs11Tokens implements TokenDoor {
    private final Map<Path, LoadedLibrary> libraries = new HashMap<>();
    private final Map<Token, TokenSession> sessions = new HashMap<>();

    /// Tokens that were given a wrong PIN: not all of them say so themselves.
    private final Set<Token> warned = new HashSet<>();

    /// Loads nothing yet.
    public Pkcs11Tokens() {}

    @Override
    public synchronized TokenContents read(Path library, PinSource pins) {
        try {
            List<OfToken> tokens = new ArrayList<>();
            for (TokenSlot slot : loaded(library).tokens()) {
                tokens.add(contents(slot, pins));
            }
            return new TokenContents.Read(tokens);
        } catch (TokenTrouble trouble) {
            return new TokenContents.Failed(trouble.problem());
        }
    }

    private OfToken contents(TokenSlot slot, PinSource pins) {
        List<CertifiedKey> certificates = new ArrayList<>();
        try {
            TokenSession session = session(slot);
            for (long object : session.find(TokenSession.CERTIFICATES)) {
                certificates.add(new CertifiedKey(
                        Octets.of(session.attribute(object, TokenSession.VALUE)),
                        Octets.of(session.attribute(object, TokenSession.ID))));
            }
            List<Octets> ids = keyIds(session);
            if (ids.isEmpty() && !certificates.isEmpty()) {
                // Most tokens hide their keys from whoever didn't give the PIN.
                enter(slot, session, pins);
                ids = keyIds(session);
            }
            List<Octets> there = ids;
            return new OfToken(
                    slot.token(),
                    certificates.stream()
                            .filter(found -> !found.id().isEmpty() && there.contains(found.id()))
                            .toList(),
                    certificates.stream()
                            .filter(found -> found.id().isEmpty() || !there.contains(found.id()))
                            .map(CertifiedKey::certificate)
                            .toList(),
                    Optional.empty());
        } catch (TokenTrouble trouble) {
            forget(slot.token());
            return new OfToken(
                    slot.token(),
                    List.of(),
                    certificates.stream().map(CertifiedKey::certificate).toList(),
                    Optional.of(trouble.problem()));
        }
    }

    private static List<Octets> keyIds(TokenSession session) throws TokenTrouble {
        List<Octets> ids = new ArrayList<>();
        for (long object : session.find(TokenSession.PRIVATE_KEYS)) {
            ids.add(Octets.of(session.attribute(object, TokenSession.ID)));
        }
        return ids;
    }

    @Override
    public synchronized TokenOpening open(KeyPlace.OnToken place, PinSource pins) {
        Token token = place.token();
        try {
            LoadedLibrary library = loaded(Path.of(token.library()));
            TokenSlot slot = library.tokens().stream()
                    .filter(found -> found.token().equals(token))
                    .findFirst()
                    .orElseThrow(() -> new TokenTrouble(TokenProblem.NOT_THERE));
            TokenSession session = session(slot);
            enter(slot, session, pins);
            long object = key(session, place.id()).orElseThrow(() -> new TokenTrouble(TokenProblem.KEY_GONE));
            return new TokenOpening.Open(new KeyOnToken(session, object, token, pins));
        } catch (TokenTrouble trouble) {
            forget(token);
            return new TokenOpening.Closed(trouble.problem());
        }
    }

    private static Optional<Long> key(TokenSession session, Octets id) throws TokenTrouble {
        for (long object : session.find(TokenSession.PRIVATE_KEYS)) {
            if (Arrays.equals(session.attribute(object, TokenSession.ID), id.toByteArray())) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    private LoadedLibrary loaded(Path library) throws TokenTrouble {
        Path absolute = library.toAbsolutePath().normalize();
        LoadedLibrary known = libraries.get(absolute);
        if (known != null) {
            return known;
        }
        LoadedLibrary loaded = LoadedLibrary.load(absolute);
        libraries.put(absolute, loaded);
        return loaded;
    }

    /// The session of before, where its token wasn't pulled out since.
    private TokenSession session(TokenSlot slot) throws TokenTrouble {
        TokenSession before = sessions.get(slot.token());
        if (before != null && before.alive()) {
            return before;
        }
        LoadedLibrary library = loaded(Path.of(slot.token().library()));
        TokenSession fresh = library.session(slot);
        sessions.put(slot.token(), fresh);
        return fresh;
    }

    private void forget(Token token) {
        TokenSession session = sessions.remove(token);
        if (session != null) {
            session.close();
        }
    }

    /// Asks for the PIN and gives it to the token, once.
    private void enter(TokenSlot slot, TokenSession session, PinSource pins) throws TokenTrouble {
        if (!slot.wantsPin() || session.loggedIn()) {
            return;
        }
        if (slot.locked()) {
            throw new TokenTrouble(TokenProblem.PIN_LOCKED);
        }
        if (slot.pinNotSet()) {
            throw new TokenTrouble(TokenProblem.PIN_NOT_SET);
        }
        if (slot.pinAtReader()) {
            throw new TokenTrouble(TokenProblem.PIN_AT_READER);
        }
        switch (pins.pin(new PinQuestion(slot.token(), tries(slot)))) {
            case PinAnswer.Given(Passphrase given) -> {
                try (given) {
                    entered(slot.token(), session.login(TokenSession.USER, given));
                }
            }
            case PinAnswer.NotGiven _ -> throw new TokenTrouble(TokenProblem.NO_PIN);
            case PinAnswer.NotRisked _ -> throw new TokenTrouble(TokenProblem.WRONG_PIN_BEFORE);
        }
    }

    private void entered(Token token, long result) throws TokenTrouble {
        if (result == Returned.OK || result == Returned.USER_ALREADY_LOGGED_IN) {
            warned.remove(token);
            return;
        }
        TokenProblem problem = Returned.ofLogin(result);
        if (problem == TokenProblem.WRONG_PIN) {
            warned.add(token);
        }
        throw new TokenTrouble(problem);
    }

    private PinQuestion.Tries tries(TokenSlot slot) {
        if (slot.lastTry()) {
            return PinQuestion.Tries.LAST;
        }
        return slot.wrongPinBefore() || warned.contains(slot.token()) ? PinQuestion.Tries.FEWER : PinQuestion.Tries.ALL;
    }

    @Override
    public synchronized void close() {
        sessions.values().forEach(TokenSession::close);
        sessions.clear();
        libraries.values().forEach(LoadedLibrary::close);
        libraries.clear();
    }
}
