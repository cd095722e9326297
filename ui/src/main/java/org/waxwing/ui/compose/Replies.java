package org.waxwing.ui.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.Answered;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.SealedText;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.Responding;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.compose.LetterStart.Caution;

/// Begins answers. An answer to a sealed letter goes only to people whose addresses stood inside with its
/// text: anyone on the way could have put others outside (RFC 9788 §6.2), and whoever copies a sealed
/// letter under a name of their own waits for an answer that quotes it. Where nothing ties the text to the
/// one who is answered, nothing of it is taken over.
public final class Replies {
    private static final int MOST_QUOTED_LINES = 2000;

    /// Characters. A line of a header has at most 998 octets, and nobody reads more than this.
    private static final int LONGEST_SUBJECT = 500;

    private Replies() {}

    /// @param sealed the letter was sealed
    /// @param quoteLine the line above the quoted text, such as "Anna Weber wrote:"
    public static LetterStart to(
            ProtectedFields letter, String text, boolean sealed, boolean toAll, Account account, String quoteLine) {
        Responding inside = letter.responding();
        boolean takesOver = !sealed || inside.bound();
        Set<AddrSpec> taken = new LinkedHashSet<>();
        List<Mailbox> to = fresh(authors(letter, sealed), taken, account);
        List<Mailbox> cc = new ArrayList<>();
        List<Mailbox> leftOut = new ArrayList<>();
        if (toAll) {
            (!sealed || inside.holds("To") ? cc : leftOut).addAll(letter.to());
            (!sealed || inside.holds("Cc") ? cc : leftOut).addAll(letter.cc());
        }
        Draft draft = new Draft(
                account.id(),
                to,
                fresh(cc, taken, account),
                List.of(),
                takesOver || !inside.holds("Subject") ? subject(letter.subject()) : "",
                takesOver ? "\n\n" + quoteLine + "\n" + quoted(text) : "",
                List.of(),
                new Answered(
                        letter.messageId(),
                        Stream.concat(letter.references().stream(), letter.messageId().stream())
                                .distinct()
                                .toList(),
                        sealed),
                sealed ? sealedText(letter, text, quoteLine) : SealedText.none());
        return new LetterStart(draft, fresh(leftOut, taken, account), caution(letter, sealed));
    }

    /// Who wrote the letter, for the line above a quote.
    public static Optional<Mailbox> writer(ProtectedFields letter, boolean sealed) {
        return (sealed ? letter.responding().from() : letter.from()).stream().findFirst();
    }

    private static Caution caution(ProtectedFields letter, boolean sealed) {
        Responding inside = letter.responding();
        if (!sealed) {
            return Caution.NONE;
        }
        if (inside.authors().isEmpty()) {
            return Caution.NOBODY_NAMED;
        }
        if (!inside.bound()) {
            return Caution.MAY_BE_COPIED;
        }
        return addresses(inside.from()).equals(addresses(letter.from())) ? Caution.NONE : Caution.NAMED_INSIDE;
    }

    private static List<AddrSpec> addresses(List<Mailbox> people) {
        return people.stream().map(Mailbox::address).toList();
    }

    /// A postcard may tell neither what the letter said, nor its hidden subject, nor that its author
    /// wrote it.
    private static SealedText sealedText(ProtectedFields letter, String text, String quoteLine) {
        SealedText quoted = SealedText.none().and(text).and(quoteLine);
        return letter.subject().isBlank()
                ? quoted
                : quoted.and(letter.subject()).and(shortened(letter.subject()));
    }

    private static List<Mailbox> authors(ProtectedFields letter, boolean sealed) {
        if (sealed) {
            return letter.responding().authors();
        }
        return letter.replyTo().isEmpty() ? letter.from() : letter.replyTo();
    }

    private static List<Mailbox> fresh(List<Mailbox> people, Set<AddrSpec> taken, Account account) {
        AddrSpec own = account.identity().address();
        return people.stream()
                .filter(person -> !person.address().equals(own) || (people.size() == 1 && taken.isEmpty()))
                .filter(person -> taken.add(person.address()))
                .toList();
    }

    private static String subject(String subject) {
        String taken = shortened(subject);
        return taken.regionMatches(true, 0, "Re:", 0, 3) ? taken : "Re: " + taken;
    }

    private static String shortened(String subject) {
        int length = Math.min(subject.length(), LONGEST_SUBJECT);
        boolean half = length > 0 && length < subject.length() && Character.isHighSurrogate(subject.charAt(length - 1));
        return subject.substring(0, half ? length - 1 : length);
    }

    private static String quoted(String text) {
        return text.strip()
                .lines()
                .limit(MOST_QUOTED_LINES)
                .map(line -> line.startsWith(">") ? ">" + line : line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }
}
