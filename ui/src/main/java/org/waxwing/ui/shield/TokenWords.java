package org.waxwing.ui.shield;

import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.ui.text.Words;

/// What is wrong with a token, and what to do.
public final class TokenWords {
    private final Words words = Words.in(TokenWords.class);

    /// In the language of the person.
    public TokenWords() {}

    /// Two sentences.
    public String sentences(TokenProblem problem) {
        return switch (problem) {
            case NO_PIN -> words.of("token.noPin");
            case WRONG_PIN, WRONG_PIN_BEFORE -> words.of("token.wrongPin");
            case PIN_LOCKED -> words.of("token.pinLocked");
            case PIN_NOT_SET -> words.of("token.pinNotSet");
            case LIBRARY_MISSING -> words.of("token.libraryMissing");
            case NOT_A_LIBRARY -> words.of("token.notALibrary");
            case NOT_THERE -> words.of("token.notThere");
            case KEY_GONE -> words.of("token.keyGone");
            case CANNOT_DO -> words.of("token.cannotDo");
            case PIN_AT_READER -> words.of("token.pinAtReader");
            case FAILED -> words.of("token.failed");
        };
    }
}
