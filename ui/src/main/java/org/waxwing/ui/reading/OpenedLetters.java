package org.waxwing.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.waxwing.app.journey.Vouching;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.ReadLetter;
import org.waxwing.app.read.Reading;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.UnprovenText;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.ui.shield.Verdict;

/// Letters as the use case opens them.
public final class OpenedLetters implements LetterPages {
    private final ReadLetter read;
    private final Vouching vouching;

    public OpenedLetters(ReadLetter read, Vouching vouching) {
        this.read = read;
        this.vouching = vouching;
    }

    @Override
    public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
        return read.read(id, nobodyWaits, reading -> page(id, reading, false, false))
                .orElseGet(() -> new ReadingState.Gone(id));
    }

    @Override
    public ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
        return read.readEnclosed(
                letter, nobodyWaits, reading -> page(around.id(), reading, around.wasSealed(), around.answersSealed()));
    }

    @Override
    public List<DkimVerdict> askVouchers(LetterId id) {
        return read.raw(id).map(vouching::ask).orElse(List.of());
    }

    @Override
    public Optional<Octets> asSeenOnTheWay(LetterId id) {
        return read.raw(id);
    }

    static ReadingState page(LetterId id, Reading reading, boolean sealedAround, boolean encryptedAround) {
        Verdict verdict = Verdict.of(reading.opening(), reading.signer());
        return switch (reading.opening()) {
            case Opening.Opened opened ->
                new ReadingState.Shown(
                        id,
                        opened.payload().fields(),
                        opened.payload().content(),
                        BodyPages.of(opened.payload().content()),
                        verdict,
                        outsideFrom(opened, reading.outer()),
                        details(reading, opened),
                        Inside.of(opened, sealedAround, encryptedAround));
            case Opening.Unproven(UnprovenText text, Confidentiality confidentiality, List<Note> notes) -> {
                LetterContent words = LetterContent.plain(text.words(), List.of());
                yield new ReadingState.Shown(
                        id,
                        reading.outer(),
                        words,
                        BodyPages.of(words),
                        verdict,
                        Optional.empty(),
                        new Details(
                                Optional.empty(),
                                standard(confidentiality),
                                reading.outer().fields(),
                                notes,
                                List.of(),
                                0,
                                List.of(),
                                reading.journey(),
                                reading.authentication(),
                                reading.signingDomains(),
                                reading.findings()));
            }
            case Opening.Locked _ -> withheld(id, reading, verdict);
            case Opening.Unopenable _ -> withheld(id, reading, verdict);
        };
    }

    private static ReadingState withheld(LetterId id, Reading reading, Verdict verdict) {
        Details details = new Details(
                Optional.empty(),
                Optional.empty(),
                reading.outer().fields(),
                List.of(),
                List.of(),
                0,
                List.of(),
                reading.journey(),
                reading.authentication(),
                reading.signingDomains(),
                reading.findings());
        return new ReadingState.Withheld(id, reading.outer(), verdict, details);
    }

    private static Optional<Mailbox> outsideFrom(Opening.Opened opened, ProtectedFields outer) {
        return opened.payload().notes().contains(Note.FROM_MISMATCH)
                ? outer.from().stream().findFirst()
                : Optional.empty();
    }

    private static Optional<String> standard(Confidentiality confidentiality) {
        return switch (confidentiality) {
            case Confidentiality.Encrypted(String cipher) -> Optional.of(cipher);
            case Confidentiality.Cleartext _ -> Optional.empty();
        };
    }

    private static Details details(Reading reading, Opening.Opened opened) {
        CryptographicSummary summary = opened.summary();
        List<Objection> objections = switch (summary.authenticity()) {
            case Authenticity.Unverified unverified -> unverified.objections();
            case Authenticity.Unsigned _, Authenticity.Verified _ -> List.of();
        };
        return new Details(
                reading.signer(),
                standard(summary.confidentiality()),
                opened.payload().fields().fields(),
                opened.payload().notes(),
                objections,
                opened.payload().errantLayers(),
                opened.payload().fields().differences(),
                reading.journey(),
                reading.authentication(),
                reading.signingDomains(),
                reading.findings(),
                Confirmation.of(
                        summary.authenticity(), opened.payload().fields().author()));
    }
}
