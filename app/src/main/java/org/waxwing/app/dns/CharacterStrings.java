package org.waxwing.app.dns;

/// The strings of one TXT record (RFC 1035 §3.3.14) as JNDI writes them: a blank between two, quotation
/// marks around those that hold blanks or nothing, and a backslash before marks and backslashes in those.
final class CharacterStrings {
    private CharacterStrings() {}

    /// All of them with nothing between, as DKIM wants it (RFC 6376 §3.6.2.2).
    static String joined(String written) {
        StringBuilder joined = new StringBuilder(written.length());
        boolean quoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (quoted && c == '\\' && i + 1 < written.length()) {
                i++;
                joined.append(written.charAt(i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ' ') {
                joined.append(c);
            }
        }
        return joined.toString();
    }
}
