package org.waxwing.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.arrival.ListedLetter;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// The stored form of a line in the list.
final class ListedForm {
    private ListedForm() {}

    static Octets written(ListedLetter listed) {
        return new FieldWriter()
                .many(listed.from(), FieldWriter::mailbox)
                .many(listed.to(), FieldWriter::mailbox)
                .text(listed.subject())
                .text(listed.preview())
                .maybe(listed.date(), (out, date) -> {
                    out.number(date.toEpochMilli());
                })
                .truth(listed.attachments())
                .maybe(listed.status(), (out, status) -> {
                    out.text(status.name());
                })
                .maybe(listed.messageId(), FieldWriter::text)
                .done();
    }

    static ListedLetter read(Octets written) {
        FieldReader in = new FieldReader(written);
        List<Mailbox> from = in.mailboxes();
        List<Mailbox> to = in.mailboxes();
        String subject = in.text();
        String preview = in.text();
        Optional<Instant> date = in.maybe(FieldReader::number).map(Instant::ofEpochMilli);
        boolean attachments = in.truth();
        Optional<CryptographicSummary.Status> status =
                in.maybe(FieldReader::text).map(CryptographicSummary.Status::valueOf);
        return new ListedLetter(from, to, subject, preview, date, attachments, status, in.maybe(FieldReader::text));
    }
}
