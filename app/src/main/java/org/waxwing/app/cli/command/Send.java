package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.Sending;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.Mailbox;
import picocli.CommandLine.Model.CommandSpec;

/// `send`: seals a letter and hands it to the relay. Sealed is the default; only `--postcard` sends clear.
public final class Send implements Command {
    private static final String POSTCARD = "--postcard";
    private static final String SIGN_ONLY = "--sign-only";

    private final Profiles profiles;

    public Send(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "send", "Seal a letter and hand it to the relay. Its text is standard input.")
                .option("--from", "ADDRESS", "The account it comes from.")
                .optionOfMany("--to", "ADDRESS", "Recipients.")
                .optionOfMany("--cc", "ADDRESS", "Recipients of a copy.")
                .optionOfMany("--bcc", "ADDRESS", "Recipients of a copy that the others do not see.")
                .option("--subject", "TEXT", "The subject; sealed with the text.")
                .optionOfMany("--attach", "FILE", "Files that go with it, sealed with their names.")
                .flag(SIGN_ONLY, "Sign it and do not seal it: anyone on the way can read it.")
                .flag(POSTCARD, "Neither seal nor sign it: anyone on the way can read and change it.")
                .flag(TypedTechnology.OPENPGP, "Seal by OpenPGP only.")
                .flag(TypedTechnology.SMIME, "Seal by S/MIME only.")
                .profile()
                .teaching(
                        "",
                        "When somebody has no usable address card, it says who and sends nothing to anyone.",
                        "Those who read OpenPGP and those who read S/MIME get a copy each of the one letter.",
                        "Prints a line for each recipient. What could not be handed over waits in the outbox.",
                        "",
                        "  waxwing send --from anna@chem.example --to ben@example.org \\",
                        "      --subject \"Trip budget\" --attach budget.ods < letter.txt")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        if (given.flag(POSTCARD) && given.flag(SIGN_ONLY)) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS,
                    "A letter is either a postcard or signed.",
                    "Leave out --postcard or --sign-only.");
        }
        if (given.flag(POSTCARD) && TypedTechnology.of(given).isPresent()) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS,
                    "A postcard is neither sealed nor signed.",
                    "Leave out --postcard, or --openpgp and --smime.");
        }
        Mailbox from = Typed.mailbox(given.required("--from"));
        DraftWords words = new DraftWords(given);
        words.check();
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Account account = waxwing.accounts()
                    .withAddress(from.address())
                    .orElseThrow(() -> noAccount(from.address().text()));
            Draft draft = words.draft(account, InputFile.text(InputFile.standardInput(terminal.in())));
            ExitCode code = settled(waxwing, terminal, sent(waxwing, given, draft));
            SealEndNotice.tell(terminal, waxwing.seals());
            return code;
        }
    }

    private static Sending sent(Waxwing waxwing, Given given, Draft draft) {
        if (given.flag(POSTCARD)) {
            return waxwing.send().sendPostcard(draft, CleartextConsent.thePersonChosePostcard());
        }
        Protection protection = given.flag(SIGN_ONLY) ? Protection.SIGNED : Protection.SIGNED_AND_ENCRYPTED;
        return waxwing.send().send(draft, Optional.empty(), protection, TypedTechnology.of(given));
    }

    private static ExitCode settled(Waxwing waxwing, Terminal terminal, Sending sending) throws IOException {
        return switch (sending) {
            case Sending.Queued(List<OutboxId> entries) ->
                OutboxPages.report(
                        terminal, entries.stream().map(waxwing.outbox()::submit).toList());
            case Sending.NotReady(var recipients) -> throw Refusals.notReady(recipients);
            case Sending.Locked(var own) -> throw Refusals.locked(own);
            case Sending.NoSeal() -> throw Refusals.noSeal(Optional.empty());
            case Sending.SealUnusable(var own, var objections) -> throw Refusals.sealUnusable(own, objections);
            case Sending.NoRecipients() -> throw Refusals.noRecipients("Give at least one with --to.");
            case Sending.NoAccount() -> throw noAccount("");
            case Sending.HoldsSealedText _ -> throw Refusals.holdsSealedText();
            case Sending.LetterUnusable(String why) -> throw Refusals.letterUnusable(why);
        };
    }

    private static CommandProblem noAccount(String address) {
        return new CommandProblem(
                ExitCode.NOT_SET_UP,
                address.isEmpty()
                        ? "There is no account with this sender."
                        : "There is no account for " + address + ".",
                "Add it with “waxwing account add”, or see “waxwing account list”.");
    }
}
