package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ConnectionWords;
import org.waxwing.app.read.FetchMail.Fetched;
import picocli.CommandLine.Model.CommandSpec;

/// `fetch`: gets new letters of every account.
public final class Fetch implements Command {
    private final Profiles profiles;

    public Fetch(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "fetch", "Get new letters from the servers of every account.")
                .profile()
                .json()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            List<Fetched> all = waxwing.fetch().fetchAll();
            if (all.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.NOT_SET_UP,
                        "There is no account to fetch from.",
                        "Add one with “waxwing account add … --imap HOST:PORT”.");
            }
            ExitCode code = ExitCode.OK;
            for (Fetched fetched : all) {
                code = code.or(told(terminal, given, fetched, address(waxwing, fetched.account())));
            }
            return code;
        }
    }

    private static ExitCode told(Terminal terminal, Given given, Fetched fetched, String address) throws IOException {
        if (given.flag(Options.JSON)) {
            JsonLine.print(terminal, json -> fill(json.text("account", address), fetched));
        }
        return switch (fetched) {
            case Fetched.Done(var _, int fresh, int tooLarge) -> {
                String left = tooLarge == 0 ? "" : "; " + tooLarge + " left on the server because of their size";
                say(terminal, given, address + ": " + fresh + (fresh == 1 ? " new letter" : " new letters") + left);
                yield ExitCode.OK;
            }
            case Fetched.SendOnly(var _) -> {
                say(terminal, given, address + ": this account only sends");
                yield ExitCode.OK;
            }
            case Fetched.Failed(var _, var problem) -> {
                terminal.tell(address + ": " + ConnectionWords.sentence(problem));
                terminal.tell("Hint: " + ConnectionWords.hint(problem));
                yield ExitCode.NOT_NOW;
            }
        };
    }

    private static void say(Terminal terminal, Given given, String line) throws IOException {
        if (!given.flag(Options.JSON)) {
            terminal.line(line);
        }
    }

    private static void fill(JsonLine json, Fetched fetched) {
        switch (fetched) {
            case Fetched.Done(var _, int fresh, int tooLarge) ->
                json.text("result", "done").number("new", fresh).number("too_large", tooLarge);
            case Fetched.SendOnly(var _) -> json.text("result", "send-only");
            case Fetched.Failed(var _, var problem) ->
                json.text("result", "failed").text("why", ConnectionWords.sentence(problem));
        }
    }

    private static String address(Waxwing waxwing, AccountId id) {
        return waxwing.accounts().all().stream()
                .filter(account -> account.id().equals(id))
                .map(Account::identity)
                .map(identity -> identity.address().text())
                .findFirst()
                .orElse("account " + id.value());
    }
}
