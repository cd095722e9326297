package org.waxwing.app.practice;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells a client what happens, while it waits for its own DONE (RFC 2177).
final class ImapIdle {
    private static final Duration A_WHILE = Duration.ofMinutes(29);

    private final Wire wire;

    ImapIdle(Wire wire) {
        this.wire = wire;
    }

    /// @param selection while this runs, nobody else may use it
    void run(Optional<ImapSelection> selection) throws IOException {
        wire.writeLine("+ waiting");
        if (selection.isEmpty()) {
            expectDone();
            return;
        }
        AtomicBoolean enough = new AtomicBoolean();
        Thread teller = Thread.ofVirtual().start(new Teller(selection.get(), enough));
        try {
            expectDone();
        } finally {
            enough.set(true);
            selection.get().pigeonhole().wake();
            join(teller);
        }
    }

    private void expectDone() throws IOException {
        if (!wire.readLine(8192).toUpperCase(Locale.ROOT).equals("DONE")) {
            throw new ProtocolBreach("DONE was expected");
        }
    }

    private static void join(Thread teller) {
        try {
            teller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says what changed, until it is enough or the line is gone.
    private record Teller(ImapSelection selection, AtomicBoolean enough) implements Runnable {
        @Override
        public void run() {
            try {
                while (!enough.get()) {
                    long changes = selection.pigeonhole().changes();
                    selection.announce(true);
                    boolean _ = selection.pigeonhole().awaitChange(changes, A_WHILE, enough::get);
                }
            } catch (IOException e) {
                enough.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
