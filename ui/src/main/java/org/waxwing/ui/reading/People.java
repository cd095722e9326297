package org.waxwing.ui.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Words;

/// How the people of a letter are called.
public final class People {
    /// Nobody reads more names in one line.
    private static final int MOST_NAMES = 12;

    private final Words words = Words.in(People.class);
    private final Set<AddrSpec> own;

    /// @param own the addresses of the person at this computer
    public People(List<AddrSpec> own) {
        this.own = Set.copyOf(own);
    }

    public boolean isMe(AddrSpec address) {
        return own.contains(address);
    }

    /// The display name, or the address where there is none.
    public String name(Mailbox mailbox) {
        String given = Signers.plain(mailbox.displayName());
        return given.isEmpty() ? mailbox.address().text() : given;
    }

    /// "me, Ben Ito and Carla Mensah"; of more than twelve the first ones and how many others.
    public String names(List<Mailbox> mailboxes) {
        List<String> names = mailboxes.stream()
                .limit(MOST_NAMES)
                .map(mailbox -> isMe(mailbox.address()) ? words.of("people.me") : name(mailbox))
                .toList();
        if (mailboxes.size() > MOST_NAMES) {
            String first = String.join(words.of("people.comma") + " ", names);
            return words.of("people.others", first, mailboxes.size() - MOST_NAMES);
        }
        return switch (names.size()) {
            case 0 -> words.of("people.nobody");
            case 1 -> names.getFirst();
            default ->
                words.of(
                        "people.last",
                        String.join(words.of("people.comma") + " ", names.subList(0, names.size() - 1)),
                        names.getLast());
        };
    }

    /// The addresses of the first of them, for none may hide behind a name.
    static String addresses(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .limit(MOST_NAMES)
                .map(mailbox -> mailbox.address().text())
                .collect(Collectors.joining(", "));
    }
}
