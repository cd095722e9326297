package org.waxwing.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses a scene: AtlantaFX for the controls, `waxwing.css` for the roles, `night.css` for their dark
/// values.
public final class Theme {
    private static final double BASE_SIZE = 14;

    private Theme() {}

    /// Loads the text font that comes with the program. Call it once before the first scene.
    public static void loadFonts() {
        for (String file : List.of("Inter-Regular.otf", "Inter-SemiBold.otf")) {
            try (InputStream font = Objects.requireNonNull(Theme.class.getResourceAsStream(file))) {
                // A platform that can't read it falls back to its own font, which is no reason to stop.
                Font _ = Font.loadFont(font, BASE_SIZE);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// Puts the look on, in place of the one before.
    public static void dress(Scene scene, Look look) {
        scene.setUserAgentStylesheet(
                switch (look) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        scene.getStylesheets()
                .setAll(
                        switch (look) {
                            case LIGHT -> List.of(sheet("waxwing.css"));
                            case DARK -> List.of(sheet("waxwing.css"), sheet("night.css"));
                        });
    }

    private static String sheet(String name) {
        URL found = Objects.requireNonNull(Theme.class.getResource(name));
        return found.toExternalForm();
    }
}
