package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.CertificateWords;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.crypto.cert.SmimeCertificate;

/// Shows a certificate and asks whether to believe it.
///
/// @param certain the person agreed already, when they typed the command
record TrustQuestion(boolean certain, Terminal terminal) {
    static final String YES = "--yes";

    void describe(SmimeCertificate certificate, String name) throws IOException {
        terminal.line(name);
        terminal.line("    " + CertificateWords.groups(certificate.fingerprint()));
        terminal.line("    issued by " + (certificate.issuer().equals(name) ? "itself" : certificate.issuer())
                + certificate
                        .expires()
                        .map(end -> ", ends " + ObjectionWords.day(end))
                        .orElse(""));
    }

    /// @return nothing where there is nobody to answer
    Optional<Boolean> answer(String question) throws IOException {
        terminal.out().flush();
        return certain ? Optional.of(true) : terminal.secrets().agrees(question);
    }

    /// Nobody answered, and nobody had agreed to anything before.
    static CommandProblem nobodyToAsk() {
        return nobodyToAsk("There is no terminal to ask at, so nothing was changed.");
    }

    static CommandProblem nobodyToAsk(String sentence) {
        return new CommandProblem(
                ExitCode.MISSING_ARGUMENT,
                sentence,
                "Compare the fingerprint with its owner's, and repeat the command with " + YES + ".");
    }
}
