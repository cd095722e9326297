package org.waxwing.app.practice;

import java.util.List;

/// One command of a client.
///
/// @param name in upper case
record ImapCommand(String tag, String name, List<ImapToken> arguments) {
    ImapCommand {
        arguments = List.copyOf(arguments);
    }

    ImapToken argument(int index) throws ImapSyntaxException {
        if (index >= arguments.size()) {
            throw new ImapSyntaxException("an argument is missing");
        }
        return arguments.get(index);
    }

    /// The command behind UID.
    ImapCommand behindUid() throws ImapSyntaxException {
        return new ImapCommand(tag, argument(0).keyword(), arguments.subList(1, arguments.size()));
    }

    @Override
    public String toString() {
        return "ImapCommand[" + name + "]";
    }
}
