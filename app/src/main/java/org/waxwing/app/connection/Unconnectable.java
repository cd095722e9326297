package org.waxwing.app.connection;

import java.io.IOException;
import org.waxwing.app.account.ConnectionProblem;

/// A connection that can't be used, and why. Holds nothing private.
public final class Unconnectable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionProblem problem;

    public Unconnectable(ConnectionProblem problem) {
        super(problem.getClass().getSimpleName());
        this.problem = problem;
    }

    public Unconnectable(ConnectionProblem problem, IOException cause) {
        super(problem.getClass().getSimpleName(), cause);
        this.problem = problem;
    }

    public ConnectionProblem problem() {
        return problem;
    }
}
