package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.ui.theme.Look;

/// Every screen in every state, light and dark, as pictures in `target/gallery`, and the check that every
/// control in them has words for a screen reader and is large enough to hit.
class GalleryTest {
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource(Look.class)
    void everyScreenIsReadableAndNamed(Look look) {
        GalleryScreens gallery = new GalleryScreens(look);
        gallery.all().forEach((name, build) -> {
            Window window = Window.on(build);
            List<String> found = Window.on(() -> {
                Picture.take(window.scene, name + "-" + look.name().toLowerCase(Locale.ROOT));
                List<String> wrong = Controls.faults(window.scene.getRoot());
                window.stage.close();
                return wrong;
            });
            if (!found.isEmpty()) {
                faults.put(name, found);
            }
        });
        assertEquals(Map.of(), faults);
    }
}
