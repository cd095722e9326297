package org.waxwing.crypto.page;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the colours of HTML and of style declarations.
final class ColourReader {
    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2}|[0-9a-f])?");
    private static final Pattern RGB =
            Pattern.compile("rgba?\\( *(\\d{1,3}) *[, ] *(\\d{1,3}) *[, ] *(\\d{1,3}) *(?:[,/] *[0-9.%]+ *)?\\)");
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("black", 0x000000),
            Map.entry("white", 0xFFFFFF),
            Map.entry("silver", 0xC0C0C0),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("darkgray", 0xA9A9A9),
            Map.entry("lightgray", 0xD3D3D3),
            Map.entry("lightgrey", 0xD3D3D3),
            Map.entry("whitesmoke", 0xF5F5F5),
            Map.entry("snow", 0xFFFAFA),
            Map.entry("ivory", 0xFFFFF0),
            Map.entry("beige", 0xF5F5DC),
            Map.entry("red", 0xFF0000),
            Map.entry("darkred", 0x8B0000),
            Map.entry("maroon", 0x800000),
            Map.entry("yellow", 0xFFFF00),
            Map.entry("gold", 0xFFD700),
            Map.entry("orange", 0xFFA500),
            Map.entry("brown", 0xA52A2A),
            Map.entry("olive", 0x808000),
            Map.entry("lime", 0x00FF00),
            Map.entry("green", 0x008000),
            Map.entry("darkgreen", 0x006400),
            Map.entry("aqua", 0x00FFFF),
            Map.entry("cyan", 0x00FFFF),
            Map.entry("teal", 0x008080),
            Map.entry("blue", 0x0000FF),
            Map.entry("navy", 0x000080),
            Map.entry("darkblue", 0x00008B),
            Map.entry("fuchsia", 0xFF00FF),
            Map.entry("magenta", 0xFF00FF),
            Map.entry("pink", 0xFFC0CB),
            Map.entry("purple", 0x800080));

    private ColourReader() {}

    /// @param value lower case, stripped
    static Optional<Colour> read(String value) {
        if (value.isEmpty() || value.length() > 60) {
            return Optional.empty();
        }
        Matcher hex = HEX.matcher(value);
        if (hex.matches() && (value.startsWith("#") || value.length() == 6)) {
            String digits = hex.group(1);
            String six = digits.length() == 6 ? digits : doubled(digits);
            return Optional.of(new Colour(Integer.parseInt(six, 16)));
        }
        Matcher rgb = RGB.matcher(value);
        if (rgb.matches()) {
            return Optional.of(new Colour((part(rgb, 1) << 16) | (part(rgb, 2) << 8) | part(rgb, 3)));
        }
        return Optional.ofNullable(NAMES.get(value)).map(Colour::new);
    }

    private static String doubled(String digits) {
        return digits.chars().mapToObj(c -> Character.toString(c).repeat(2)).collect(Collectors.joining());
    }

    private static int part(Matcher matcher, int group) {
        return Math.min(255, Integer.parseInt(matcher.group(group)));
    }
}
