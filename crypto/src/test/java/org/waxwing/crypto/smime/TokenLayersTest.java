package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.StatedCapabilities;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenOpening;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.smime.SmimeFolk.OnToken;

/// What a letter's layers say when a token can't be used, and that it is touched only for a letter of its key.
final class TokenLayersTest {
    private static final Octets TEXT = Octets.ofUtf8("Content-Type: text/plain\r\n\r\nThe garden gate is open.\r\n");
    private static final Token CARD = new Token("/usr/lib/cards.so", "Anna's card", "1");

    private final CmsLayers layers = new CmsLayers(new SecureRandom());
    private final SmimeFolk folk = new SmimeFolk();
    private final OnToken anna = folk.onToken("Anna", "RSA", "2048");
    private final OnToken second = folk.onToken("Anna", "EC", "secp256r1");

    /// A person in front of a token.
    private static final class Person implements PassphraseSource {
        private final Map<SmimeSecretKey, TokenOpening> openings;
        private final List<SmimeSecretKey> asked = new ArrayList<>();

        private Person(Map<SmimeSecretKey, TokenOpening> openings) {
            this.openings = openings;
        }

        @Override
        public Optional<Passphrase> passphraseFor(LockedSecretKey key) {
            throw new IllegalStateException("a key on a token has no passphrase");
        }

        @Override
        public TokenOpening tokenKey(SmimeSecretKey key) {
            asked.add(key);
            return java.util.Objects.requireNonNull(openings.get(key));
        }
    }

    private static SmimeSecretKey key(OnToken person, Token token) {
        return new SmimeSecretKey(
                SmimeCards.read(CmsLayers.der(person.certificate())).orElseThrow(),
                List.of(),
                new KeyPlace.OnToken(
                        token,
                        Octets.ofUtf8(person.certificate().getSerialNumber().toString())));
    }

    @Test
    void aTokenIsNotTouchedForALetterOfAnotherKey() {
        SmimeSecretKey own = key(anna, CARD);
        Person person = new Person(Map.of());
        assertInstanceOf(
                Decryption.NoKey.class,
                layers.decrypt(encrypted(key(second, CARD)), SecretKeySource.of(List.of(own)), person));
        assertEquals(List.of(), person.asked);
    }

    @Test
    void whoeverAsksNobodyTouchesNoToken() {
        SmimeSecretKey own = key(anna, CARD);
        Decryption decryption = layers.decrypt(encrypted(own), SecretKeySource.of(List.of(own)), _ -> Optional.empty());
        assertEquals(new Decryption.NeedPassphrase(List.of(own), Optional.of(TokenProblem.NO_PIN)), decryption);
        assertEquals(List.of(), anna.token().asked);
    }

    @Test
    void aWrongPinIsNotFollowedByAnotherForTheSameToken() {
        SmimeSecretKey first = key(anna, CARD);
        SmimeSecretKey other = key(second, CARD);
        TokenOpening wrong = new TokenOpening.Closed(TokenProblem.WRONG_PIN);
        Person person = new Person(Map.of(first, wrong, other, wrong));
        Decryption decryption =
                layers.decrypt(encrypted(first, other), SecretKeySource.of(List.of(first, other)), person);
        assertEquals(
                new Decryption.NeedPassphrase(List.of(first, other), Optional.of(TokenProblem.WRONG_PIN)), decryption);
        assertEquals(List.of(first), person.asked);
    }

    @Test
    void anotherTokenMayDo() {
        SmimeSecretKey first = key(anna, CARD);
        SmimeSecretKey other = key(second, new Token("/usr/lib/cards.so", "Anna's spare", "2"));
        Person person = new Person(Map.of(
                first, new TokenOpening.Closed(TokenProblem.NOT_THERE), other, new TokenOpening.Open(second.token())));
        Decryption decryption =
                layers.decrypt(encrypted(first, other), SecretKeySource.of(List.of(first, other)), person);
        assertEquals(
                TEXT, assertInstanceOf(Decryption.Decrypted.class, decryption).plaintext());
    }

    @Test
    void aTokenThatGoesAwayInTheMiddleIsSaidToBeGone() {
        SmimeSecretKey own = key(anna, CARD);
        Person person = new Person(Map.of(own, new TokenOpening.Open(anna.token())));
        Octets message = encrypted(own);
        anna.token().pulledOut = Optional.of(TokenProblem.NOT_THERE);
        assertEquals(
                new Decryption.NeedPassphrase(List.of(own), Optional.of(TokenProblem.NOT_THERE)),
                layers.decrypt(message, SecretKeySource.of(List.of(own)), person));
        assertEquals(
                new Production.Locked(own, Optional.of(TokenProblem.NOT_THERE)),
                layers.sign(TEXT, own, person, SmimeFolk.NOW));
    }

    private Octets encrypted(SmimeSecretKey... people) {
        Production made = layers.encrypt(
                TEXT,
                List.of(people).stream().map(SmimeSecretKey::certificate).toList(),
                StatedCapabilities.unknown(),
                SmimeFolk.NOW);
        return assertInstanceOf(Production.Made.class, made).octets();
    }
}
