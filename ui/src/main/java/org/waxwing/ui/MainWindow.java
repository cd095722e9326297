package org.waxwing.ui;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.practice.PracticeSession;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.onboarding.ProfileDoor;
import org.waxwing.ui.task.BackgroundTasks;
import org.waxwing.ui.task.Tasks;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;
import org.waxwing.ui.theme.Look;
import org.waxwing.ui.theme.Theme;

/// The one window: stage, scene and what is in it. Made on the toolkit's thread.
final class MainWindow {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;

    private final Words words = Words.in(MainWindow.class);
    private final Stage stage = new Stage();
    private final Shell shell = new Shell();
    private final Tasks tasks = new BackgroundTasks(() -> shell.say(words.of("broken")));
    private final PassphraseSheet prompt = new PassphraseSheet(shell);
    private final Screens screens;
    private final StartArguments start;
    private Optional<PracticeSession> practice = Optional.empty();

    MainWindow(StartArguments start, Runnable closed) {
        this.start = start;
        Theme.loadFonts();
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        this.screens = new Screens(shell, scene, tasks, new PlatformFilePicking(stage), Dates.here(), preferred());
        stage.setScene(scene);
        stage.setTitle(words.of("title"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnHidden(_ -> {
            prompt.close();
            screens.close();
            practice.ifPresent(PracticeSession::close);
            closed.run();
        });
    }

    void show() {
        if (start.practice()) {
            shell.show(waiting());
            tasks.run(() -> PracticeSession.open(new SecureRandom(), InstantSource.system()), session -> {
                practice = Optional.of(session);
                screens.practise(session.waxwing(), new PracticePages(session));
            });
        } else {
            start.asked().ifPresent(screens::toWrite);
            screens.start(door());
        }
        stage.show();
    }

    private StackPane waiting() {
        StackPane page = new StackPane(Labels.quiet(words.of("practice.opening")));
        page.getStyleClass().add("backdrop");
        return page;
    }

    private static Look preferred() {
        return switch (Platform.getPreferences().getColorScheme()) {
            case LIGHT -> Look.LIGHT;
            case DARK -> Look.DARK;
        };
    }

    private ProfileDoor door() {
        return new ProfileDoor() {
            @Override
            public boolean exists() {
                return start.profile().exists();
            }

            @Override
            public ProfileOpening open(Passphrase passphrase) {
                return start.profile().open(passphrase, prompt);
            }

            @Override
            public ProfileOpening create(Passphrase passphrase) {
                return start.profile().create(passphrase, prompt);
            }
        };
    }
}
