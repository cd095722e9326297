package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The mailboxes of an address field (RFC 5322 §3.4, RFC 6532): groups opened, comments gone, names
/// decoded.
///
/// @param mailboxes in order
/// @param sound whether everything in the field could be read as an address; where it couldn't, nobody
///   may be taken for the one author
public record AddressList(List<Mailbox> mailboxes, boolean sound) {
    public AddressList {
        mailboxes = List.copyOf(mailboxes);
    }

    /// The addresses in a field's value. Never fails.
    public static AddressList parse(String value) {
        return new AddressReader(value).read();
    }

    static AddressList join(List<AddressList> lists) {
        List<Mailbox> all = new ArrayList<>();
        lists.forEach(list -> all.addAll(list.mailboxes()));
        return new AddressList(all, lists.stream().allMatch(AddressList::sound));
    }

    /// The field's value for these mailboxes, ASCII but for the addresses themselves, folded.
    static String format(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(AddressList::format).collect(Collectors.joining(",\r\n "));
    }

    static String format(Mailbox mailbox) {
        String name = PlainText.oneLine(mailbox.displayName());
        String address = mailbox.address().text();
        if (name.isEmpty()) {
            return address;
        }
        return EncodedWords.phrase(name) + " <" + address + ">";
    }

    @Override
    public String toString() {
        return "AddressList[" + mailboxes.size() + "]";
    }
}
