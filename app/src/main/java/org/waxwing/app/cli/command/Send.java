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
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.Sending;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.Mailbox;
import picocli.CommandLine.Model.CommandSpec;

/// `send`: seals a letter and hands it to the relay. Sealed is the default; only `--postcard` sends clear.
public final class Send implements Command {
    private static final String POSTCARD = "--postcard";
    private static final String SIGN_ONLY = "--sign-only";
    private static final String PLAN = "--plan";

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
                .flag(PLAN, "Only say who would get it by what. No text is read, nothing is sealed or sent.")
                .profile()
                .pin()
                .json()
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
        if (given.flag(PLAN) && (given.flag(POSTCARD) || given.flag(SIGN_ONLY))) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS,
                    "Nobody needs an address card for a letter that isn't sealed.",
                    "Leave out --plan, or --postcard and --sign-only.");
        }
        Mailbox from = Typed.mailbox(given.required("--from"));
        DraftWords words = new DraftWords(given);
        words.check();
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Account account = waxwing.accounts()
                    .withAddress(from.address())
                    .orElseThrow(() -> noAccount(from.address().text()));
            if (given.flag(PLAN)) {
                return planned(
                        given, terminal, waxwing.send().plan(words.draft(account, ""), TypedTechnology.of(given)));
            }
            Draft draft = words.draft(account, InputFile.text(InputFile.standardInput(terminal.in())));
            ExitCode code = settled(waxwing, given, terminal, draft);
            SealEndNotice.tell(terminal, waxwing.seals());
            return code;
        }
    }

    private static ExitCode planned(Given given, Terminal terminal, ProtectionPlan plan) throws IOException {
        if (given.flag(Options.JSON)) {
            PlanPages.print(terminal, Optional.of(plan), List.of());
        } else {
            PlanPages.show(terminal, plan);
        }
        return PlanPages.end(plan, TypedTechnology.of(given));
    }

    private static Sending sent(Waxwing waxwing, Given given, Draft draft) {
        if (given.flag(POSTCARD)) {
            return waxwing.send().sendPostcard(draft, CleartextConsent.thePersonChosePostcard());
        }
        Protection protection = given.flag(SIGN_ONLY) ? Protection.SIGNED : Protection.SIGNED_AND_ENCRYPTED;
        return waxwing.send().send(draft, Optional.empty(), protection, TypedTechnology.of(given));
    }

    private static ExitCode settled(Waxwing waxwing, Given given, Terminal terminal, Draft draft) throws IOException {
        boolean json = given.flag(Options.JSON);
        boolean sealing = !given.flag(POSTCARD) && !given.flag(SIGN_ONLY);
        // Planned before it is sent, from what is known at that moment.
        Optional<ProtectionPlan> plan =
                json && sealing ? Optional.of(waxwing.send().plan(draft, TypedTechnology.of(given))) : Optional.empty();
        return switch (sent(waxwing, given, draft)) {
            case Sending.Queued(List<OutboxId> queued) -> {
                List<Outbox.Entry> copies =
                        queued.stream().map(waxwing.outbox()::submit).toList();
                if (!json) {
                    yield OutboxPages.report(terminal, copies);
                }
                PlanPages.print(terminal, plan, copies);
                yield OutboxPages.ended(terminal, copies);
            }
            case Sending.NotReady(var recipients) -> {
                if (json) {
                    PlanPages.print(terminal, plan, List.of());
                }
                throw Refusals.notReady(recipients);
            }
            case Sending.Locked(var own, var token) -> throw Refusals.locked(own, token);
            case Sending.NoSeal() -> throw Refusals.noSeal(Optional.empty(), TypedTechnology.of(given));
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
