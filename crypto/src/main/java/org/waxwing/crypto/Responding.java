package org.waxwing.crypto;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waxwing.crypto.mime.Mailbox;

/// Whom an answer goes to, as far as nobody on the way can have named them (RFC 9788 §4.4.4, §6.2).
///
/// @param from who wrote the letter: the From inside; where none is, the one outside, but never that of a
///   sealed letter whose own header fields are inside and whose signature doesn't name it
/// @param replyTo whom the letter asks to answer instead, inside
/// @param bound the letter was not sealed, or those above belong to its text. Where they don't, somebody
///   may have copied the sealed letter of another person and put it under this name
/// @param inside the names in lower case of the fields that stand inside, together with the text
public record Responding(List<Mailbox> from, List<Mailbox> replyTo, boolean bound, Set<String> inside) {
    public Responding {
        from = List.copyOf(from);
        replyTo = List.copyOf(replyTo);
        inside = Set.copyOf(inside);
    }

    /// Whom to answer; nobody where the letter names nobody that counts.
    public List<Mailbox> authors() {
        return replyTo.isEmpty() ? from : replyTo;
    }

    /// Whether a field of this name stands inside, where nobody on the way could add it.
    public boolean holds(String field) {
        return inside.contains(field.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Responding[redacted]";
    }
}
