package org.waxwing.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.app.cli.profile.ProfileDoor;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.sop.TemporarySpool;
import org.waxwing.app.cli.terminal.CommandLineFace;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopStreams;

/// A terminal in memory, with somebody who types the prepared answers.
final class Shell {
    private final Function<Optional<Path>, ProfileDoor> doors;
    final Deque<String> answers = new ArrayDeque<>();
    private byte[] input = new byte[0];
    private TemporarySpool spool = TemporarySpool.ofThisSystem(new SecureRandom());

    Shell(World world) {
        this(world::door);
    }

    /// Over other profiles than the fake one.
    Shell(Function<Optional<Path>, ProfileDoor> doors) {
        this.doors = doors;
    }

    /// Where text waits that is too long for memory.
    Shell waitingIn(Path folder) {
        spool = new TemporarySpool(folder, new SecureRandom());
        return this;
    }

    Shell typing(String... words) {
        answers.addAll(List.of(words));
        return this;
    }

    Shell reading(byte[] bytes) {
        input = bytes.clone();
        return this;
    }

    /// What a command left behind.
    ///
    /// @param out as ISO 8859-1, byte for byte
    /// @param err as text
    record Left(String out, String err, int code) {
        byte[] bytes() {
            return out.getBytes(StandardCharsets.ISO_8859_1);
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    Left run(String... words) {
        return run(List.of(words));
    }

    /// With a profile, whose passphrase is the first line of the file `passphrase` beside it.
    ///
    /// @param input whose lines end here as they do in mail
    Left runFor(Path profile, String input, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        Path passphrase = profile.resolveSibling("passphrase");
        all.addAll(List.of("--profile", profile.toString(), "--passphrase-file", passphrase.toString()));
        return reading(input.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .run(all);
    }

    Left run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                out,
                err,
                Map.of("PASSWORD", "correct horse"),
                _ -> Optional.ofNullable(answers.poll()).map(String::toCharArray));
        int code = new CommandLineFace(
                        Commands.over(
                                new Profiles(doors),
                                () -> Sop.with(
                                        new SecureRandom(),
                                        AlgorithmPolicy.current(),
                                        InstantSource.system().instant()),
                                () -> SopStreams.with(
                                        new SecureRandom(),
                                        AlgorithmPolicy.current(),
                                        InstantSource.system().instant(),
                                        spool)),
                        terminal)
                .run(words);
        return new Left(out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.UTF_8), code);
    }
}
