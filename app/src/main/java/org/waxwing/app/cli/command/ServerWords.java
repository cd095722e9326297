package org.waxwing.app.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.app.account.Preset;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.crypto.mime.Octets;

/// Reads servers from the options of `account add`.
record ServerWords(Given given) {
    ServerAddress submission() {
        Optional<String> typed = given.value("--smtp");
        if (typed.isPresent()) {
            return server(typed.get(), "--smtp-tls", 587, 465);
        }
        return preset().map(Preset::submission)
                .map(this::anchored)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.MISSING_ARGUMENT,
                        "No server to send through was named.",
                        "Give --smtp HOST:PORT or --preset oxmail."));
    }

    Optional<ServerAddress> incoming() {
        Optional<String> typed = given.value("--imap");
        return typed.isPresent()
                ? Optional.of(server(typed.get(), "--imap-tls", 143, 993))
                : preset().flatMap(Preset::incoming).map(this::anchored);
    }

    private Optional<Preset> preset() {
        return given.value("--preset").map(ServerWords::presetNamed);
    }

    private static Preset presetNamed(String name) {
        List<Preset> all = Preset.all();
        return all.stream()
                .filter(preset -> shortName(preset).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "There is no preset “" + name + "”.",
                        "Known: " + all.stream().map(ServerWords::shortName).collect(Collectors.joining(", ")) + "."));
    }

    /// The first word of its name in lower case.
    private static String shortName(Preset preset) {
        return preset.name().split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    /// `host`, `host:port` or `[address]:port`. Without a port the mode decides, without a mode the port.
    private ServerAddress server(String typed, String tlsOption, int startTlsPort, int implicitPort) {
        int colon = typed.lastIndexOf(':');
        boolean port = typed.contains("]:") || (colon > typed.lastIndexOf(']') && typed.indexOf(':') == colon);
        String host =
                (port ? typed.substring(0, colon) : typed).replace("[", "").replace("]", "");
        Optional<Integer> number = port ? Optional.of(port(typed, typed.substring(colon + 1))) : Optional.empty();
        TlsMode mode =
                given.value(tlsOption).map(word -> mode(tlsOption, word)).orElseGet(() -> guess(number, implicitPort));
        try {
            return anchored(ServerAddress.of(
                    host,
                    number.orElse(
                            switch (mode) {
                                case IMPLICIT -> implicitPort;
                                case STARTTLS_REQUIRED -> startTlsPort;
                            }),
                    mode));
        } catch (IllegalArgumentException impossible) {
            throw notAServer(typed);
        }
    }

    private static TlsMode guess(Optional<Integer> port, int implicitPort) {
        if (port.isEmpty()) {
            // Submission is usual at 587, fetching at 993.
            return implicitPort == 993 ? TlsMode.IMPLICIT : TlsMode.STARTTLS_REQUIRED;
        }
        return port.get() == implicitPort ? TlsMode.IMPLICIT : TlsMode.STARTTLS_REQUIRED;
    }

    private static TlsMode mode(String option, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "starttls" -> TlsMode.STARTTLS_REQUIRED;
            case "implicit" -> TlsMode.IMPLICIT;
            default ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        option + " is either starttls or implicit; there is no way without TLS.",
                        "Ports 587 and 143 usually take starttls, 465 and 993 implicit.");
        };
    }

    private static int port(String typed, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            throw notAServer(typed);
        }
    }

    private static CommandProblem notAServer(String typed) {
        return new CommandProblem(
                ExitCode.UNSUPPORTED_OPTION,
                "“" + typed + "” is not a server.",
                "Write it as smtp.example.org:587, with a port from 1 to 65535.");
    }

    private ServerAddress anchored(ServerAddress server) {
        Optional<Octets> anchor = given.value("--ca").map(Typed::path).map(InputFile::read);
        return new ServerAddress(server.host(), server.port(), server.tls(), anchor.or(server::anchor));
    }
}
