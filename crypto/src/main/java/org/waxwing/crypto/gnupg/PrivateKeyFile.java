package org.waxwing.crypto.gnupg;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;

/// A file of `private-keys-v1.d`: a canonical S-expression, or since GnuPG 2.2.20 lines of names and
/// values, of which `Key:` holds the S-expression over several lines and the others what its user noted.
/// Continued lines should begin with a blank, but some GnuPG wrote ones that don't: so the expression
/// ends where its parentheses close.
final class PrivateKeyFile {
    private static final String NAME = "key:";
    private static final int LARGEST = 1 << 18;

    private PrivateKeyFile() {}

    /// The expression inside, or nothing when the file is neither.
    static Optional<Node> parse(Octets file) {
        return file.isEmpty() || file.at(0) == '(' ? SExpressionParser.parse(file) : valueOfKey(file);
    }

    /// The one line of another field, such as `Label`; nothing when the file has no such field.
    static Optional<String> field(Octets file, String name) {
        String text = file.length() <= LARGEST ? file.utf8() : "";
        return text.startsWith("(")
                ? Optional.empty()
                : text.lines()
                        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                        .findFirst()
                        .map(line -> line.substring(name.length() + 1).strip().replaceAll("\\p{Cntrl}", " "));
    }

    private static Optional<Node> valueOfKey(Octets file) {
        int line = 0;
        while (line < file.length()) {
            int end = file.indexOf('\n', line);
            int next = end < 0 ? file.length() : end + 1;
            int value = line + NAME.length();
            if (value <= next && file.slice(line, value).latin1().equalsIgnoreCase(NAME)) {
                return SExpressionParser.parse(unfolded(file.slice(value, file.length())));
            }
            line = next;
        }
        return Optional.empty();
    }

    /// GnuPG folds lines anywhere, also within a word: a line end with the one blank behind it is no text.
    private static Octets unfolded(Octets folded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < folded.length(); i++) {
            int octet = folded.at(i);
            boolean fold = octet == '\n' && i + 1 < folded.length() && isBlank(folded.at(i + 1));
            if (fold) {
                i++;
            } else if (octet != '\r') {
                out.write(octet);
            }
        }
        return Octets.of(out.toByteArray());
    }

    private static boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t';
    }
}
