package org.waxwing.ui.reading;

import java.util.List;
import java.util.Set;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Words;

/// How the people of a letter are called.
public final class People {
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

    /// "me, Ben Ito and Carla Mensah".
    public String names(List<Mailbox> mailboxes) {
        List<String> names = mailboxes.stream()
                .map(mailbox -> isMe(mailbox.address()) ? words.of("people.me") : name(mailbox))
                .toList();
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
}
