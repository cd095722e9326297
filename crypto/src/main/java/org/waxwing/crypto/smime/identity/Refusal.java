package org.waxwing.crypto.smime.identity;

import org.waxwing.crypto.cert.IdentityProblem;

/// Why a file, or one item of it, isn't read. Travels inside this package and becomes an outcome at its
/// door; it carries a reason only, never anything of the file.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final IdentityProblem problem;

    Refusal(IdentityProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    IdentityProblem problem() {
        return problem;
    }
}
