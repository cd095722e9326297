package org.waxwing.app.cli.demo;

/// What a step promised did not hold.
final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param sentence what was found instead
    StepFailed(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /// Nothing happens where it holds.
    static void unless(boolean holds, String sentence) {
        if (!holds) {
            throw new StepFailed(sentence);
        }
    }
}
