package org.waxwing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Scene;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.MailtoLink;
import org.waxwing.ui.onboarding.OnboardingActions;
import org.waxwing.ui.onboarding.OnboardingView;
import org.waxwing.ui.onboarding.OnboardingViewModel;
import org.waxwing.ui.onboarding.ProfileDoor;
import org.waxwing.ui.onboarding.UnlockState;
import org.waxwing.ui.onboarding.UnlockView;
import org.waxwing.ui.onboarding.UnlockViewModel;
import org.waxwing.ui.reading.LetterPages;
import org.waxwing.ui.reading.OpenedLetters;
import org.waxwing.ui.task.Tasks;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.theme.Look;
import org.waxwing.ui.theme.Theme;

/// The way through the program: first run or unlocking, then the three panes.
final class Screens implements OnboardingActions {
    private final Shell shell;
    private final Scene scene;
    private final Tasks tasks;
    private final FilePicking picking;
    private final Dates dates;
    private final Function<Waxwing, LetterPages> pages;
    private Look look;
    private Optional<Waxwing> open = Optional.empty();
    private Optional<MailtoLink> asked = Optional.empty();
    private Optional<Desk> desk = Optional.empty();

    Screens(Shell shell, Scene scene, Tasks tasks, FilePicking picking, Dates dates, Look look) {
        this(
                shell,
                scene,
                tasks,
                picking,
                dates,
                look,
                waxwing -> new OpenedLetters(waxwing.read(), waxwing.vouching()));
    }

    /// @param pages where the reading pane gets letters from
    Screens(
            Shell shell,
            Scene scene,
            Tasks tasks,
            FilePicking picking,
            Dates dates,
            Look look,
            Function<Waxwing, LetterPages> pages) {
        this.shell = shell;
        this.scene = scene;
        this.tasks = tasks;
        this.picking = picking;
        this.dates = dates;
        this.look = look;
        this.pages = pages;
        Theme.dress(scene, look);
    }

    /// Begins with what the profile needs.
    void start(ProfileDoor door) {
        if (door.exists()) {
            unlock(door);
        } else {
            firstRun(new OnboardingViewModel(door, tasks));
        }
    }

    private void unlock(ProfileDoor door) {
        UnlockViewModel model = new UnlockViewModel(door, tasks);
        UnlockView view = new UnlockView(model);
        model.state().subscribe(state -> {
            if (state instanceof UnlockState.Open(Waxwing waxwing)) {
                enter(door, waxwing);
            }
        });
        shell.show(view);
        view.begin();
    }

    private void enter(ProfileDoor door, Waxwing waxwing) {
        tasks.run(() -> waxwing.accounts().all(), accounts -> {
            if (accounts.isEmpty()) {
                open = Optional.of(waxwing);
                firstRun(OnboardingViewModel.goingOn(door, waxwing, tasks));
            } else {
                openDesk(waxwing, accounts);
            }
        });
    }

    private void firstRun(OnboardingViewModel model) {
        OnboardingView view = new OnboardingView(model, this, dates);
        shell.show(view);
        view.focusFirst();
    }

    /// The three panes for a profile that is open.
    void open(Waxwing waxwing) {
        open(waxwing, () -> {});
    }

    private void open(Waxwing waxwing, Runnable then) {
        tasks.run(() -> waxwing.accounts().all(), accounts -> {
            openDesk(waxwing, accounts);
            then.run();
        });
    }

    /// The same for a practice session, which closes its profile itself.
    void practise(Waxwing waxwing, LetterPages letters) {
        tasks.run(() -> waxwing.accounts().all(), accounts -> show(waxwing, accounts, letters));
    }

    private void openDesk(Waxwing waxwing, List<Account> accounts) {
        open = Optional.of(waxwing);
        show(waxwing, accounts, pages.apply(waxwing));
    }

    /// A letter to begin as soon as there is a desk to write at.
    void toWrite(MailtoLink link) {
        asked = Optional.of(link);
    }

    private void show(Waxwing waxwing, List<Account> accounts, LetterPages letters) {
        Desk opened = new Desk(waxwing, accounts, letters, tasks, picking, shell, this::switchLook, dates);
        desk = Optional.of(opened);
        shell.show(opened.view());
        opened.start();
        asked.ifPresent(opened::write);
        asked = Optional.empty();
    }

    void switchLook() {
        look = look.other();
        Theme.dress(scene, look);
    }

    /// Keeps what is being written and closes the profile.
    void close() {
        desk.ifPresent(Desk::keepDraft);
        open.ifPresent(Waxwing::close);
    }

    @Override
    public List<Path> pickKeyFiles() {
        return picking.pick();
    }

    @Override
    public Optional<Path> whereToSave(String suggestedName) {
        return picking.whereToSave(suggestedName);
    }

    @Override
    public void done(Waxwing waxwing) {
        open(waxwing, () -> desk.ifPresent(Desk::introduceMark));
    }
}
