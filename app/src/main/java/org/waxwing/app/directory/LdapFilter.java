package org.waxwing.app.directory;

/// Search filters as text (RFC 4515).
final class LdapFilter {
    private LdapFilter() {}

    /// Entries in which the attribute has exactly the value, whatever is in it.
    static String equal(String attribute, String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '*' -> escaped.append("\\2a");
                case '(' -> escaped.append("\\28");
                case ')' -> escaped.append("\\29");
                case '\\' -> escaped.append("\\5c");
                case '\0' -> escaped.append("\\00");
                default -> escaped.append(c);
            }
        }
        return "(" + attribute + "=" + escaped + ")";
    }
}
