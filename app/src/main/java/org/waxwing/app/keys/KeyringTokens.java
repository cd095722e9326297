package org.waxwing.app.keys;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.TokenAdding;
import org.waxwing.app.trust.Tokens;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.SmimeEntry;

/// The person's tokens as the keyring knows them.
public final class KeyringTokens implements Tokens {
    private static final String EVIDENCE = "own key, on a token";

    private final Keyring keyring;
    private final Smime smime;
    private final TokenDoor door;
    private final PassphrasePrompt prompt;
    private final Cards cards;
    private final InstantSource clock;

    public KeyringTokens(Keyring keyring, Smime smime, TokenDoor door, PassphrasePrompt prompt, InstantSource clock) {
        this.keyring = keyring;
        this.smime = smime;
        this.door = door;
        this.prompt = prompt;
        this.cards = new Cards(keyring);
        this.clock = clock;
    }

    @Override
    public TokenAdding add(Path library) {
        return switch (door.read(library.toAbsolutePath().normalize(), prompt::askPin)) {
            case TokenContents.Failed(var why) -> new TokenAdding.Failed(why);
            case TokenContents.Read(List<TokenContents.OfToken> tokens) ->
                new TokenAdding.Looked(tokens.stream().map(this::kept).toList());
        };
    }

    private TokenAdding.Line kept(TokenContents.OfToken found) {
        Instant now = clock.instant();
        List<SmimeCertificate> others = found.others().stream()
                .flatMap(der -> smime.certificate(der).stream())
                .filter(smime::isAuthority)
                .toList();
        List<Card> kept = new ArrayList<>();
        int unreadable = 0;
        for (TokenContents.CertifiedKey key : found.keys()) {
            Optional<SmimeCertificate> certificate = smime.certificate(key.certificate());
            if (certificate.isEmpty()) {
                unreadable++;
            } else {
                kept.add(keep(certificate.get(), others, new KeyPlace.OnToken(found.token(), key.id()), now));
            }
        }
        return new TokenAdding.Line(found.token(), kept, found.others().size(), unreadable, found.problem());
    }

    private Card keep(SmimeCertificate certificate, List<SmimeCertificate> others, KeyPlace place, Instant now) {
        List<Octets> near = others.stream().map(SmimeCertificate::encoded).toList();
        List<SmimeCertificate> chain = smime.chain(certificate, near).above();
        for (SmimeCertificate above : chain) {
            Keeping _ = keyring.smime().keep(above, now);
        }
        List<Octets> along = chain.stream().map(SmimeCertificate::encoded).toList();
        SmimeSecretKey key = new SmimeSecretKey(certificate, along, place);
        Keeping _ = keyring.smime().keepOnToken(key, now);
        if (keyring.acceptance(key.fingerprint()) == Acceptance.UNDECIDED) {
            keyring.decide(new Decision(key.fingerprint(), Acceptance.VERIFIED, now, EVIDENCE));
        }
        return cards.of(keyring.smime().entry(certificate.fingerprint()).orElseThrow(), now);
    }

    @Override
    public List<KnownToken> all() {
        Instant now = clock.instant();
        Map<Token, List<Card>> found = new LinkedHashMap<>();
        for (SmimeEntry entry : keyring.smime().entries()) {
            entry.token()
                    .ifPresent(token ->
                            found.computeIfAbsent(token, _ -> new ArrayList<>()).add(cards.of(entry, now)));
        }
        return found.entrySet().stream()
                .map(entry -> new KnownToken(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void remove(Token token) {
        keyring.smime().forget(token);
    }
}
