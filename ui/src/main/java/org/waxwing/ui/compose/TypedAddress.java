package org.waxwing.ui.compose;

import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// Reads what a person types as a recipient: an address, or a name with the address in angle brackets.
final class TypedAddress {
    private TypedAddress() {}

    static Optional<Mailbox> read(String typed) {
        String text = typed.strip();
        int open = text.lastIndexOf('<');
        if (open >= 0 && text.endsWith(">")) {
            String name = text.substring(0, open).strip().replace("\"", "");
            boolean clean = name.chars().noneMatch(Character::isISOControl);
            return AddrSpec.parse(text.substring(open + 1, text.length() - 1).strip())
                    .filter(_ -> clean)
                    .map(address -> new Mailbox(name, address));
        }
        return AddrSpec.parse(text).map(Mailbox::of);
    }
}
