package org.waxwing.crypto;

import static org.waxwing.crypto.Person.ANNA;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.waxwing.crypto.mime.Octets;

/// Letters of our own making from which the fuzzing of mail starts.
public final class MailSeeds {
    private static final String FIELDS = """
        From: =?utf-8?Q?Anna_=C3=84?= <anna@waxwing.example>, "Ben, B." (his) <@relay.example:ben@waxwing.example>
        To: friends: carla@elsewhere.example, dave@xn--bcher-kva.example;, <"d d"@waxwing.example>
        Date: Tue, 24 Nov 2026 10:00:00 +0100 (CET)
        Message-ID: <1@waxwing.example>
        References: <0@waxwing.example> <1@waxwing.example>
        Subject: =?iso-8859-1*de?B?5Pb8?= =?utf-16?B?AGEAYg==?=
         folded
        MIME-Version: 1.0 (really)
        Content-Transfer-Encoding: quoted-printable
        Content-Disposition: attachment; filename*0*=utf-8'en'%e2%82; filename*1*=%ac.txt;
         filename="=?utf-8?Q?a.exe?="
        Content-Type: text/plain (text); charset=koi8-r; format=flowed; name="../a\\"b.txt"

        =D0=D2=C9=D7=C5=D4 =
        over
        """;

    private MailSeeds() {}

    public static List<byte[]> all() {
        Octets hello = Tree.text("hello\r\n");
        Octets many = Tree.mixed(
                Tree.alternative(hello, Tree.html("<p hidden>no</p><p>hello <a href=\"https://x.example\">y</a></p>")),
                Tree.forwarded(Tree.fromAnna(hello)),
                Tree.signed(ANNA, hello));
        Octets legacy = Octets.ofUtf8("""
            From: anna@waxwing.example
            Subject: hidden
            HP-Outer: Subject: [...]
            Content-Type: text/plain; hp=cipher; hp-legacy-display=1

            Subject: hidden

            hello
            """);
        String disguised = Base64.getMimeEncoder().encodeToString(legacy.toByteArray());
        Octets compressed = Octets.ofUtf8("""
            Content-Type: application/pkcs7-mime; smime-type=compressed-data
            Content-Transfer-Encoding: base64

            MIAGCyqGSIb3DQEJEAEJoIAAAAAA
            """);
        return Stream.of(
                        Octets.ofUtf8(FIELDS),
                        Tree.fromAnna(many),
                        Tree.fromAnna(Tree.around(Octets.ofUtf8(disguised))),
                        Tree.fromAnna(Tree.signed(ANNA, legacy)),
                        Tree.fromAnna(compressed))
                .map(Octets::toByteArray)
                .toList();
    }
}
