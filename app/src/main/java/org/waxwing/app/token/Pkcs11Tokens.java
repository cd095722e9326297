package org.waxwing.app.token;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.app.keys.PinSource;
import org.waxwing.app.keys.TokenContents;
import org.waxwing.app.keys.TokenContents.CertifiedKey;
import org.waxwing.app.keys.TokenContents.OfToken;
import org.waxwing.app.keys.TokenDoor;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenOpening;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;

/// Tokens through their PKCS #11 libraries. A session with a token is kept, and with it the token's own memory
/// that the PIN was right; the PIN is not.
public final class Pkcs11Tokens implements TokenDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<Path, LoadedLibrary> libraries = new HashMap<>();
    private final Map<Token, TokenSession> sessions = new HashMap<>();

    private final PinEntry entry = new PinEntry();
    private final Turns turns = new Turns();

    /// Loads nothing yet.
    public Pkcs11Tokens() {}

    @Override
    public TokenContents read(Path library, PinSource pins) {
        return turns.take(() -> found(library, pins), new TokenContents.Failed(TokenProblem.NOT_THERE));
    }

    private TokenContents found(Path library, PinSource pins) {
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
    public TokenOpening open(KeyPlace.OnToken place, PinSource pins) {
        return turns.take(() -> opened(place, pins), new TokenOpening.Closed(TokenProblem.NOT_THERE));
    }

    private TokenOpening opened(KeyPlace.OnToken place, PinSource pins) {
        Token token = place.token();
        try {
            TokenSlot slot = slot(token);
            TokenSession session = session(slot);
            enter(slot, session, pins);
            long object = key(session, place.id()).orElseThrow(() -> new TokenTrouble(TokenProblem.KEY_GONE));
            return new TokenOpening.Open(new KeyOnToken(session, object, turns, () -> confirm(session, token, pins)));
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

    private void enter(TokenSlot slot, TokenSession session, PinSource pins) throws TokenTrouble {
        if (slot.wantsPin() && !session.loggedIn()) {
            entry.give(slot, session, TokenSession.USER, pins);
        }
    }

    /// For a key that wants the PIN once more: the token's flags are read anew.
    private void confirm(TokenSession session, Token token, PinSource pins) throws TokenTrouble {
        entry.give(slot(token), session, TokenSession.CONTEXT_SPECIFIC, pins);
    }

    private TokenSlot slot(Token token) throws TokenTrouble {
        return loaded(Path.of(token.library())).tokens().stream()
                .filter(found -> found.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new TokenTrouble(TokenProblem.NOT_THERE));
    }

    /// Waits a while for a token that works. One that is at it still keeps its library: code that runs must not
    /// be told to end.
    @Override
    public void close() {
        turns.end(PATIENCE, () -> {
            sessions.values().forEach(TokenSession::close);
            sessions.clear();
            libraries.values().forEach(LoadedLibrary::close);
            libraries.clear();
        });
    }
}
