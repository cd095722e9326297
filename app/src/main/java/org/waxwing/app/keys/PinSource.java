package org.waxwing.app.keys;

import org.waxwing.app.read.PinAnswer;
import org.waxwing.app.read.PinQuestion;

/// Who answers the question for a PIN.
@FunctionalInterface
public interface PinSource {
    PinAnswer pin(PinQuestion question);
}
