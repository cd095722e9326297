package org.waxwing.app.cli.command;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.cli.words.ReadinessWords;
import org.waxwing.app.cli.words.TokenWords;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.AddrSpec;

/// Why a letter was not sealed, alike for `send` and `seal`.
final class Refusals {
    private Refusals() {}

    static CommandProblem notReady(List<ProtectionPlan.Recipient> recipients) {
        return new CommandProblem(
                ExitCode.RECIPIENT_NOT_READY,
                ReadinessWords.sentence(recipients),
                "Import an address card with “waxwing import FILE”, or leave them out.");
    }

    static CommandProblem twoTechnologies(List<ProtectionPlan.Recipient> recipients) {
        List<String> who = recipients.stream()
                .map(recipient ->
                        recipient.address().text() + " (" + ReadinessWords.technology(recipient.readiness()) + ")")
                .toList();
        return new CommandProblem(
                ExitCode.RECIPIENT_NOT_READY,
                "One file can't be sealed for all: " + String.join(", ", who) + ".",
                "Send the letter with “waxwing send”, which makes a copy for each, or name fewer in To and Cc.");
    }

    static CommandProblem locked(Fingerprint own, Optional<TokenProblem> token) {
        if (token.isPresent()) {
            return new CommandProblem(
                    TokenWords.end(token.get()),
                    TokenWords.sentence(token.get()) + " Nothing was sealed.",
                    TokenWords.hint(token.get()));
        }
        return new CommandProblem(
                ExitCode.LOCKED,
                "Your key " + own.hex() + " is locked, so nothing was sealed.",
                "Run the command at a terminal to be asked for its passphrase.");
    }

    /// @param only the technology that the person held the letter to; they may have a seal of the other
    static CommandProblem noSeal(Optional<AddrSpec> sender, Optional<Technology> only) {
        String whom = sender.map(address -> " for " + address.text()).orElse(" for this sender");
        String what = "You have no " + only.map(Refusals::own).orElse("seal") + whom + ", so nothing was sealed.";
        return new CommandProblem(
                ExitCode.KEY_CANNOT_SIGN,
                what,
                only.map(Refusals::way)
                        .orElse("Make one with “waxwing key generate”, or import your key with “waxwing import”."));
    }

    private static String own(Technology technology) {
        return switch (technology) {
            case OPENPGP -> "OpenPGP key";
            case SMIME -> "S/MIME certificate";
        };
    }

    private static String way(Technology technology) {
        return switch (technology) {
            case OPENPGP ->
                "Make one with “waxwing key generate”, import yours with “waxwing import”, or leave out --openpgp.";
            case SMIME ->
                "Ask for one with “waxwing cert request”, import yours with “waxwing import”, or leave out --smime.";
        };
    }

    static CommandProblem sealUnusable(Fingerprint own, List<Objection> objections) {
        return new CommandProblem(
                ExitCode.KEY_CANNOT_SIGN,
                "Your seal " + own.hex() + " can't be used now: " + ObjectionWords.clause(objections) + ".",
                switch (Technology.of(own)) {
                    case OPENPGP -> "Make a new one with “waxwing key generate”.";
                    case SMIME ->
                        "Ask its authority for a new certificate: waxwing cert request, then waxwing cert install"
                                + " FILE. One that you have already is brought in with: waxwing import FILE";
                });
    }

    static CommandProblem noRecipients(String hint) {
        return new CommandProblem(ExitCode.MISSING_ARGUMENT, "The letter has no recipients.", hint);
    }

    static CommandProblem holdsSealedText() {
        return new CommandProblem(
                ExitCode.BAD_DATA,
                "The letter holds text of a sealed letter, so it was not sent in clear.",
                "Take that text out, or send it sealed.");
    }

    static CommandProblem letterUnusable(String why) {
        return new CommandProblem(ExitCode.BAD_DATA, why, "");
    }
}
