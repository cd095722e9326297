package org.waxwing.app.cli.letter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.cli.letter.LetterReport.Attachment;
import org.waxwing.app.cli.letter.LetterReport.Covered;
import org.waxwing.app.cli.letter.LetterReport.Inside;
import org.waxwing.app.cli.letter.LetterReport.Note;
import org.waxwing.app.cli.letter.LetterReport.Status;
import org.waxwing.app.read.Finding;
import org.waxwing.app.read.Reading;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.CoveredPart;
import org.waxwing.crypto.CryptographicPayload;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.cert.SmimeIntroduction;
import org.waxwing.crypto.mime.AddrSpec;

/// Makes the report of a reading.
public final class ReadingReport {
    private ReadingReport() {}

    /// @param file the name under which the letter was asked for
    public static LetterReport of(String file, Reading reading) {
        return switch (reading.opening()) {
            case Opening.Opened(CryptographicPayload payload, CryptographicSummary summary) ->
                opened(file, payload, summary, reading.findings());
            case Opening.Unproven unproven -> unproven(file, reading.outer(), unproven);
            case Opening.Locked locked ->
                closed(file, Status.LOCKED, reading.outer(), ReportNotes.ofLocked(locked.token()));
            case Opening.Unopenable(Opening.Reason reason) ->
                closed(file, Status.UNOPENABLE, reading.outer(), ReportNotes.ofReason(reason));
        };
    }

    private static LetterReport opened(
            String file, CryptographicPayload payload, CryptographicSummary summary, List<Finding> findings) {
        ProtectedFields fields = payload.fields();
        return new LetterReport(
                file,
                status(summary.status()),
                Optional.of(confidentiality(summary.confidentiality())),
                Optional.of(authenticity(summary.authenticity())),
                signer(summary.authenticity()),
                confirmedBy(summary.authenticity()),
                fields.author().map(AddrSpec::text),
                HeaderNames.firstOfEach(fields),
                payload.content().text().replace("\r\n", "\n"),
                payload.content().attachments().stream()
                        .map(file1 -> new Attachment(
                                file1.name(), file1.mediaType(), file1.content().length()))
                        .toList(),
                payload.errantLayers(),
                Stream.of(
                                ReportNotes.ofFindings(findings),
                                ReportNotes.ofAuthenticity(summary.authenticity()),
                                ReportNotes.ofPayload(payload),
                                NoticeNotes.of(payload.content()))
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                new Inside(
                        payload.enclosed().stream()
                                .map(letter -> LayerWords.code(letter.kind()))
                                .toList(),
                        fields.differences(),
                        payload.coveredPart().map(ReadingReport::covered)));
    }

    private static Covered covered(CoveredPart part) {
        return new Covered(
                authenticity(part.authenticity()),
                signer(part.authenticity()),
                part.another().map(AddrSpec::text),
                part.footer().replace("\r\n", "\n"));
    }

    private static LetterReport closed(String file, Status status, ProtectedFields outer, Note note) {
        return new LetterReport(
                file,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outer.author().map(AddrSpec::text),
                HeaderNames.firstOfEach(outer),
                "",
                List.of(),
                0,
                List.of(note));
    }

    /// The words without proof, and the header fields as they stand outside.
    private static LetterReport unproven(String file, ProtectedFields outer, Opening.Unproven unproven) {
        return new LetterReport(
                file,
                status(unproven.status()),
                Optional.of(confidentiality(unproven.confidentiality())),
                Optional.of("unsigned"),
                Optional.empty(),
                outer.author().map(AddrSpec::text),
                HeaderNames.firstOfEach(outer),
                unproven.text().words().replace("\r\n", "\n"),
                List.of(),
                0,
                ReportNotes.ofUnproven(unproven.notes()));
    }

    private static Status status(CryptographicSummary.Status status) {
        return switch (status) {
            case CONFIDENTIAL -> Status.CONFIDENTIAL;
            case VERIFIED -> Status.VERIFIED;
            case UNPROTECTED -> Status.UNPROTECTED;
            case ENCRYPTED_BUT_UNVERIFIED -> Status.ENCRYPTED_BUT_UNVERIFIED;
        };
    }

    private static String confidentiality(Confidentiality confidentiality) {
        return switch (confidentiality) {
            case Confidentiality.Encrypted _ -> "encrypted";
            case Confidentiality.Cleartext _ -> "cleartext";
        };
    }

    private static String authenticity(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Verified _ -> "verified";
            case Authenticity.Unverified _ -> "unverified";
            case Authenticity.Unsigned _ -> "unsigned";
        };
    }

    private static Optional<String> signer(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Verified verified ->
                Optional.of(verified.signer().fingerprint().hex());
            case Authenticity.Unverified _, Authenticity.Unsigned _ -> Optional.empty();
        };
    }

    private static Optional<String> confirmedBy(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Verified verified -> verified.introduction().flatMap(SmimeIntroduction::confirmedBy);
            case Authenticity.Unverified _, Authenticity.Unsigned _ -> Optional.empty();
        };
    }
}
