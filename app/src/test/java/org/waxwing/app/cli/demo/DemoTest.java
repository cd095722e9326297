package org.waxwing.app.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.cli.terminal.CommandLineFace;
import org.waxwing.app.cli.terminal.CommandTree;
import org.waxwing.app.cli.terminal.CommandTree.Branch.Single;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Terminal;

final class DemoTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(new byte[0]), out, err, Map.of(), _ -> Optional.empty());
        CommandTree tree =
                new CommandTree("test", List.of(new Single(new Demo(new SecureRandom(), InstantSource.system()))));
        return new CommandLineFace(tree, terminal).run(List.of(words));
    }

    @Test
    void everyStepHolds() {
        int code = run("demo", "--headless");
        String shown = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, shown + err.toString(StandardCharsets.UTF_8));
        assertEquals(
                11, shown.lines().filter(line -> line.startsWith("     held, ")).count(), shown);
        assertTrue(shown.contains("-----BEGIN PGP MESSAGE-----"), shown);
        assertTrue(shown.contains("> The lantern hangs"), shown);
        assertTrue(shown.contains("unopenable (NOT_INTACT)"), shown);
    }

    @Test
    void saysThatTheWindowIsElsewhere() {
        assertEquals(ExitCode.UNSUPPORTED_OPTION.number(), run("demo"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("demo --headless"));
    }
}
