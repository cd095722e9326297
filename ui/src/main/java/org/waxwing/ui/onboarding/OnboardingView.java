package org.waxwing.ui.onboarding;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.PassphraseField;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The first run: one page at a time in the middle of the window.
public final class OnboardingView extends StackPane {
    private static final int STEPS = 6;

    private final Words words = Words.in(OnboardingView.class);
    private final OnboardingViewModel model;
    private final OnboardingActions actions;
    private final Dates dates;
    private final VBox frame = new VBox();

    public OnboardingView(OnboardingViewModel model, OnboardingActions actions, Dates dates) {
        this.model = model;
        this.actions = actions;
        this.dates = dates;
        getStyleClass().add("backdrop");
        frame.getStyleClass().add("step-frame");
        ScrollPane scroll = new ScrollPane(new StackPane(frame));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words.of("firstRun"));
        getChildren().add(scroll);
        model.step().subscribe(this::show);
    }

    private void show(Step step) {
        int number = switch (step) {
            case Step.Welcome _, Step.Done _ -> 0;
            case Step.WhoYouAre _ -> 1;
            case Step.Lock _ -> 2;
            case Step.Servers _ -> 3;
            case Step.Seal _, Step.Brought _ -> 4;
            case Step.KeepSafe _, Step.RecoveryDigits _ -> 5;
            case Step.TestLetter _, Step.Tested _ -> 6;
        };
        frame.getChildren().clear();
        if (number > 0) {
            Label progress = Labels.quiet(words.of("progress", number, STEPS));
            frame.getChildren().add(progress);
        }
        frame.getChildren()
                .add(
                        switch (step) {
                            case Step.Welcome _ -> welcome();
                            case Step.WhoYouAre _ -> whoYouAre();
                            case Step.Lock _ -> lock();
                            case Step.Servers _ -> new ServersPage(model).page();
                            case Step.Seal _ -> new SealPages(model, actions).choose();
                            case Step.Brought brought -> new SealPages(model, actions).brought(brought);
                            case Step.KeepSafe _ -> new SafePages(model, actions).choose();
                            case Step.RecoveryDigits digits -> new SafePages(model, actions).digits(digits);
                            case Step.TestLetter letter -> new TestPages(model, dates).ask(letter);
                            case Step.Tested tested -> new TestPages(model, dates).tested(tested);
                            case Step.Done done -> done(done);
                        });
        focusFirst();
    }

    /// Puts the cursor into the first field, or on the main button.
    public void focusFirst() {
        Optional<Node> field = frame.lookupAll(".text-field").stream().findFirst();
        field.or(() -> frame.lookupAll(".button").stream().findFirst()).ifPresent(Node::requestFocus);
    }

    private Node done(Step.Done done) {
        actions.done(done.waxwing());
        return Labels.quiet(words.of("done"));
    }

    private Node welcome() {
        StackPane seal = new StackPane(Marks.seal());
        seal.getStyleClass().add("big-seal");
        Button begin = main(words.of("welcome.begin"), model::begin);
        VBox page = new StepPage(model, words.of("welcome.title"), words.of("welcome.text")).with(begin);
        page.getChildren().addFirst(seal);
        page.getChildren().add(3, Labels.text(words.of("welcome.noServer")));
        page.getChildren().add(4, Labels.quiet(words.of("welcome.haveKeys")));
        return page;
    }

    private Node whoYouAre() {
        TextField name = new TextField();
        name.setId("name");
        name.textProperty().bindBidirectional(model.name());
        TextField address = new TextField();
        address.setId("address");
        address.textProperty().bindBidirectional(model.address());
        address.setPromptText(words.of("who.example"));
        return new StepPage(
                        model,
                        words.of("who.title"),
                        words.of("who.text"),
                        Labels.named(words.of("who.name"), name),
                        Labels.named(words.of("who.address"), address))
                .with(main(words.of("next"), model::named), back());
    }

    private Node lock() {
        PassphraseField first = new PassphraseField(words.of("lock.passphrase"));
        first.setId("passphrase");
        PassphraseField second = new PassphraseField(words.of("lock.again"));
        second.setId("passphrase-again");
        CheckBox understood = new CheckBox(words.of("lock.understood"));
        understood.setAccessibleText(words.of("lock.understood"));
        understood.setId("understood");
        understood.setWrapText(true);
        Button next = main(words.of("next"), () -> {
            boolean same = first.sameAs(second);
            second.wipe();
            model.lock(first.take(), same);
        });
        next.disableProperty().bind(understood.selectedProperty().not());
        return new StepPage(
                        model,
                        words.of("lock.title"),
                        words.of("lock.text"),
                        Labels.named(words.of("lock.passphrase"), first),
                        Labels.named(words.of("lock.again"), second),
                        understood)
                .with(next, back());
    }

    private Button back() {
        return Buttons.quiet(words.of("back"), model::back);
    }

    private static Button main(String text, Runnable action) {
        Button button = Buttons.primary(text, action);
        button.setDefaultButton(true);
        button.setId("next");
        return button;
    }
}
