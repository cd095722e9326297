package org.waxwing.crypto.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Where words lead. Nothing follows it by itself.
///
/// @param address as a browser would understand it, on one line, with the host as [HostName] shows it
/// @param place the true host, or the mail address of a `mailto:` link
/// @param web it opens in a browser
public record Link(String address, String place, boolean web) {
    private static final int LONGEST = 4000;

    /// The link that an address makes; nothing where it leads to neither a page nor a person.
    static Optional<Link> to(String href) {
        String cleaned = href.strip()
                .chars()
                .filter(c -> c >= 0x20 && c != 0x7F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (cleaned.length() > LONGEST) {
            return Optional.empty();
        }
        int colon = cleaned.indexOf(':');
        String scheme = colon < 0 ? "" : cleaned.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = cleaned.substring(colon + 1);
        return switch (scheme) {
            case "http", "https" -> page(scheme, rest);
            case "mailto" -> person(rest);
            default -> Optional.empty();
        };
    }

    /// Whether words that look like a place name another one than this.
    boolean belies(String words) {
        return HostName.namedBy(words).filter(named -> !leadsTo(named)).isPresent();
    }

    /// Whether the words name the place already.
    public boolean isToldBy(String words) {
        return HostName.namedBy(words).filter(this::leadsTo).isPresent()
                || words.strip().equals(place);
    }

    private boolean leadsTo(String named) {
        String host = place.substring(place.indexOf('@') + 1);
        String bare = named.startsWith("www.") ? named.substring(4) : named;
        return host.equals(bare) || host.equals("www." + bare);
    }

    /// Browsers take any number of slashes of either kind, and believe no name before an `@`.
    private static Optional<Link> page(String scheme, String rest) {
        int start = 0;
        while (start < rest.length() && (rest.charAt(start) == '/' || rest.charAt(start) == '\\')) {
            start++;
        }
        int end = start;
        while (end < rest.length() && "/\\?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(start, end);
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int port = hostAndPort.startsWith("[")
                ? hostAndPort.indexOf(':', hostAndPort.indexOf(']'))
                : hostAndPort.indexOf(':');
        String suffix = port < 0 ? "" : hostAndPort.substring(port);
        String path = escaped(rest.substring(end));
        return HostName.shown(port < 0 ? hostAndPort : hostAndPort.substring(0, port))
                .map(host -> new Link(scheme + "://" + host + suffix + path, host, true));
    }

    private static Optional<Link> person(String rest) {
        int question = rest.indexOf('?');
        String address = (question < 0 ? rest : rest.substring(0, question)).strip();
        return address.indexOf('@') > 0 && address.indexOf(' ') < 0
                ? Optional.of(new Link("mailto:" + address, address, false))
                : Optional.empty();
    }

    private static String escaped(String path) {
        StringBuilder out = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (c > 0x20 && c < 0x7F && "<>\"`{}".indexOf(c) < 0) {
                out.append((char) c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append("%02X".formatted(octet & 0xFF));
                }
            }
        });
        return out.toString();
    }
}
