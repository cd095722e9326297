package org.waxwing.app.token;

import org.waxwing.crypto.cert.TokenProblem;

/// What stopped the work with a token. Never leaves this package.
final class TokenTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final TokenProblem problem;

    TokenTrouble(TokenProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    TokenProblem problem() {
        return problem;
    }
}
