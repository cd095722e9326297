package org.waxwing.app.token;

import java.util.HashSet;
import java.util.Set;
import org.waxwing.app.keys.PinSource;
import org.waxwing.app.read.PinAnswer;
import org.waxwing.app.read.PinQuestion;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.secret.Passphrase;

/// Asks for PINs and gives each to its token, once. Remembers which ones were wrong: not all tokens say so
/// themselves.
final class PinEntry {
    private final Set<Pin> warned = new HashSet<>();

    /// A token may have a PIN for itself and another one for signatures, each with its own tries.
    private record Pin(Token token, long user) {}

    /// @param slot as it is now
    /// @param user whose PIN, as [TokenSession#login] has it
    void give(TokenSlot slot, TokenSession session, long user, PinSource pins) throws TokenTrouble {
        if (slot.locked()) {
            throw new TokenTrouble(TokenProblem.PIN_LOCKED);
        }
        if (slot.pinNotSet()) {
            throw new TokenTrouble(TokenProblem.PIN_NOT_SET);
        }
        if (slot.pinAtReader()) {
            throw new TokenTrouble(TokenProblem.PIN_AT_READER);
        }
        Pin pin = new Pin(slot.token(), user);
        switch (pins.pin(new PinQuestion(slot.token(), tries(slot, pin)))) {
            case PinAnswer.Given(Passphrase given) -> {
                try (given) {
                    taken(pin, session.login(user, given));
                }
            }
            case PinAnswer.NotGiven _ -> throw new TokenTrouble(TokenProblem.NO_PIN);
            case PinAnswer.NotRisked _ -> throw new TokenTrouble(TokenProblem.WRONG_PIN_BEFORE);
        }
    }

    private void taken(Pin pin, long result) throws TokenTrouble {
        if (result == Returned.OK || result == Returned.USER_ALREADY_LOGGED_IN) {
            warned.remove(pin);
            return;
        }
        TokenProblem problem = Returned.ofLogin(result);
        if (problem == TokenProblem.WRONG_PIN) {
            warned.add(pin);
        }
        throw new TokenTrouble(problem);
    }

    private PinQuestion.Tries tries(TokenSlot slot, Pin pin) {
        if (slot.lastTry()) {
            return PinQuestion.Tries.LAST;
        }
        return slot.wrongPinBefore() || warned.contains(pin) ? PinQuestion.Tries.FEWER : PinQuestion.Tries.ALL;
    }
}
