package org.waxwing.app.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A directory and the place in it below which to search (RFC 4516): `ldaps://ldap.example/o=Example`.
///
/// @param url as JNDI wants it: the scheme, the host, the port, the base
record LdapAddress(String url) {
    private static final int MAX_LENGTH = 1_024;

    /// Nothing for any other scheme, and for a URL with a user's name, a query or more of them in it.
    static Optional<LdapAddress> of(String typed) {
        if (typed.length() > MAX_LENGTH || typed.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(typed.replace(" ", "%20"));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean directory = scheme.equals("ldaps") || scheme.equals("ldap");
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (!directory || !plain) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String base = Optional.ofNullable(uri.getRawPath()).orElse("");
            return Optional.of(new LdapAddress(scheme + "://" + uri.getHost() + port + base));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
