package org.waxwing.crypto.gnupg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waxwing.crypto.mime.Octets;

/// The options in a `gpg.conf`: one a line, its name with or without dashes in front, then its value.
public record GnuPgOptions(List<Option> all) {
    private static final int MOST = 1_000;
    private static final int LONGEST_LINE = 8_192;

    public GnuPgOptions {
        all = List.copyOf(all);
    }

    /// @param name without dashes, in lower case
    /// @param value without the quotes around it; empty for a switch
    public record Option(String name, String value) {}

    /// The first thousand options; comments, empty lines and absurdly long ones are passed over.
    public static GnuPgOptions read(Octets file) {
        List<Option> found = new ArrayList<>();
        file.utf8()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && line.length() <= LONGEST_LINE)
                .limit(MOST)
                .forEach(line -> found.add(option(line)));
        return new GnuPgOptions(found);
    }

    /// `no-greeting`, `--no-greeting`, `keyserver hkps://…`, `group staff = anna ben`, `keyserver=…`.
    private static Option option(String line) {
        String text = line.startsWith("--") ? line.substring(2) : line;
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '=') {
            end++;
        }
        String value = text.substring(end).strip();
        if (value.startsWith("=")) {
            value = value.substring(1).strip();
        }
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return new Option(
                text.substring(0, end).toLowerCase(Locale.ROOT),
                (quoted ? value.substring(1, value.length() - 1) : value).replaceAll("\\p{Cntrl}", " "));
    }
}
