package org.waxwing.app.cli.command;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.NewPassphrase;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Kind;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import picocli.CommandLine.Model.CommandSpec;

/// `cert export`: a certificate in PEM, or with `--secret` one's own with its key in PKCS#12, on standard
/// output.
public final class CertExport implements Command {
    private static final String PASSPHRASE = "--export-passphrase-file";

    private final Profiles profiles;

    public CertExport(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "export", "Write an S/MIME certificate, for others, to standard output.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which; of an address, the one to prefer.")
                .flag("--chain", "With the certificates above it.")
                .flag("--secret", "Write PKCS#12 (.p12) instead, with your private key and the chain, locked.")
                .option(PASSPHRASE, "F", "With --secret: a file whose first line locks it. Default: ask.")
                .profile()
                .teaching(
                        "",
                        "  waxwing cert export anna@chem.example --chain > anna.pem",
                        "  waxwing cert export anna@chem.example --secret > anna.p12")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        if (given.value(PASSPHRASE).isPresent() && !given.flag("--secret")) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS,
                    "A certificate alone is not secret, so nothing locks it.",
                    "Add --secret to write your private key too, or leave out " + PASSPHRASE + ".");
        }
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            CertificateCard card =
                    NamedCertificate.best(waxwing, given.parameters().getFirst());
            Optional<Octets> written = given.flag("--secret")
                    ? secret(waxwing, card, given, terminal)
                    : waxwing.certificates().export(card.fingerprint(), given.flag("--chain"));
            written.orElseThrow(() -> new CommandProblem(
                            ExitCode.LOCKED,
                            "The private key could not be unlocked, so it was not exported.",
                            "Put back a copy of the profile folder."))
                    .writeTo(terminal.out());
            return ExitCode.OK;
        }
    }

    private static Optional<Octets> secret(Waxwing waxwing, CertificateCard card, Given given, Terminal terminal) {
        if (card.kind() != Kind.OWN) {
            throw new CommandProblem(
                    ExitCode.NOT_FOUND,
                    "You have no private key for this certificate.",
                    "Leave out --secret, or name one of your own. See: waxwing cert list");
        }
        if (!waxwing.certificates().keepsKey(card.fingerprint())) {
            throw new CommandProblem(
                    ExitCode.NOT_FOUND,
                    "The private key of this certificate lies on a token and can't leave it.",
                    "Leave out --secret. Another computer uses the key where the token is plugged in.");
        }
        try (Passphrase lock = lock(given, terminal)) {
            if (lock.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT, "An empty passphrase protects nothing.", "Choose a longer one.");
            }
            return waxwing.certificates().exportPrivate(card.fingerprint(), lock);
        }
    }

    @MustBeClosed
    private static Passphrase lock(Given given, Terminal terminal) {
        return NewPassphrase.of(given.value(PASSPHRASE).map(Typed::path), terminal, "the exported key", PASSPHRASE);
    }
}
