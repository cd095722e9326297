package org.waxwing.ui.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.mailbox.Letters;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.mime.Mailbox;

/// A small mailbox.
public final class SampleLetters implements Letters {
    public static final FolderId INBOX = new FolderId(1);
    private final List<Summary> inbox = new ArrayList<>();

    /// The letters of the pictures.
    public static SampleLetters few() {
        SampleLetters letters = new SampleLetters();
        letters.add(
                1,
                Sample.ANNA,
                "Trip budget",
                "The numbers we agreed on Tuesday are in the sheet below.",
                "2026-06-09T10:42:00Z",
                false,
                true,
                Optional.of(Status.CONFIDENTIAL));
        letters.add(
                2,
                Sample.BEN,
                "Room change",
                "Tomorrow we meet in the small seminar room, same time.",
                "2026-06-09T09:15:00Z",
                false,
                false,
                Optional.of(Status.UNPROTECTED));
        letters.add(
                3,
                Sample.CARLA,
                "Draft of chapter two",
                "Here is what I have. The middle part still needs a second reader.",
                "2026-06-08T17:31:00Z",
                true,
                true,
                Optional.of(Status.CONFIDENTIAL));
        letters.add(
                4,
                Sample.mailbox("Library", "loans@library.example"),
                "Two books are due on Friday",
                "You can extend both of them once more.",
                "2026-06-08T08:00:00Z",
                true,
                false,
                Optional.of(Status.UNPROTECTED));
        letters.add(5, Sample.ANNA, "Old archive", "", "2026-05-29T14:05:00Z", true, false, Optional.empty());
        letters.add(
                6,
                Sample.mailbox("", "office@chem.example"),
                "Signed minutes of 20 May",
                "Please find the minutes in the text below.",
                "2026-05-21T12:00:00Z",
                true,
                false,
                Optional.of(Status.VERIFIED));
        letters.add(
                7,
                Sample.BEN,
                "Telescope time",
                "We got the second week of September after all.",
                "2026-05-18T19:45:00Z",
                true,
                false,
                Optional.of(Status.ENCRYPTED_BUT_UNVERIFIED));
        return letters;
    }

    /// A long list, to see that it stays quick.
    public static SampleLetters many(int count) {
        SampleLetters letters = new SampleLetters();
        for (int i = 1; i <= count; i++) {
            letters.add(
                    i,
                    Sample.ANNA,
                    "Letter " + i,
                    "Text",
                    Sample.NOW.minus(Duration.ofMinutes(i)).toString(),
                    true,
                    false,
                    Optional.of(Status.CONFIDENTIAL));
        }
        return letters;
    }

    private void add(
            long id,
            Mailbox from,
            String subject,
            String preview,
            String date,
            boolean read,
            boolean files,
            Optional<Status> status) {
        inbox.add(new Summary(
                new LetterId(id),
                INBOX,
                List.of(from),
                List.of(Sample.ME),
                subject,
                preview,
                Instant.parse(date),
                read,
                files,
                status));
    }

    @Override
    public List<Folder> folders() {
        int unread = (int) inbox.stream().filter(letter -> !letter.read()).count();
        Optional<AccountId> account = Optional.of(new AccountId(1));
        return List.of(
                new Folder(INBOX, account, Folder.Kind.INBOX, "INBOX", inbox.size(), unread),
                new Folder(new FolderId(2), account, Folder.Kind.SENT, "Sent", 0, 0),
                new Folder(new FolderId(3), account, Folder.Kind.OTHER, "Archive", 0, 0));
    }

    @Override
    public List<Summary> page(FolderId folder, Optional<LetterId> before, int count) {
        if (!folder.equals(INBOX)) {
            return List.of();
        }
        int from = before.map(id -> position(id) + 1).orElse(0);
        return List.copyOf(inbox.subList(from, Math.min(inbox.size(), from + count)));
    }

    private int position(LetterId id) {
        return inbox.stream().map(Summary::id).toList().indexOf(id);
    }

    @Override
    public void markRead(LetterId id, boolean read) {
        inbox.replaceAll(letter -> letter.id().equals(id)
                ? new Summary(
                        id,
                        letter.folder(),
                        letter.from(),
                        letter.to(),
                        letter.subject(),
                        letter.preview(),
                        letter.date(),
                        read,
                        letter.attachments(),
                        letter.status())
                : letter);
    }
}
