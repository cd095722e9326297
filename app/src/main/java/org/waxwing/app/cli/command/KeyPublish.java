package org.waxwing.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.cert.Fingerprint;
import picocli.CommandLine.Model.CommandSpec;

/// `key publish`: what web servers need so that others find a card by its address. Asks no network.
public final class KeyPublish implements Command {
    private final Profiles profiles;

    public KeyPublish(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "publish", "Write files with which a web server gives out your card. Asks no network.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which of your seals.")
                .option("--wkd", "FOLDER", "Where to; made where it isn't there.")
                .profile()
                .teaching(
                        "",
                        "Makes a Web Key Directory: a folder for each web server, named like it. Place its contents at",
                        "the root of that server. Of openpgpkey.DOMAIN and DOMAIN one is enough.",
                        "",
                        "  waxwing key publish --wkd to-upload anna@chem.example")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        Path folder = Typed.path(given.required("--wkd"));
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Fingerprint seal = OwnSeal.named(waxwing, given.parameters().getFirst());
            List<Path> written = waxwing.seals().writeWebKeyDirectory(folder, seal);
            if (written.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.NOT_FOUND,
                        "No address on this seal is valid now, so there is nothing to publish.",
                        "See: waxwing key show");
            }
            for (Path file : written) {
                terminal.line(file.toString());
            }
            return ExitCode.OK;
        }
    }
}
