package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ImportWords;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.trust.DirectorySearch;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import picocli.CommandLine.Model.CommandSpec;

/// `cert find`: asks a directory for somebody's S/MIME certificates.
public final class CertFind implements Command {
    private static final String LDAP = "--ldap";

    private final Profiles profiles;

    public CertFind(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "find", "Ask a directory (LDAP) for the S/MIME certificates of an address.")
                .parameters("ADDRESS", "1", "Whose.")
                .option(LDAP, "URL", "The directory and where in it to look.")
                .profile()
                .json()
                .teaching(
                        "",
                        "The directory learns whom you look for; with ldap:// so does everybody on the way. What it",
                        "gives for exactly this address is kept as an address card, which an authority that counts",
                        "or you yourself have to confirm.",
                        "",
                        "  waxwing cert find ben@example.org --ldap ldaps://ldap.example.org/o=Example")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        AddrSpec address = Typed.address(given.parameters().getFirst());
        String server = given.required(LDAP);
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            return switch (waxwing.inquiries().search(server, address)) {
                case DirectorySearch.NoDirectory() ->
                    throw new CommandProblem(
                            ExitCode.UNSUPPORTED_OPTION,
                            "“" + server + "” is not the address of a directory.",
                            "Write it as ldaps://ldap.example.org/o=Example.");
                case DirectorySearch.Failed failed ->
                    throw new CommandProblem(
                            ExitCode.NOT_NOW,
                            switch (failed.outcome()) {
                                case REFUSED -> "The directory doesn't let anybody search there.";
                                case TOO_SLOW -> "The directory took too long.";
                                case UNREACHABLE,
                                        ANSWERED,
                                        OF_NO_USE,
                                        NO_WEB_ADDRESS,
                                        NOT_PUBLIC,
                                        REDIRECTED,
                                        TOO_LARGE -> "The directory can't be reached.";
                            },
                            "Nothing was changed. Check its name and the place in it, or try again later.");
                case DirectorySearch.Found found -> told(found, given, terminal);
            };
        }
    }

    private static ExitCode told(DirectorySearch.Found found, Given given, Terminal terminal) throws IOException {
        for (SmimeCertificate certificate : found.kept()) {
            boolean inYourName = found.inYourName().contains(certificate.fingerprint());
            if (given.flag(Options.JSON)) {
                JsonLine.print(
                        terminal,
                        json -> json.text(
                                        "fingerprint", certificate.fingerprint().hex())
                                .texts(
                                        "user_ids",
                                        certificate.userIds().stream()
                                                .map(UserId::text)
                                                .toList())
                                .text("issuer", certificate.issuer())
                                .instant("expires", certificate.expires())
                                .truth("in_your_name", inYourName));
                continue;
            }
            terminal.line(certificate.fingerprint().hex());
            for (UserId id : certificate.userIds()) {
                terminal.line("    " + id.text());
            }
            terminal.line("    issued by " + certificate.issuer()
                    + certificate
                            .expires()
                            .map(end -> ", ends " + ObjectionWords.day(end))
                            .orElse(""));
            if (inYourName) {
                terminal.line("    warning: this is your own address, and its private key is not here. "
                        + ImportWords.IN_YOUR_NAME + ".");
            }
        }
        if (!given.flag(Options.JSON)) {
            terminal.line(found.kept().size() + " kept, " + found.passedOver() + " not.");
        }
        return found.kept().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.OK;
    }
}
