package org.waxwing.app;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/// The start of the program: picks the face and hands it the arguments.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        int exit = ServiceLoader.load(Frontend.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Frontend::rank))
                .filter(face -> face.wants(words))
                .findFirst()
                .map(face -> face.run(words))
                .orElseThrow(() -> new IllegalStateException("no face was built in"));
        System.exit(exit);
    }
}
