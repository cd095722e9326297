package org.waxwing.crypto.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The declarations of a `style` attribute. Style sheets are not read.
final class Declarations {
    private static final int LONGEST = 8000;
    static final Declarations NONE = new Declarations(Map.of());

    private final Map<String, String> values;

    private Declarations(Map<String, String> values) {
        this.values = values;
    }

    static Declarations of(String style) {
        if (style.isEmpty() || style.length() > LONGEST) {
            return NONE;
        }
        Map<String, String> values = new HashMap<>();
        for (String declaration : style.replaceAll("/\\*.*?(\\*/|$)", "").split(";", 200)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
                values.put(
                        declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        value.replace("!important", "").strip());
            }
        }
        return new Declarations(values);
    }

    /// The value, lower case; empty where it is not declared.
    String get(String property) {
        return values.getOrDefault(property, "");
    }

    boolean is(String property, String value) {
        return get(property).equals(value);
    }

    Optional<Colour> ink() {
        return ColourReader.read(get("color"));
    }

    /// What the text stands on.
    Optional<Colour> ground() {
        return ColourReader.read(get("background-color")).or(() -> ColourReader.read(get("background")));
    }

    /// Whether the ground is a picture or a shading, so that its colour isn't known.
    boolean hasPaintedGround() {
        return (get("background").contains("(") && ground().isEmpty())
                || get("background-image").contains("(");
    }

    /// A length in pixels as nearly as can be told; relative ones are of a text of 16.
    OptionalDouble pixels(String property) {
        String value = get(property);
        int end = 0;
        while (end < value.length() && "+-.0123456789".indexOf(value.charAt(end)) >= 0) {
            end++;
        }
        if (end == 0) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(value.substring(0, end));
            return switch (value.substring(end).strip()) {
                case "", "px" -> OptionalDouble.of(number);
                case "pt" -> OptionalDouble.of(number * 4 / 3);
                case "em", "rem", "ex" -> OptionalDouble.of(number * 16);
                case "%" -> OptionalDouble.of(number * 0.16);
                default -> OptionalDouble.empty();
            };
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
