package org.waxwing.ui.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.ReadLetter;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.ui.reading.Details;
import org.waxwing.ui.reading.Inside;
import org.waxwing.ui.reading.LetterPages;
import org.waxwing.ui.reading.ListedLetter;
import org.waxwing.ui.reading.OpenedLetters;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.shield.Verdict;

/// Letters with letters inside, with a list's footer, and with pictures elsewhere.
public final class SampleInside {
    public static final LetterId FORWARDING = new LetterId(101);
    public static final LetterId PICTURES = new LetterId(102);
    private static final String NEWS = """
            From: Reading Group <news@group.example>
            To: Maya Reed <maya@ox.ac.uk>
            Subject: Pictures of June
            Date: Tue, 09 Jun 2026 10:42:00 +0000
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <h2>Pictures of June</h2><p>From the walk along the river, and from the tea after it.</p>
            <p><img src="https://pictures.group.example/river.png" alt="The river"></p>
            <p><img src="https://tea.example/tea.png" alt="Tea"></p>
            <p><img src="https://slow.example/late.png" alt="The bridge"></p>
            <img src="https://count.example/open.gif?maya" width="1" height="1"><p>Anna</p>
            """;
    private static final String FORWARDED = """
            From: Ben Ito <ben@physics.example>
            To: Maya Reed <maya@ox.ac.uk>
            Cc: carla@maths.example
            Subject: Fwd: two things to read
            Date: Tue, 09 Jun 2026 10:42:00 +0000
            Message-ID: <outside@physics.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=o

            --o
            Content-Type: text/plain; charset=utf-8

            Dear Maya, both came to me by mistake. The first holds another one.

            -----BEGIN PGP MESSAGE-----

            wV4DkK3p5mNT3K4SAQdA0c3v0xq5hJ0b1c8cRz0m2mE6pXxv3uVwz2rJ
            =aaaa
            -----END PGP MESSAGE-----

            Ben
            --o
            Content-Type: message/rfc822

            From: Carla Mensah <carla@maths.example>
            Reply-To: carla@home.example
            To: ben@physics.example
            Subject: Draft of chapter two
            Date: Mon, 08 Jun 2026 09:00:00 +0000
            Message-ID: <first@maths.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=i

            --i
            Content-Type: text/plain; charset=utf-8

            Here is what I have. The middle part still needs a second reader.
            --i
            Content-Type: message/rfc822

            From: Anna Weber <anna@chem.example>
            To: carla@maths.example
            Subject: Re: Draft
            Content-Type: text/html; charset=utf-8

            <p>I can read it on Friday.</p><img src="https://pictures.example/a.png">
            --i--
            --o
            Content-Type: multipart/encrypted; boundary=e; protocol="application/pgp-encrypted"

            --e
            Content-Type: application/pgp-encrypted

            Version: 1
            --e
            Content-Type: application/octet-stream

            -----BEGIN PGP MESSAGE-----

            wV4DkK3p5mNT3K4SAQdA0c3v0xq5hJ0b1c8cRz0m2mE6pXxv3uVwz2rJ
            -----END PGP MESSAGE-----
            --e--
            --o--
            """;

    private SampleInside() {}

    /// Pages made by really opening these letters.
    public static LetterPages pages() {
        return new OpenedLetters(read(), new SampleVouching());
    }

    /// The same letters without pages.
    public static ReadLetter read() {
        return new SampleRead(Map.of(
                FORWARDING, Octets.ofUtf8(FORWARDED.replace("\n", "\r\n")),
                PICTURES, Octets.ofUtf8(NEWS.replace("\n", "\r\n"))));
    }

    /// Opened by a computer that has no key.
    public static ReadingState.Shown shown(LetterId id) {
        return (ReadingState.Shown) pages().open(id, () -> false);
    }

    /// The same letter as if it had been sealed, which no opener would make.
    public static ReadingState.Shown forged(LetterId id, Verdict verdict, boolean sealedAround) {
        ReadingState.Shown clear = shown(id);
        Inside inside = clear.inside();
        return new ReadingState.Shown(
                id,
                clear.fields(),
                clear.content(),
                clear.pages(),
                verdict,
                clear.outsideFrom(),
                clear.details(),
                new Inside(inside.letters(), inside.listed(), inside.pictures(), sealedAround, sealedAround));
    }

    /// The same letter as if a cipher that anybody can break had been around it.
    public static ReadingState.Shown badlyEncrypted(LetterId id) {
        ReadingState.Shown clear = shown(id);
        Details details = clear.details();
        return new ReadingState.Shown(
                id,
                clear.fields(),
                clear.content(),
                clear.pages(),
                clear.verdict(),
                clear.outsideFrom(),
                new Details(
                        details.signer(),
                        details.standard(),
                        details.fields(),
                        List.of(Note.BROKEN_CIPHER),
                        details.objections(),
                        details.errantLayers(),
                        details.differences(),
                        details.journey(),
                        details.authentication(),
                        details.vouchers(),
                        details.findings()),
                clear.inside());
    }

    /// Anna's letter as a mailing list passed it on.
    public static ReadingState.Shown listed() {
        ReadingState.Shown plain = SamplePages.postcard(FORWARDING);
        ListedLetter listed = new ListedLetter(
                Optional.of("Ben Ito"),
                Optional.empty(),
                LetterContent.plain("""
                                _______________________________________________
                                Reading group mailing list
                                To leave, write to leave@group.example
                                """, List.of()).page());
        return new ReadingState.Shown(
                plain.id(),
                plain.fields(),
                plain.content(),
                plain.pages(),
                plain.verdict(),
                plain.outsideFrom(),
                plain.details(),
                new Inside(List.of(), Optional.of(listed), Optional.empty(), false, false));
    }
}
