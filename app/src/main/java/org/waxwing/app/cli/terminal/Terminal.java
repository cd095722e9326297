package org.waxwing.app.cli.terminal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The three streams of the process, its environment, and the person in front of it.
///
/// @param out exact bytes; text through [#line]
/// @param err sentences for the person through [#tell]
/// @param environment the variables of the process
public record Terminal(
        InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, SecretQuestion secrets) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /// The terminal of this process.
    public static Terminal ofThisProcess() {
        return new Terminal(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new BufferedOutputStream(new StandardOutput(new FileOutputStream(FileDescriptor.out))),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                new ConsoleQuestion());
    }

    /// One line on standard output. Text that came from a stranger goes through [SafeText] here.
    public void line(String text) throws IOException {
        out.write((SafeText.line(text) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Several lines on standard output, made safe; always ends with a line end.
    public void lines(String text) throws IOException {
        String safe = SafeText.lines(text);
        out.write((safe.endsWith("\n") ? safe : safe + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// One line on standard error.
    public void tell(String text) throws IOException {
        out.flush();
        err.write((SafeText.line(text) + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
    }
}
