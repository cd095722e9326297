package org.waxwing.ui.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.Answered;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.SealedText;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// Begins answers. An answer to a sealed letter goes only to people whose addresses were protected with
/// it: anyone on the way could have added others outside (RFC 9788 §6.1).
public final class Replies {
    private static final int MOST_QUOTED_LINES = 2000;

    private Replies() {}

    /// @param sealed the letter was sealed
    /// @param quoteLine the line above the quoted text, such as "Anna Weber wrote:"
    public static LetterStart to(
            ProtectedFields letter, String text, boolean sealed, boolean toAll, Account account, String quoteLine) {
        Set<AddrSpec> taken = new LinkedHashSet<>();
        List<Mailbox> to = fresh(authors(letter, sealed), taken, account);
        List<Mailbox> cc = new ArrayList<>();
        List<Mailbox> leftOut = new ArrayList<>();
        if (toAll) {
            others(letter, "to", letter.to(), sealed, cc, leftOut);
            others(letter, "cc", letter.cc(), sealed, cc, leftOut);
        }
        Draft draft = new Draft(
                account.id(),
                to,
                fresh(cc, taken, account),
                List.of(),
                subject(letter.subject()),
                "\n\n" + quoteLine + "\n" + quoted(text),
                List.of(),
                new Answered(
                        letter.messageId(),
                        Stream.concat(letter.references().stream(), letter.messageId().stream())
                                .distinct()
                                .toList(),
                        sealed),
                sealed ? sealedText(letter, text, quoteLine) : SealedText.none());
        return new LetterStart(draft, fresh(leftOut, taken, account));
    }

    /// A postcard may tell neither what the letter said, nor its hidden subject, nor that its author
    /// wrote it.
    private static SealedText sealedText(ProtectedFields letter, String text, String quoteLine) {
        SealedText quoted = SealedText.none().and(text).and(quoteLine);
        return letter.subject().isBlank() ? quoted : quoted.and(letter.subject());
    }

    private static List<Mailbox> authors(ProtectedFields letter, boolean sealed) {
        boolean redirected = !letter.replyTo().isEmpty() && (!sealed || covered(letter, "reply-to"));
        return redirected ? letter.replyTo() : letter.from();
    }

    private static void others(
            ProtectedFields letter,
            String field,
            List<Mailbox> people,
            boolean sealed,
            List<Mailbox> taken,
            List<Mailbox> leftOut) {
        (!sealed || covered(letter, field) ? taken : leftOut).addAll(people);
    }

    private static boolean covered(ProtectedFields letter, String field) {
        Optional<FieldProtection> protection = letter.fields().stream()
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(field))
                .map(ProtectedFields.Field::protection)
                .findFirst();
        return protection.filter(found -> found != FieldProtection.UNPROTECTED).isPresent();
    }

    private static List<Mailbox> fresh(List<Mailbox> people, Set<AddrSpec> taken, Account account) {
        AddrSpec own = account.identity().address();
        return people.stream()
                .filter(person -> !person.address().equals(own) || (people.size() == 1 && taken.isEmpty()))
                .filter(person -> taken.add(person.address()))
                .toList();
    }

    private static String subject(String subject) {
        return subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
    }

    private static String quoted(String text) {
        return text.strip()
                .lines()
                .limit(MOST_QUOTED_LINES)
                .map(line -> line.startsWith(">") ? ">" + line : line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }
}
