package org.waxwing.app.read;

import org.waxwing.crypto.secret.Passphrase;

/// What was answered to a [PinQuestion].
public sealed interface PinAnswer {
    /// @param pin closed by whoever asked
    record Given(Passphrase pin) implements PinAnswer {
        @Override
        public String toString() {
            return "Given[redacted]";
        }
    }

    /// Nobody is there to ask, or the person declined.
    record NotGiven() implements PinAnswer {}

    /// A PIN is at hand that nobody typed, and wrong ones came before: it is not tried.
    record NotRisked() implements PinAnswer {}
}
