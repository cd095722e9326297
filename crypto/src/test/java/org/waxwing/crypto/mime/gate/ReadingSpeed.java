package org.waxwing.crypto.mime.gate;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// How many typical letters are parsed and judged in a second of one core, as a program: 10,000 of our own
/// making (text; text and HTML; a file of 30 kB beside both), and every letter of the corpora below 100 kB
/// where those are here.
final class ReadingSpeed {
    private static final int LETTERS = 10_000;
    private static final int LARGEST = 100_000;
    private static final int ROUNDS = 4;

    private final Opener opener =
            Opener.with(OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()), Smime.with(new SecureRandom()));

    private ReadingSpeed() {}

    public static void main(String[] arguments) {
        ReadingSpeed speed = new ReadingSpeed();
        speed.measured("typical letters", typical());
        if (System.getProperty("waxwing.corpora") != null) {
            List<Octets> mails = new ArrayList<>();
            MailCorpora.all().stream()
                    .map(MailCorpora.Mail::bytes)
                    .filter(mail -> mail.length() < LARGEST)
                    .forEach(mails::add);
            speed.measured("letters of the corpora", mails);
        }
    }

    private void measured(String name, List<Octets> letters) {
        long octets = letters.stream().mapToLong(Octets::length).sum();
        for (int round = 1; round <= ROUNDS; round++) {
            double start = processor();
            int opened = 0;
            for (Octets letter : letters) {
                opened += open(letter) instanceof Opening.Opened ? 1 : 0;
            }
            double seconds = processor() - start;
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: %d of %d opened, %.1f kB each, %.2f s of a core, %.0f a second%n",
                    name,
                    round,
                    opened,
                    letters.size(),
                    octets / 1e3 / letters.size(),
                    seconds,
                    letters.size() / seconds);
        }
    }

    /// Seconds of all cores that this process has had, compiler and collector included.
    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private Opening open(Octets letter) {
        return opener.open(
                letter,
                SecretKeySource.of(List.of()),
                CertificateSource.none(),
                _ -> Optional.empty(),
                Instant.parse("2026-11-24T12:00:00Z"));
    }

    private static List<Octets> typical() {
        RandomGenerator random = RandomGenerator.of("SplittableRandom");
        List<Octets> letters = new ArrayList<>();
        for (int i = 0; i < LETTERS; i++) {
            letters.add(
                    Octets.ofUtf8(letter(i, 300 + random.nextInt(2_000), i % 4).replace("\n", "\r\n")));
        }
        return letters;
    }

    /// @param kind 0 and 1 text, 2 text and HTML, 3 a file beside both
    private static String letter(int number, int length, int kind) {
        String text =
                "Dear Ben, =E2=80=9Cthe heron=E2=80=9D stands in the reeds again this morning.\n".repeat(length / 75);
        String plain =
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + text;
        String both = "Content-Type: multipart/alternative; boundary=in\n\n--in\n" + plain
                + "\n--in\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "<html><head><style>p {color: navy}</style></head><body><p style=3D\"margin:0\">"
                + text.replace("\n", "</p>\n<p>")
                + "</p><a href=3D\"https://heron.example\">more</a></body></html>\n--in--\n";
        String file = "\n--out\nContent-Type: application/pdf; name=heron.pdf\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=heron.pdf\n\n"
                + "JVBERi0xLjcKJcOkw7zDtsOfCjIgMCBvYmoKPDwvTGVuZ3RoIDMgMCBSL0ZpbHRlci9GbGF0\n".repeat(400)
                + "--out--\n";
        String body = switch (kind) {
            case 2 -> both;
            case 3 -> "Content-Type: multipart/mixed; boundary=out\n\n--out\n" + both + file;
            default -> plain;
        };
        return """
            Received: from relay.example (relay.example [192.0.2.1]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384)
             by mx.waxwing.example with ESMTPS id 4F%d for <ben@waxwing.example>; Tue, 24 Nov 2026 10:00:01 +0000
            Received: from desk.example by relay.example with ESMTPSA id 77%d; Tue, 24 Nov 2026 10:00:00 +0000
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=waxwing.example; s=one; h=from:to:subject:date;
             bh=g3zLYH4xKxcPrHOD18z9YfpQcnk/GaJedfustWU5uGs=; b=dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav+yuU4zGeeruD00lszZ
            From: =?utf-8?Q?Anna_W=C3=A4chter?= <anna@waxwing.example>
            To: Ben <ben@waxwing.example>, "Carla, of the reeds" <carla@elsewhere.example>
            Subject: =?utf-8?Q?The_heron_of_morning_number_?= %d
            Date: Tue, 24 Nov 2026 10:00:00 +0000
            Message-ID: <%d@waxwing.example>
            References: <1@waxwing.example> <2@waxwing.example>
            MIME-Version: 1.0
            """.formatted(number, number, number, number) + body;
    }
}
