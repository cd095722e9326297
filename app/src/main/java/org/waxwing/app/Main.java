package org.waxwing.app;

import java.lang.ref.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The start of the program: picks the face and hands it the arguments.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        List<Logger> quiet = quietLibraries();
        try {
            System.exit(run(List.of(arguments)));
        } finally {
            Reference.reachabilityFence(quiet);
        }
    }

    private static int run(List<String> words) {
        return ServiceLoader.load(Frontend.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Frontend::rank))
                .filter(face -> face.wants(words))
                .findFirst()
                .map(face -> face.run(words))
                .orElseThrow(() -> new IllegalStateException("no face was built in"));
    }

    /// Libraries may warn, and never tell more: at finer levels the mail library prints what it sends, and
    /// where we extend one of its classes it does so in the name of our package. The loggers are held
    /// because the platform forgets the level of one that nobody holds.
    static List<Logger> quietLibraries() {
        List<Logger> loggers = Stream.of(
                        "jakarta.mail",
                        "org.eclipse.angus",
                        "org.bouncycastle",
                        "org.waxwing.app.smtp",
                        "org.waxwing.app.imap")
                .map(Logger::getLogger)
                .toList();
        loggers.forEach(logger -> logger.setLevel(Level.WARNING));
        return loggers;
    }
}
