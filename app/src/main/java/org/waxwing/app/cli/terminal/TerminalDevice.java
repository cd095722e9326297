package org.waxwing.app.cli.terminal;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The person's terminal when standard input or output lead elsewhere, as in `seal < a > b`: the POSIX
/// device `/dev/tty`, with its echo off while a secret is typed. Elsewhere there is none.
final class TerminalDevice implements SecretQuestion {
    private static final String DEVICE = "/dev/tty";
    private static final int MOST = 4096;

    @Override
    public Optional<char[]> ask(String question) {
        if (!Files.isWritable(Path.of(DEVICE))) {
            return Optional.empty();
        }
        try (InputStream keys = new FileInputStream(DEVICE);
                OutputStream screen = new FileOutputStream(DEVICE)) {
            return echo("-echo") ? asked(question, keys, screen) : Optional.empty();
        } catch (IOException noTerminal) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Boolean> agrees(String question) {
        if (!Files.isWritable(Path.of(DEVICE))) {
            return Optional.empty();
        }
        try (InputStream keys = new FileInputStream(DEVICE);
                OutputStream screen = new FileOutputStream(DEVICE)) {
            screen.write((SafeText.line(SecretQuestion.asked(question)) + " ").getBytes(StandardCharsets.UTF_8));
            return typed(keys).map(answer -> SecretQuestion.isYes(new String(answer)));
        } catch (IOException noTerminal) {
            return Optional.empty();
        }
    }

    private static Optional<char[]> asked(String question, InputStream keys, OutputStream screen) throws IOException {
        Thread restore = new Thread(TerminalDevice::showAgain);
        Runtime.getRuntime().addShutdownHook(restore);
        try {
            screen.write((SafeText.line(question) + " ").getBytes(StandardCharsets.UTF_8));
            return typed(keys);
        } finally {
            showAgain();
            screen.write('\n');
            removeHook(restore);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending (Ctrl-C): the hook runs anyway.
            return;
        }
    }

    private static void showAgain() {
        // Where this fails, the terminal went away, and its echo with it.
        boolean _ = echo("echo");
    }

    private static Optional<char[]> typed(InputStream keys) throws IOException {
        byte[] line = new byte[MOST];
        int length = 0;
        int key = keys.read();
        while (key != -1 && key != '\n' && length < MOST) {
            line[length++] = (byte) key;
            key = keys.read();
        }
        try {
            return key == -1 ? Optional.empty() : SecretLine.first(line, length);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private static boolean echo(String setting) {
        try {
            Process stty = new ProcessBuilder("stty", setting)
                    .redirectInput(new File(DEVICE))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return stty.waitFor() == 0;
        } catch (IOException noStty) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
