package org.waxwing.ui.mailbox;

import org.waxwing.app.account.ConnectionProblem;

/// How the last look for new letters went.
public sealed interface MailState {
    record Quiet() implements MailState {}

    record Fetching() implements MailState {}

    record Fetched(int newLetters) implements MailState {}

    record Failed(ConnectionProblem problem) implements MailState {}

    /// No account can receive.
    record SendOnly() implements MailState {}
}
