package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.app.account.OwnMark;

/// Text can be read on everything it stands on, in both looks (WCAG 2.2, 1.4.3 and 1.4.11).
class PaletteTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/waxwing/ui/theme");
    private static final Pattern ROLE = Pattern.compile("-waxwing-([a-z-]+): #([0-9A-F]{6});");
    private static final List<String> GROUNDS = List.of("paper", "rail", "raised", "hover", "chosen");

    @ParameterizedTest
    @ValueSource(strings = {"waxwing.css", "night.css"})
    void textHasContrast(String sheet) throws IOException {
        Map<String, String> roles = roles(sheet);
        for (String ground : GROUNDS) {
            check(roles, "ink", ground, 4.5);
            check(roles, "quiet", ground, 4.5);
        }
        check(roles, "on-wax", "wax", 4.5);
        check(roles, "on-wax", "wax-hover", 4.5);
        check(roles, "amber", "paper", 4.5);
        check(roles, "amber", "raised", 4.5);
        check(roles, "amber", "amber-wash", 4.5);
        check(roles, "ink", "amber-wash", 4.5);
        check(roles, "red", "paper", 4.5);
        check(roles, "red", "raised", 4.5);
        check(roles, "red", "red-wash", 4.5);
        check(roles, "ink", "red-wash", 4.5);
        check(roles, "paper", "ink", 4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waxwing.css", "night.css"})
    void edgesAndSealsAreSeen(String sheet) throws IOException {
        Map<String, String> roles = roles(sheet);
        for (String ground : List.of("paper", "rail", "raised")) {
            check(roles, "edge", ground, 3);
            check(roles, "wax", ground, 3);
            for (OwnMark.Colour colour : OwnMark.Colour.values()) {
                check(roles, "mark-" + colour.name().toLowerCase(Locale.ROOT), ground, 3);
            }
        }
    }

    private static void check(Map<String, String> roles, String text, String ground, double least) {
        double contrast = contrast(roles.getOrDefault(text, ""), roles.getOrDefault(ground, ""));
        assertTrue(contrast >= least, text + " on " + ground + " has only " + contrast);
    }

    private static Map<String, String> roles(String sheet) throws IOException {
        Map<String, String> roles = new HashMap<>();
        Matcher role = ROLE.matcher(Files.readString(FOLDER.resolve(sheet)));
        while (role.find()) {
            roles.put(role.group(1), role.group(2));
        }
        return roles;
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double part = (value & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
