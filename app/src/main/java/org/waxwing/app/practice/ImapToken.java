package org.waxwing.app.practice;

import java.util.List;
import java.util.Locale;
import org.waxwing.crypto.mime.Octets;

/// A piece of an IMAP command (RFC 3501 §4).
sealed interface ImapToken {
    /// An atom, a flag, a sequence set, or the name of a fetch item with its brackets.
    record Word(String text) implements ImapToken {}

    record Quoted(String text) implements ImapToken {}

    record Literal(Octets bytes) implements ImapToken {}

    record Group(List<ImapToken> members) implements ImapToken {
        public Group {
            members = List.copyOf(members);
        }
    }

    /// The token as a string, one character a byte (`astring`).
    default String string() throws ImapSyntaxException {
        return switch (this) {
            case Word(var text) -> text;
            case Quoted(var text) -> text;
            case Literal(var bytes) -> bytes.latin1();
            case Group _ -> throw new ImapSyntaxException("a string, not a list");
        };
    }

    /// The token as a keyword in upper case; only an atom is one.
    default String keyword() throws ImapSyntaxException {
        return switch (this) {
            case Word(var text) -> text.toUpperCase(Locale.ROOT);
            case Quoted _, Literal _, Group _ -> throw new ImapSyntaxException("a keyword is missing");
        };
    }

    /// The members of a list; any other token is a list of one.
    default List<ImapToken> members() {
        return switch (this) {
            case Group(var members) -> members;
            case Word _, Quoted _, Literal _ -> List.of(this);
        };
    }
}
