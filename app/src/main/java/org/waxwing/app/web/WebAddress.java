package org.waxwing.app.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A place on the web: `http` or `https`, a host, a port, a path.
///
/// @param target the path and the query, as they stand in a request (RFC 9112 §3.2.1)
record WebAddress(boolean tls, String host, int port, String target) {
    private static final int MAX_LENGTH = 1_024;

    /// Nothing for any other scheme, for a URL with a user's name in it, and for what is no URL.
    static Optional<WebAddress> of(String url) {
        if (url.length() > MAX_LENGTH || url.chars().anyMatch(c -> c <= 0x20 || c >= 0x7F)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean tls = scheme.equals("https");
            Optional<String> host = Optional.ofNullable(uri.getHost());
            boolean web = tls || scheme.equals("http");
            boolean named = Optional.ofNullable(uri.getRawUserInfo()).isPresent();
            int port = uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort();
            if (!web || named || host.isEmpty() || port < 1 || port > 65_535) {
                return Optional.empty();
            }
            String path = Optional.ofNullable(uri.getRawPath())
                    .filter(p -> !p.isEmpty())
                    .orElse("/");
            String query =
                    Optional.ofNullable(uri.getRawQuery()).map(q -> "?" + q).orElse("");
            return Optional.of(new WebAddress(tls, host.get(), port, path + query));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /// As in the field Host (RFC 9110 §7.2).
    String authority() {
        boolean usual = port == (tls ? 443 : 80);
        return usual ? host : host + ":" + port;
    }
}
