package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.CertificateWords;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.Standing;
import picocli.CommandLine.Model.CommandSpec;

/// `cert distrust`: takes back what `cert trust` or an import accepted.
public final class CertDistrust implements Command {
    private final Profiles profiles;

    public CertDistrust(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "distrust", "Take back your word for an authority or a person's certificate.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which; of an address, those that you accepted.")
                .profile()
                .teaching(
                        "",
                        "It counts again on others' word only. The certificate and the history of your decisions",
                        "stay. The authorities that come with Waxwing are not touched.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            return takenBack(waxwing, given.parameters().getFirst(), terminal);
        }
    }

    static ExitCode takenBack(Waxwing waxwing, String typed, Terminal terminal) throws IOException {
        List<CertificateCard> cards = NamedCertificate.all(waxwing, typed);
        boolean any = false;
        for (CertificateCard card : cards) {
            if (waxwing.certificates().takeBack(card.fingerprint())) {
                any = true;
                terminal.line(
                        "taken back  " + card.fingerprint().hex() + " " + CertificateWords.owner(card.certificate()));
            }
        }
        if (!any && cards.stream().allMatch(card -> card.standing() == Standing.OWN)) {
            throw new CommandProblem(
                    ExitCode.BAD_DATA,
                    "This certificate is your own: nothing was accepted that could be taken back.",
                    "Where its key was stolen, have its issuer revoke it.");
        }
        if (!any) {
            throw new CommandProblem(
                    ExitCode.NOT_FOUND,
                    "You never said that “" + typed + "” counts, so there is nothing to take back.",
                    "See on whose word it counts: waxwing cert list");
        }
        return ExitCode.OK;
    }
}
