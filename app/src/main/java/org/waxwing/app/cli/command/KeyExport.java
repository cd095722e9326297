package org.waxwing.app.cli.command;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.gnupg.OwnerTrustList;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import picocli.CommandLine.Model.CommandSpec;

/// `key export`: the address card, or with `--secret` the private key, in armour on standard output; or
/// with `--ownertrust` what tells GnuPG that the key is its user's own.
public final class KeyExport implements Command {
    private static final String PASSPHRASE = "--export-passphrase-file";

    private final Profiles profiles;

    public KeyExport(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "export", "Write an address card, for others, to standard output.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which of your seals, or whose card.")
                .flag("--secret", "Write the private key instead, locked with a passphrase of its own.")
                .flag("--ownertrust", "Write what “gpg --import-ownertrust” reads instead: that this seal is yours.")
                .option(PASSPHRASE, "F", "With --secret: a file whose first line locks the exported key. Default: ask.")
                .profile()
                .teaching("", "  waxwing key export anna@chem.example > anna.asc")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            String typed = given.parameters().getFirst();
            if (given.flag("--ownertrust")) {
                OwnerTrustList.ofOwn(List.of(OwnSeal.named(waxwing, typed))).writeTo(terminal.out());
                return ExitCode.OK;
            }
            Optional<Octets> armored = given.flag("--secret")
                    ? secret(waxwing, sealNamed(waxwing, typed), given, terminal)
                    : card(waxwing, OwnSeal.orCard(waxwing, typed).fingerprint());
            armored.orElseThrow(() -> new CommandProblem(
                            ExitCode.LOCKED,
                            "The private key could not be unlocked, so it was not exported.",
                            "Give the passphrase that it keeps."))
                    .writeTo(terminal.out());
            return ExitCode.OK;
        }
    }

    private static Fingerprint sealNamed(Waxwing waxwing, String typed) {
        if (OwnSeal.own(waxwing, typed).isEmpty() && isOwnSmime(waxwing, typed)) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "Your key “" + typed + "” is one of S/MIME, which is not written in OpenPGP's armour.",
                    "Write it with: waxwing cert export --secret " + typed);
        }
        return OwnSeal.named(waxwing, typed);
    }

    private static boolean isOwnSmime(Waxwing waxwing, String typed) {
        Optional<Fingerprint.X509Sha256> fingerprint = Typed.smimeFingerprint(typed);
        Stream<CertificateCard> named = fingerprint.isPresent()
                ? waxwing.certificates().card(fingerprint.get()).stream()
                : AddrSpec.parse(typed).stream()
                        .flatMap(address -> waxwing.certificates().forAddress(address).stream());
        return named.anyMatch(card -> card.kind() == CertificateCard.Kind.OWN);
    }

    private static Optional<Octets> card(Waxwing waxwing, Fingerprint fingerprint) {
        return switch (fingerprint) {
            case Fingerprint.OpenPgpV4 _, Fingerprint.OpenPgpV6 _ ->
                waxwing.seals().publicCard(fingerprint);
            case Fingerprint.X509Sha256(String hex) ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "This is an S/MIME certificate, which is not written in OpenPGP's armour.",
                        "Write it with: waxwing cert export " + hex);
        };
    }

    private static Optional<Octets> secret(Waxwing waxwing, Fingerprint seal, Given given, Terminal terminal) {
        try (Passphrase lock = lock(given, terminal)) {
            if (lock.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT, "An empty passphrase protects nothing.", "Choose a longer one.");
            }
            return waxwing.seals().exportPrivate(seal, lock);
        }
    }

    @MustBeClosed
    private static Passphrase lock(Given given, Terminal terminal) {
        return NewPassphrase.of(given.value(PASSPHRASE).map(Typed::path), terminal, "the exported key", PASSPHRASE);
    }
}
