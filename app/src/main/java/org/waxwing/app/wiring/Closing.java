package org.waxwing.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/// What to close at the end, in the reverse order of opening.
final class Closing implements Runnable {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    synchronized void later(Runnable step) {
        steps.push(step);
    }

    @Override
    public synchronized void run() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
