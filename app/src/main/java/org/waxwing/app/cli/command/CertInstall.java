package org.waxwing.app.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.CertificateWords;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.app.trust.Installation;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import picocli.CommandLine.Model.CommandSpec;

/// `cert install`: takes in what an authority answered to a request.
public final class CertInstall implements Command {
    private static final String ANY_ADDRESS = "--any-address";

    private final Profiles profiles;

    public CertInstall(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "install", "Take in the certificate that an authority made for a request.")
                .parameters("FILE", "1", "Its answer: PEM, DER or PKCS#7 (.p7b).")
                .flag(ANY_ADDRESS, "Take it also where it is not for the address that was asked for.")
                .profile()
                .teaching(
                        "",
                        "Finds the key that it is for by itself. Older certificates stay, to read older letters.",
                        "A newer certificate for a key that has one is taken too.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        String name = given.parameters().getFirst();
        Octets answer = InputFile.read(Typed.path(name));
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            return switch (waxwing.certificates().install(answer, given.flag(ANY_ADDRESS))) {
                case Installation.Installed installed -> told(installed, terminal);
                case Installation.ForAnotherKey(int certificates, int waiting) ->
                    throw forAnotherKey(certificates, waiting);
                case Installation.NotForAddress(AddrSpec asked, List<String> named) ->
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "The certificate is for your key, but not for " + asked.text() + ": it names "
                                    + (named.isEmpty() ? "no address" : String.join(", ", named))
                                    + ". Nothing was changed.",
                            "Have the authority correct it, or take it as it is with " + ANY_ADDRESS + ".");
                case Installation.Ended(Instant since) ->
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "The certificate expired on " + ObjectionWords.day(since) + ", so nothing was changed.",
                            "Ask the authority for a newer one; the key waits on.");
                case Installation.Unusable(List<Objection> objections) ->
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "The certificate is for your key, but can't be used: " + ObjectionWords.clause(objections)
                                    + ". Nothing was changed.",
                            "Ask the authority for one that is for signing and sealing mail, and install that.");
                case Installation.RequestItself() ->
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "“" + name + "” is a request, not its answer.",
                            "Send it to your authority, and install what comes back.");
                case Installation.Unreadable(IdentityProblem problem) ->
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "“" + name + "” is no answer of an authority: " + CertificateWords.problem(problem) + ".",
                            CertificateWords.elsewhere(problem)
                                    .orElse("Nothing was changed. Get the file again from the authority."));
            };
        }
    }

    private static CommandProblem forAnotherKey(int certificates, int waiting) {
        String which =
                certificates == 1 ? "The certificate in it is" : "None of its " + certificates + " certificates is";
        String sentence = certificates == 1 ? which + " for another key" : which + " for a key that is here";
        return waiting == 0
                ? new CommandProblem(
                        ExitCode.NOT_FOUND,
                        sentence + ", and no request waits here.",
                        "Was the request made on another computer, or in another profile? Somebody else's"
                                + " certificate is brought in with: waxwing import FILE")
                : new CommandProblem(
                        ExitCode.NOT_FOUND,
                        sentence + "; " + (waiting == 1 ? "the request that waits" : "the requests that wait")
                                + " here asked for other keys. Nothing was changed.",
                        "See what waits: waxwing cert list. Somebody else's certificate is brought in with:"
                                + " waxwing import FILE");
    }

    private static ExitCode told(Installation.Installed installed, Terminal terminal) throws IOException {
        CertificateCard card = installed.card();
        SmimeCertificate certificate = card.certificate();
        String result = switch (installed.change()) {
            case TAKEN -> "installed  ";
            case COMPLETED -> "completed  ";
            case UNCHANGED -> "unchanged  ";
        };
        terminal.line(result + card.fingerprint().hex() + " " + CertificateWords.owner(certificate));
        terminal.line("    issued by " + certificate.issuer()
                + certificate
                        .expires()
                        .map(end -> ", ends " + ObjectionWords.day(end))
                        .orElse(""));
        CertificateChain chain = installed.chain();
        terminal.line("    chain "
                + chain.missing()
                        .map(missing -> "incomplete: the certificate of " + missing + " is missing")
                        .orElse("complete"));
        terminal.line("    " + CertificateWords.clause(card));
        if (CertificateWords.signsOnly(certificate)) {
            terminal.tell("It only signs: nobody can seal letters for it.");
        }
        if (!chain.isComplete()) {
            terminal.tell("Hint: Others can't check your signature like this. Get that certificate from the authority,"
                    + " bring it in with “waxwing import FILE”, and install this answer again.");
        } else if (card.backing() instanceof Backing.Refused refused && refused.lacksOnlyAWord()) {
            for (SmimeCertificate root : topmost(chain).stream().toList()) {
                terminal.tell("Hint: It counts for you; for others where they believe its authority. If “"
                        + CertificateWords.owner(root) + "” is your institution's: waxwing cert trust "
                        + root.fingerprint().hex());
            }
        }
        return ExitCode.OK;
    }

    private static Optional<SmimeCertificate> topmost(CertificateChain chain) {
        return chain.above().isEmpty()
                ? Optional.empty()
                : Optional.of(chain.above().getLast());
    }
}
