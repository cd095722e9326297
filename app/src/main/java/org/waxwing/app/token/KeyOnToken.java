package org.waxwing.app.token;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.token.Cryptoki.Function;
import org.waxwing.crypto.cert.TokenAnswer;
import org.waxwing.crypto.cert.TokenKey;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;

/// One private key on a token. What the token answers to the octets of a letter is one refusal, whatever it says:
/// only what it says before it saw them, and whether it still answers at all, is told apart.
final class KeyOnToken implements TokenKey {
    private static final int LARGEST_RESULT = 1 << 13;

    private final TokenSession session;
    private final long object;
    private final Turns turns;
    private final Confirmation confirmation;

    /// Gives the token the PIN for one single operation.
    @FunctionalInterface
    interface Confirmation {
        void give() throws TokenTrouble;
    }

    /// @param confirmation for keys that want a PIN for every single operation
    KeyOnToken(TokenSession session, long object, Turns turns, Confirmation confirmation) {
        this.session = session;
        this.object = object;
        this.turns = turns;
        this.confirmation = confirmation;
    }

    @Override
    public TokenAnswer run(TokenOperation operation) {
        return turns.take(() -> answered(operation), new TokenAnswer.Lost(TokenProblem.NOT_THERE));
    }

    private TokenAnswer answered(TokenOperation operation) {
        try (CkMemory memory = new CkMemory()) {
            return switch (operation) {
                case TokenOperation.SignPkcs1(Octets info) -> sign(memory, Mechanisms.RSA_PKCS, List.of(), info);
                case TokenOperation.SignPss(String hash, String mask, int salt, Octets digest) ->
                    sign(memory, Mechanisms.RSA_PSS, Mechanisms.pss(hash, mask, salt), digest);
                case TokenOperation.SignEcdsa(Octets digest) -> sign(memory, Mechanisms.ECDSA, List.of(), digest);
                case TokenOperation.DecryptRaw(Octets encrypted) ->
                    decrypt(memory, Mechanisms.RSA_RAW, List.of(), encrypted);
                case TokenOperation.DecryptPkcs1(Octets encrypted) ->
                    decrypt(memory, Mechanisms.RSA_PKCS, List.of(), encrypted);
                case TokenOperation.DecryptOaep(String hash, String mask, Octets label, Octets encrypted) ->
                    decrypt(
                            memory,
                            Mechanisms.RSA_OAEP,
                            Mechanisms.oaep(hash, mask, label.length(), memory.octets(label.toByteArray())),
                            encrypted);
                case TokenOperation.Agree(Octets point, int length) -> agree(memory, point, length);
            };
        } catch (Mechanisms.UnknownHash unknown) {
            return new TokenAnswer.CannotDo();
        } catch (TokenTrouble trouble) {
            return new TokenAnswer.Lost(trouble.problem());
        }
    }

    private TokenAnswer sign(CkMemory memory, long mechanism, List<Object> parameters, Octets digest)
            throws TokenTrouble {
        return inOneGo(memory, Function.SIGN_INIT, Function.SIGN, mechanism, parameters, digest);
    }

    private TokenAnswer decrypt(CkMemory memory, long mechanism, List<Object> parameters, Octets encrypted)
            throws TokenTrouble {
        return inOneGo(memory, Function.DECRYPT_INIT, Function.DECRYPT, mechanism, parameters, encrypted);
    }

    private TokenAnswer inOneGo(
            CkMemory memory, Function begin, Function finish, long mechanism, List<Object> parameters, Octets input)
            throws TokenTrouble {
        long begun = session.call(begin, Mechanisms.of(memory, mechanism, parameters), object);
        if (Returned.notOffered(begun)) {
            return new TokenAnswer.CannotDo();
        }
        TokenSession.require(begun);
        confirm();
        MemorySegment result = memory.room(LARGEST_RESULT);
        MemorySegment length = memory.number(LARGEST_RESULT);
        long finished = session.call(finish, memory.octets(input.toByteArray()), (long) input.length(), result, length);
        if (finished != Returned.OK) {
            return refused(finished);
        }
        Optional<byte[]> octets = CkMemory.taken(result, CkMemory.read(length, 0));
        MemorySegment _ = result.fill((byte) 0);
        return octets.<TokenAnswer>map(made -> new TokenAnswer.Done(Octets.of(made)))
                .orElseGet(TokenAnswer.Refused::new);
    }

    /// Keys for signatures that count in law often want the PIN for every single one. An operation that was begun
    /// and can't be finished goes away with its session only.
    private void confirm() throws TokenTrouble {
        if (!session.truth(object, TokenSession.ALWAYS_AUTHENTICATE)) {
            return;
        }
        try {
            confirmation.give();
        } catch (TokenTrouble trouble) {
            session.close();
            throw trouble;
        }
    }

    private TokenAnswer agree(CkMemory memory, Octets point, int length) throws TokenTrouble {
        Optional<byte[]> secret = Optional.empty();
        long result = Returned.TEMPLATE_INCOMPLETE;
        for (boolean named : new boolean[] {false, true}) {
            if (result == Returned.TEMPLATE_INCOMPLETE || result == Returned.TEMPLATE_INCONSISTENT) {
                MemorySegment made = memory.number(0);
                List<Object> template = Mechanisms.secretTemplate(memory, named ? length : 0);
                result = session.call(
                        Function.DERIVE_KEY,
                        Mechanisms.of(
                                memory,
                                Mechanisms.ECDH,
                                Mechanisms.ecdh(point.length(), memory.octets(point.toByteArray()))),
                        object,
                        memory.structure(template),
                        (long) template.size() / 3,
                        made);
                if (result == Returned.OK) {
                    long handle = CkMemory.read(made, 0);
                    secret = Optional.of(session.attribute(handle, TokenSession.VALUE));
                    long _ = session.call(Function.DESTROY_OBJECT, handle);
                }
            }
        }
        if (secret.isPresent()) {
            return wide(secret.get(), length);
        }
        // Nothing here is said of the point, which a stranger chose.
        return Returned.notOffered(result) && result != Returned.MECHANISM_PARAM_INVALID
                ? new TokenAnswer.CannotDo()
                : refused(result);
    }

    /// Some tokens leave out the zeros at the beginning.
    private static TokenAnswer wide(byte[] secret, int length) {
        if (secret.length == 0 || secret.length > length) {
            return new TokenAnswer.Refused();
        }
        byte[] wide = new byte[length];
        System.arraycopy(secret, 0, wide, length - secret.length, secret.length);
        return new TokenAnswer.Done(Octets.of(wide));
    }

    private TokenAnswer refused(long result) {
        return Returned.gone(result) || !session.alive()
                ? new TokenAnswer.Lost(TokenProblem.NOT_THERE)
                : new TokenAnswer.Refused();
    }
}
