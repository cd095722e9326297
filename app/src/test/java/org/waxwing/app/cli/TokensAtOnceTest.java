package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.keys.PinSource;
import org.waxwing.app.keys.TokenContents;
import org.waxwing.app.read.PinAnswer;
import org.waxwing.app.read.PinQuestion.Tries;
import org.waxwing.app.token.Pkcs11Tokens;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.TokenAnswer;
import org.waxwing.crypto.cert.TokenKey;
import org.waxwing.crypto.cert.TokenOpening;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// A token serves several letters at once, and the end of the program, without harm to either. Where two share a
/// session, the library ends the whole process.
final class TokensAtOnceTest {
    private static final int ROUNDS = 100;
    private static final TokenOperation SIGN = new TokenOperation.SignPkcs1(
            Octets.of(HexFormat.of().parseHex("3031300d060960864801650304020105000420" + "00".repeat(32))));
    private static final PinSource RIGHT = _ -> given(SoftToken.PIN);

    @TempDir
    Path folder;

    private final List<Pkcs11Tokens> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Pkcs11Tokens::close);
    }

    @Test
    void twoLettersUseOneTokenAtTheSameTime() throws Exception {
        Pkcs11Tokens tokens = tokens();
        KeyPlace.OnToken place = place(tokens);
        AtomicInteger signed = new AtomicInteger();
        Runnable letters = () -> {
            for (int i = 0; i < ROUNDS; i++) {
                if (tokens.open(place, RIGHT) instanceof TokenOpening.Open(TokenKey key)
                        && key.run(SIGN) instanceof TokenAnswer.Done) {
                    signed.incrementAndGet();
                }
            }
        };
        List<Thread> both =
                List.of(Thread.ofVirtual().start(letters), Thread.ofPlatform().start(letters));
        for (Thread one : both) {
            one.join();
        }
        assertEquals(2 * ROUNDS, signed.get());
    }

    @Test
    void theProfileIsClosedWhileAKeyComputes() throws Exception {
        KeyPlace.OnToken place = place(tokens());
        close();
        for (int round = 0; round < 10; round++) {
            Pkcs11Tokens tokens = tokens();
            TokenKey key = assertInstanceOf(TokenOpening.Open.class, tokens.open(place, RIGHT))
                    .key();
            CountDownLatch first = new CountDownLatch(1);
            CompletableFuture<TokenAnswer> last = CompletableFuture.supplyAsync(() -> {
                TokenAnswer answer = key.run(SIGN);
                first.countDown();
                while (answer instanceof TokenAnswer.Done) {
                    answer = key.run(SIGN);
                }
                return answer;
            });
            first.await();
            tokens.close();
            assertInstanceOf(TokenAnswer.Lost.class, last.join());
            assertInstanceOf(TokenOpening.Closed.class, tokens.open(place, RIGHT));
        }
    }

    @Test
    void thePinOfOneSignatureIsAskedWithWhatIsKnownOfItsTries() throws Exception {
        KeyPlace.OnToken place = place(tokens(), "--always-auth");
        close();
        Pkcs11Tokens tokens = tokens();
        List<Tries> asked = new ArrayList<>();
        PinSource wrongForTheSignature = question -> {
            asked.add(question.tries());
            return given(asked.size() % 2 == 1 ? SoftToken.PIN : "99999999");
        };
        for (int i = 0; i < 2; i++) {
            TokenKey key = assertInstanceOf(TokenOpening.Open.class, tokens.open(place, wrongForTheSignature))
                    .key();
            assertInstanceOf(TokenAnswer.Lost.class, key.run(SIGN));
        }
        assertEquals(4, asked.size());
        assertEquals(Tries.ALL, asked.get(1), "nobody knows of a wrong one yet");
        assertFalse(asked.get(3) == Tries.ALL, "the second question of a signature tells of the first");
    }

    private Pkcs11Tokens tokens() {
        Pkcs11Tokens fresh = new Pkcs11Tokens();
        opened.add(fresh);
        return fresh;
    }

    private KeyPlace.OnToken place(Pkcs11Tokens tokens, String... habits) throws Exception {
        SoftToken token = SoftToken.in(folder);
        token.make("anna", "RSA", "01", habits);
        TokenContents.Read read = assertInstanceOf(TokenContents.Read.class, tokens.read(SoftToken.LIBRARY, RIGHT));
        assertTrue(!read.tokens().isEmpty());
        TokenContents.OfToken only = read.tokens().getFirst();
        return new KeyPlace.OnToken(only.token(), only.keys().getFirst().id());
    }

    @SuppressWarnings("MustBeClosedChecker") // whoever asks closes it
    private static PinAnswer given(String pin) {
        return new PinAnswer.Given(Passphrase.taking(pin.toCharArray()));
    }
}
