package org.waxwing.crypto.page;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waxwing.crypto.mime.DomainName;

/// Host names as they may be shown: with letters of the world only where they can't be taken for others,
/// else as A-labels (`xn--…`).
final class HostName {
    private static final Pattern NAMED = Pattern.compile(
            "^(?:(https?|ftp)://|mailto:)?(?:[^\\s/@]{1,100}@)?((?:[\\p{L}\\p{N}_-]{1,63}\\.){1,10}[\\p{L}-]{2,24})(?:[:/?#].*)?$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /// Endings that are never meant as those of files.
    private static final Set<String> COMMON = Set.of(
            "com", "org", "net", "edu", "gov", "info", "io", "eu", "de", "fr", "uk", "ch", "at", "nl", "it", "es", "jp",
            "cn", "ru", "br", "in", "us", "ca", "au", "example", "test", "biz", "online", "shop", "app", "bank");

    private HostName() {}

    /// The name or number of a host as a browser understands it; nothing where it can't be one.
    static Optional<String> shown(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.matches("\\[[0-9A-Fa-f:.]{2,45}]")
                    ? Optional.of(host.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        }
        try {
            String ascii = ascii(decoded(host));
            String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            if (!bare.matches("[a-z0-9._-]{1,253}")) {
                return Optional.empty();
            }
            String unicode = IDN.toUnicode(bare, IDN.ALLOW_UNASSIGNED);
            return Optional.of(isUnmistakable(unicode) ? unicode : bare);
        } catch (IllegalArgumentException notAHost) {
            return Optional.empty();
        }
    }

    /// The host that words name, where they read as an address of a page or a person.
    static Optional<String> namedBy(String words) {
        String stripped = words.strip();
        if (stripped.length() > 2000) {
            return Optional.empty();
        }
        Matcher matcher = NAMED.matcher(stripped);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(2);
        boolean certain = matcher.start(2) > 0 || host.regionMatches(true, 0, "www.", 0, 4);
        String ending = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return certain || COMMON.contains(ending) ? shown(host) : Optional.empty();
    }

    /// The platform takes `ß`, the last `ς` and joiners for other letters or none, and browsers don't.
    private static String ascii(String host) {
        if (host.codePoints().anyMatch(c -> c == 'ß' || c == 'ẞ' || c == 'ς' || c == 0x200C || c == 0x200D)) {
            return DomainName.ascii(host).orElse("");
        }
        return IDN.toASCII(host.replaceAll("[\u3002\uFF0E\uFF61]", "."), IDN.ALLOW_UNASSIGNED)
                .toLowerCase(Locale.ROOT);
    }

    private static String decoded(String host) {
        Matcher escape = Pattern.compile("%([0-7][0-9A-Fa-f])").matcher(host);
        return escape.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /// Latin letters, or one other script up to the last label; a foreign script before an ending such as
    /// `.com` may be a look-alike.
    private static boolean isUnmistakable(String host) {
        Set<UnicodeScript> scripts = scripts(host);
        Set<UnicodeScript> ending = scripts(host.substring(host.lastIndexOf('.') + 1));
        boolean visible = host.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
        return visible
                && scripts.size() <= 1
                && (scripts.contains(UnicodeScript.LATIN)
                        ? host.codePoints().allMatch(HostName::isCommonLatin)
                        : scripts.equals(ending));
    }

    private static Set<UnicodeScript> scripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toSet());
    }

    /// Latin of Europe's languages, without dotless i and other letters that look like plain ones.
    private static boolean isCommonLatin(int c) {
        return c < 0x180 && c != 0x131 && c != 0x138 && c != 0x17F && c != 0x149;
    }
}
