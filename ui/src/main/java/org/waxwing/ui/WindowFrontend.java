package org.waxwing.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.waxwing.app.Frontend;
import org.waxwing.ui.text.Words;

/// The window as a face of the program: for no arguments, `--profile DIR`, or `demo`.
public final class WindowFrontend implements Frontend {
    private static final int NO_WINDOW = 1;

    /// For the service loader.
    public WindowFrontend() {}

    @Override
    public boolean wants(List<String> arguments) {
        return StartArguments.of(arguments).isPresent();
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public int run(List<String> arguments) {
        Words words = Words.in(WindowFrontend.class);
        StartArguments start = StartArguments.of(arguments).orElseThrow();
        if (noDisplay(System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""))) {
            return refuse(words.of("start.noDisplay"));
        }
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> new MainWindow(start, closed::countDown).show());
            closed.await();
            return 0;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError | NoClassDefFoundError missing) {
            return refuse(words.of("start.noToolkit"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return NO_WINDOW;
        }
    }

    /// Whether this is a Unix without a screen to draw on.
    static boolean noDisplay(Map<String, String> environment, String system, String glassPlatform) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean needsOne = !name.contains("win") && !name.contains("mac") && !glassPlatform.equals("Headless");
        return needsOne && environment.getOrDefault("DISPLAY", "").isBlank();
    }

    private static int refuse(String why) {
        System.err.println(why);
        return NO_WINDOW;
    }
}
