package org.waxwing.ui.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.Finding;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.ProtectedFields.Field;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.Responding;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.ui.reading.BodyPages;
import org.waxwing.ui.reading.Details;
import org.waxwing.ui.reading.LetterPages;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.shield.Verdict;

/// Pages of letters in every state, made by hand.
public final class SamplePages implements LetterPages {
    public static final Instant SINCE = Instant.parse("2026-03-03T09:00:00Z");
    private static final Octets BUDGET = Octets.of(new byte[48_000]);

    @Override
    public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
        Map<Long, ReadingState> pages = Map.of(
                1L, budget(id),
                2L, postcard(id),
                3L, sealedUnchecked(id),
                5L, withheld(id, new Verdict.Withheld(Opening.Reason.NO_KEY)),
                6L, signed(id),
                7L, unknown(id));
        return pages.getOrDefault(id.value(), new ReadingState.Gone(id));
    }

    @Override
    public ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
        throw new IllegalStateException("the letters made by hand have none inside");
    }

    @Override
    public List<DkimVerdict> askVouchers(LetterId id) {
        return SampleJourney.vouchers();
    }

    @Override
    public Optional<Octets> asSeenOnTheWay(LetterId id) {
        return Optional.of(Octets.ofUtf8("""
            Received: from mail.chem.example (mail.chem.example [192.0.2.25])
            \tby smtp.ox.ac.uk with ESMTPS id 4XkQ2p; Tue, 9 Jun 2026 10:42:03 +0000
            From: Anna Weber <anna@chem.example>
            To: Maya Reed <maya@ox.ac.uk>, Ben Ito <ben@physics.example>
            Subject: [...]
            Date: Tue, 09 Jun 2026 10:42:00 +0000
            Message-ID: <b8f3@chem.example>
            MIME-Version: 1.0
            Content-Type: multipart/encrypted; boundary="x";
             protocol="application/pgp-encrypted"

            --x
            Content-Type: application/pgp-encrypted

            Version: 1

            --x
            Content-Type: application/octet-stream

            -----BEGIN PGP MESSAGE-----

            wV4DkK3p5mNT3K4SAQdA0c3v0xq5hJ0b1c8cRz0m2mE6pXxv3uVwz2rJ
            h8TqQnUwVg0yq0Vd1w0mXo3b1pB8vQm7pF0yKZ9c2Xk1yQ0sN3mG1hR4
            -----END PGP MESSAGE-----
            --x--
            """));
    }

    /// The letter of every picture.
    public static ReadingState.Shown budget(LetterId id) {
        return shown(
                id,
                Sample.ANNA,
                "Trip budget",
                """
                Dear Maya,

                The numbers we agreed on Tuesday are in the sheet below. The train is cheaper than we feared, so there is room for one more night.

                > Shall we plan three nights or four?
                >
                >> Four would be good if the budget allows it.

                Four, then. Please look at line 12 before you pass it on: the group ticket needs all names by Friday.

                Anna
                """,
                List.of(new AttachedFile("budget.ods", "application/vnd.oasis.opendocument.spreadsheet", BUDGET)),
                new Verdict.SealedAndChecked("Anna Weber", Instant.parse("2026-05-03T15:00:00Z")),
                FieldProtection.SIGNED_AND_ENCRYPTED);
    }

    public static ReadingState.Shown sealedUnchecked(LetterId id) {
        return shown(
                id,
                Sample.CARLA,
                "Draft of chapter two",
                "Here is what I have. The middle part still needs a second reader.\n\nCarla",
                List.of(),
                new Verdict.SealedAndKnown("Carla Mensah", SINCE),
                FieldProtection.SIGNED_AND_ENCRYPTED);
    }

    public static ReadingState.Shown postcard(LetterId id) {
        return shown(
                id,
                Sample.BEN,
                "Room change",
                "Tomorrow we meet in the small seminar room, same time.\n\nBen",
                List.of(),
                new Verdict.Postcard(),
                FieldProtection.UNPROTECTED);
    }

    public static ReadingState.Shown signed(LetterId id) {
        return shown(
                id,
                Sample.mailbox("", "office@chem.example"),
                "Signed minutes of 20 May",
                "Please find the minutes in the text below.",
                List.of(),
                new Verdict.Signed("office@chem.example"),
                FieldProtection.SIGNED_ONLY);
    }

    /// Signed by S/MIME, on the word of an authority.
    public static ReadingState.Shown confirmed(LetterId id, Verdict verdict, Confirmation confirmation) {
        ReadingState.Shown plain = signed(id);
        Details details = new Details(
                Optional.of(Sample.card(Sample.ANNA, Standing.ACCEPTED)),
                verdict.wasSealed() ? Optional.of("AES-256 (S/MIME)") : Optional.empty(),
                plain.fields().fields(),
                List.of(),
                List.of(),
                0,
                List.of(),
                plain.details().journey(),
                plain.details().authentication(),
                plain.details().vouchers(),
                List.of(),
                confirmation);
        return new ReadingState.Shown(
                id, plain.fields(), plain.content(), plain.pages(), verdict, Optional.empty(), details);
    }

    public static ReadingState.Shown unknown(LetterId id) {
        return shown(
                id,
                Sample.BEN,
                "Telescope time",
                "We got the second week of September after all.",
                List.of(),
                new Verdict.SenderUnknown(),
                FieldProtection.ENCRYPTED_ONLY);
    }

    /// The letter says Anna, its outside says somebody else.
    public static ReadingState.Shown mismatch(LetterId id) {
        ReadingState.Shown plain = unknown(id);
        return new ReadingState.Shown(
                id,
                fields(Sample.ANNA, "Quick favour", FieldProtection.ENCRYPTED_ONLY),
                plain.content(),
                plain.pages(),
                plain.verdict(),
                Optional.of(Sample.mailbox("", "eve@example.net")),
                plain.details());
    }

    /// A letter about which this computer remembers something.
    public static ReadingState.Shown remembered(LetterId id, List<Finding> findings) {
        ReadingState.Shown plain = postcard(id);
        Details details = plain.details();
        return new ReadingState.Shown(
                id,
                plain.fields(),
                plain.content(),
                plain.pages(),
                plain.verdict(),
                plain.outsideFrom(),
                new Details(
                        details.signer(),
                        details.standard(),
                        details.fields(),
                        details.notes(),
                        details.objections(),
                        details.errantLayers(),
                        details.differences(),
                        details.journey(),
                        details.authentication(),
                        details.vouchers(),
                        findings));
    }

    public static ReadingState.Withheld withheld(LetterId id, Verdict verdict) {
        ProtectedFields outer = fields(Sample.ANNA, "[...]", FieldProtection.UNPROTECTED);
        Details details = new Details(
                Optional.empty(),
                Optional.empty(),
                outer.fields(),
                List.of(),
                List.of(),
                0,
                List.of(),
                SampleJourney.journey(Journey.Content.UNKNOWN),
                Authentication.none(),
                List.of(),
                List.of());
        return new ReadingState.Withheld(id, outer, verdict, details);
    }

    private static ReadingState.Shown shown(
            LetterId id,
            Mailbox from,
            String subject,
            String text,
            List<AttachedFile> files,
            Verdict verdict,
            FieldProtection protection) {
        ProtectedFields fields = fields(from, subject, protection);
        boolean proven = verdict instanceof Verdict.SealedAndChecked
                || verdict instanceof Verdict.SealedAndKnown
                || verdict instanceof Verdict.Signed;
        Details details = new Details(
                proven ? Optional.of(Sample.card(from, Standing.CHECKED)) : Optional.empty(),
                verdict.wasSealed() ? Optional.of("AES-256 (OpenPGP)") : Optional.empty(),
                fields.fields(),
                proven ? List.of() : List.of(Note.HEADERS_NOT_PROTECTED),
                verdict instanceof Verdict.SenderUnknown ? List.of(new Objection.UnknownIssuer()) : List.of(),
                0,
                List.of(),
                SampleJourney.journey(verdict.wasSealed() ? Journey.Content.SEALED : Journey.Content.OPEN),
                SampleJourney.found(),
                List.of(from.address().asciiDomain()),
                List.of());
        LetterContent content = LetterContent.plain(text, files);
        return new ReadingState.Shown(id, fields, content, BodyPages.of(content), verdict, Optional.empty(), details);
    }

    /// Fields with this protection; the subject is the only one that is hidden. Where nobody signed, no
    /// field but those two stands inside.
    public static ProtectedFields fields(Mailbox from, String subject, FieldProtection protection) {
        FieldProtection visible = protection == FieldProtection.SIGNED_AND_ENCRYPTED
                ? FieldProtection.SIGNED_ONLY
                : protection == FieldProtection.ENCRYPTED_ONLY ? FieldProtection.UNPROTECTED : protection;
        List<Field> fields = List.of(
                new Field("Subject", subject, protection),
                new Field("From", from.address().text(), visible),
                new Field("To", "maya@ox.ac.uk, ben@physics.example", visible),
                new Field("Date", "Tue, 09 Jun 2026 10:42:00 +0000", visible));
        return new ProtectedFields(
                fields,
                fields,
                List.of(from),
                List.of(),
                List.of(Sample.ME, Sample.BEN),
                List.of(),
                subject,
                Optional.of(Instant.parse("2026-06-09T10:42:00Z")),
                Optional.of("<b8f3@chem.example>"),
                List.of(),
                List.of(),
                new Responding(List.of(from), List.of(), true, inside(protection)));
    }

    private static Set<String> inside(FieldProtection protection) {
        return switch (protection) {
            case UNPROTECTED -> Set.of();
            case ENCRYPTED_ONLY -> Set.of("subject", "from");
            case SIGNED_ONLY, SIGNED_AND_ENCRYPTED -> Set.of("subject", "from", "to", "date");
        };
    }
}
