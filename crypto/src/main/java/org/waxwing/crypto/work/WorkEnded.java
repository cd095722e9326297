package org.waxwing.crypto.work;

/// Leaves work that may not go on. Says nothing: [Work#ending] does.
final class WorkEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkEnded() {
        super("the work on this letter was ended", null, false, false);
    }
}
