package org.waxwing.crypto.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.waxwing.crypto.mime.Octets;

/// Letters without a seal whose structure, header or text is made to cost. Each is a function of the octets
/// that it may have, so that tests take small ones and the measurement takes what relays let pass.
public final class HostileLetters {
    private static final String FIELDS = "From: Anna <anna@waxwing.example>\r\nTo: ben@waxwing.example\r\n";
    private static final String ENCODED =
            "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    private static final String TEXT = "Content-Type: text/plain; charset=utf-8\r\n";
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";
    private static final String PROTECTED = "Content-Type: text/plain; hp=\"cipher\"\r\n";

    private HostileLetters() {}

    /// Every kind by its name.
    public static SequencedMap<String, IntFunction<Octets>> all() {
        SequencedMap<String, IntFunction<Octets>> all = new LinkedHashMap<>();
        all.putAll(structures());
        all.putAll(headers());
        all.putAll(texts());
        all.putAll(HostileUnpacking.all());
        return all;
    }

    private static Map<String, IntFunction<Octets>> structures() {
        SequencedMap<String, IntFunction<Octets>> all = new LinkedHashMap<>();
        all.put(
                "10,000 multiparts in each other",
                size -> nested(10_000, "multipart/mixed; boundary=b%d", "--b%d\r\n"));
        all.put(
                "60 multiparts around one long text",
                size -> octets(
                        text(nested(60, "multipart/mixed; boundary=b%d", "--b%d\r\n")) + repeated("--b\r\n", size)));
        all.put("10,000 letters in each other", size -> nested(10_000, "message/rfc822", ""));
        all.put(
                "60 letters in each other, each encoded",
                size -> octets(FIELDS + ENCODED.repeat(60) + repeated("text ", size)));
        all.put(
                "parts without end",
                size -> octets(FIELDS + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + repeated("--b\r\n\r\n\r\n", size)));
        all.put(
                "9,000 parts with long names",
                size -> octets(FIELDS
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + ("--b\r\nContent-Disposition: attachment; filename=\"" + "a(".repeat(size / 18_000)
                                        + "\"\r\n\r\n\r\n")
                                .repeat(9_000)));
        all.put(
                "lines that are nearly boundaries",
                size -> octets(FIELDS
                        + "Content-Type: multipart/mixed; boundary=" + "-".repeat(240) + "\r\n\r\n"
                        + repeated("-".repeat(241) + "\r\n", size)));
        all.put(
                "3,000 sealed parts in a row",
                size -> octets(FIELDS
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + ("--b\r\nContent-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                        + "A".repeat(size / 3_000) + "\r\n")
                                .repeat(3_000)));
        return all;
    }

    private static Map<String, IntFunction<Octets>> headers() {
        SequencedMap<String, IntFunction<Octets>> all = new LinkedHashMap<>();
        all.put("one field without end", size -> letter("Subject: " + repeated("a", size)));
        all.put("one line without end", size -> octets(repeated("a", size)));
        all.put("fields without end", size -> letter(repeated("a:\r\n", size) + "b:"));
        all.put("a long header of many fields", size -> letter(repeated("Subject: abcdef\r\n", size / 13) + "b:"));
        all.put(
                "header protection of many equal fields",
                _ -> signed(
                        ("Subject: " + "a".repeat(150) + "\r\n").repeat(4_900)
                                + ("HP-Outer: Subject: " + "a".repeat(149) + "b\r\n").repeat(4_900)
                                + PROTECTED,
                        ""));
        all.put(
                "header protection of many different fields",
                _ -> signed(numbered("a%d:\r\n", 80_000) + PROTECTED, numbered("b%d:\r\n", 80_000)));
        all.put(
                "header protection of many recipients",
                size -> signed(
                        "To: " + numbered("a%d@b.example,", size / 13) + "\r\n"
                                + PROTECTED.replace("hp=\"cipher\"", "protected-headers=v1"),
                        "To: " + numbered("b%d@b.example,", size / 13) + "\r\n"));
        all.put("folds without end", size -> letter("Subject: a" + repeated("\r\n ", size / 13)));
        all.put("encoded words without end", size -> letter("Subject: " + repeated("=?utf-8?q?=C3=A4?= ", size / 13)));
        all.put("encoded words that never close", size -> letter("Subject: " + repeated("=?utf-8?q?", size / 13)));
        all.put(
                "encoded words in a hundred sets",
                size -> letter("Subject: " + repeated("=?iso-2022-jp?b?GyRCJCI=?= =?gb18030?q?=81=30?= ", size / 13)));
        all.put("blanks within an address", size -> letter("Cc: a" + " ".repeat(size / 13) + "a"));
        all.put("blanks within an angle", size -> letter("Cc: <a" + " ".repeat(size / 13) + "a>"));
        all.put("addresses without end", size -> letter("Cc: " + repeated("a@b.example,", size / 13)));
        all.put(
                "addresses of long labels",
                size -> letter("Cc: " + repeated("a@" + "\u00e4\u0301".repeat(150) + ".example,", size / 13)));
        all.put("angles that never close", size -> letter("Cc: " + repeated("<", size / 13)));
        all.put(
                "comments within comments",
                size -> letter("Date: " + repeated("(", size / 13) + "\r\nCc: " + repeated("(", size / 40)));
        all.put(
                "a date of many digits",
                size -> letter("Date: " + repeated("1 jan", size / 26) + " " + repeated("1 ", size / 26)));
        all.put(
                "parameters without end",
                size -> letter("X: y\r\nContent-Type: text/plain" + repeated("; a=b", size / 13)));
        all.put(
                "a parameter in 10,000 pieces",
                size -> letter(pieces("Content-Disposition: attachment", "filename*%d*=%%41")));
        all.put("identifiers without end", size -> letter("References: " + repeated("<" + "a".repeat(499), size / 13)));
        return all;
    }

    private static Map<String, IntFunction<Octets>> texts() {
        SequencedMap<String, IntFunction<Octets>> all = new LinkedHashMap<>();
        all.put("a long text", size -> octets(FIELDS + TEXT + "\r\n" + repeated("text\r\n", size)));
        all.put("a long text of controls", size -> octets(FIELDS + TEXT + "\r\n" + repeated("\r", size)));
        all.put(
                "a long text in a wide set",
                size -> octets(FIELDS + "Content-Type: text/plain; charset=utf-16\r\n\r\n" + repeated("text", size)));
        all.put(
                "a long text in a detecting set",
                size -> octets(
                        FIELDS + "Content-Type: text/plain; charset=x-JISAutoDetect\r\n\r\n" + repeated("text", size)));
        all.put(
                "base64 of one letter",
                size -> octets(FIELDS + TEXT + "Content-Transfer-Encoding: base64\r\n\r\n" + repeated("A", size)));
        all.put(
                "blanks in quoted-printable",
                size -> octets(
                        FIELDS + TEXT + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + repeated("= ", size)));
        all.put(
                "escapes in quoted-printable",
                size -> octets(
                        FIELDS + TEXT + "Content-Transfer-Encoding: quoted-printable\r\n\r\n=" + repeated(" ", size)));
        all.put(
                "armour that never begins",
                size -> octets(
                        FIELDS + TEXT + "\r\n" + repeated("-----BEGIN PGP MESSAGE-----" + " ".repeat(500), size)));
        all.put(
                "armour that never ends",
                size -> octets(FIELDS + TEXT + "\r\n" + repeated("-----BEGIN PGP MESSAGE-----\r\n", size)));
        all.put(
                "armour of nothing",
                size -> octets(FIELDS + TEXT + "\r\n"
                        + repeated("-----BEGIN PGP MESSAGE-----\r\n-----END PGP MESSAGE-----\r\n", size)));
        all.put("elements within elements", size -> html(repeated("<div>", size)));
        all.put("lists within tables", size -> html(repeated("<table><tr><td>a<b><i><a href=http://x>", size)));
        all.put("emphasis that never closes", size -> html(repeated("<b><i><p>a", size)));
        all.put("attributes without end", size -> html("<p" + repeated(" a=b", size) + ">"));
        all.put("different attributes without end", size -> html("<p" + numbered(" a%d=b", size) + ">"));
        all.put("blanks in a preformatted text", size -> html("<pre>a" + repeated(" ", size) + "a</pre>"));
        all.put("line ends in a preformatted text", size -> html("<pre>a" + repeated("\n", size) + "a</pre>"));
        all.put("links without end", size -> html(repeated("<a href=http://x.example>y</a>", size)));
        all.put("one link around everything", size -> html("<a href=http://x.example>" + repeated("<p>a", size)));
        all.put("references that never end", size -> html(repeated("&amp", size)));
        all.put("styles that hide", size -> html("<p style='" + repeated("display:nope;", size) + "'>a"));
        all.put(
                "styles that shrink",
                size -> html(
                        repeated("<p style='transform:scale(" + "0".repeat(7_900) + "'>a", Math.min(size, 1_000_000))));
        all.put(
                "a legacy display in a long page",
                size -> octets(
                        FIELDS + "Content-Type: text/html; hp-legacy-display=1\r\n\r\n" + repeated("<p>a", size)));
        return all;
    }

    private static Octets nested(int depth, String type, String delimiter) {
        StringBuilder letter = new StringBuilder(FIELDS);
        for (int i = 0; i < depth; i++) {
            letter.append("Content-Type: ").append(type.formatted(i)).append("\r\n\r\n");
            letter.append(delimiter.formatted(i));
        }
        return octets(letter.toString());
    }

    private static String pieces(String field, String piece) {
        StringBuilder whole = new StringBuilder(field);
        for (int i = 0; i < 10_000; i++) {
            whole.append("; ").append(piece.formatted(i));
        }
        return whole.toString();
    }

    private static String numbered(String form, int size) {
        StringBuilder text = new StringBuilder(size);
        for (int i = 0; text.length() < size; i++) {
            text.append(form.formatted(i));
        }
        return text.toString();
    }

    private static Octets signed(String inner, String outer) {
        return octets(outer + FIELDS + "Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n" + inner
                + "\r\ntext\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nnone\r\n--b--\r\n");
    }

    private static Octets html(String html) {
        return octets(FIELDS + HTML + "\r\n" + html);
    }

    private static Octets letter(String fields) {
        return octets(FIELDS + fields + "\r\n\r\ntext\r\n");
    }

    private static String repeated(String piece, int size) {
        return piece.repeat(Math.max(1, size / piece.length()));
    }

    private static String text(Octets octets) {
        return octets.utf8();
    }

    private static Octets octets(String letter) {
        return Octets.ofUtf8(letter);
    }
}
