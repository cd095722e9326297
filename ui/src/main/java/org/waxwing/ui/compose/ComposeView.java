package org.waxwing.ui.compose;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.account.Account;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.Sizes;
import org.waxwing.ui.shield.ReadinessWords;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The composer: people, subject, text, files, and one Send button whose words are what it does.
public final class ComposeView extends StackPane {
    private static final Duration AUTOSAVE = Duration.seconds(3);

    private final Words words = Words.in(ComposeView.class);
    private final ComposeViewModel model;
    private final ComposeActions actions;
    private final Dates dates;
    private final BorderPane page = new BorderPane();
    private final Label told = Labels.quiet("");
    private final RecipientField to;
    private final TextField subject = new TextField();
    private final TextArea text = new TextArea();
    private final FlowPane files = new FlowPane();
    private final PauseTransition autosave = new PauseTransition(AUTOSAVE);

    public ComposeView(ComposeViewModel model, ComposeActions actions, Dates dates) {
        this.model = model;
        this.actions = actions;
        this.dates = dates;
        this.to = new RecipientField(words.of("to"), model, model.to(), dates, this::tell);
        getStyleClass().add("compose");
        page.setTop(title());
        page.setCenter(paper());
        page.setBottom(new SendBar(model, this::askForPostcard, this::pick));
        getChildren().add(page);
        model.state().subscribe(this::onState);
        autosave.setOnFinished(_ -> model.keep());
        Stream.<ObservableValue<?>>of(model.text(), model.subject(), model.sender())
                .forEach(field -> field.subscribe(_ -> autosave.playFromStart()));
        Stream.of(model.to(), model.cc(), model.bcc(), model.attachments())
                .forEach(list -> list.addListener((InvalidationListener) _ -> autosave.playFromStart()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /// Puts the cursor where the writer goes on.
    public void begin() {
        if (model.to().isEmpty()) {
            to.input().requestFocus();
        } else {
            text.requestFocus();
            text.positionCaret(0);
        }
    }

    private HBox title() {
        Label title = Labels.styled(
                model.start().draft().answered().inReplyTo().isPresent() ? words.of("title.reply") : words.of("title"),
                "compose-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(
                title,
                Buttons.quiet(words.of("discard"), this::discard),
                Buttons.quiet(words.of("close"), this::close));
        row.getStyleClass().add("compose-top");
        return row;
    }

    private VBox paper() {
        subject.textProperty().bindBidirectional(model.subject());
        subject.getStyleClass().add("bare-field");
        subject.setAccessibleText(words.of("subject"));
        HBox.setHgrow(subject, Priority.ALWAYS);
        Label name = new Label(words.of("subject"));
        name.getStyleClass().add("row-name");
        name.setLabelFor(subject);
        HBox subjectRow = new HBox(name, subject);
        subjectRow.getStyleClass().add("compose-row");
        text.textProperty().bindBidirectional(model.text());
        text.setWrapText(true);
        text.setAccessibleText(words.of("text"));
        text.getStyleClass().add("compose-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        files.getStyleClass().add("files");
        model.attachments().addListener((ListChangeListener<AttachedFile>) _ -> drawFiles());
        drawFiles();
        VBox paper = new VBox();
        if (model.accounts().size() > 1) {
            paper.getChildren().add(senderRow());
        }
        told.getStyleClass().add("told");
        hideWhenEmpty(told);
        paper.getChildren()
                .addAll(
                        to,
                        new RecipientField(words.of("cc"), model, model.cc(), dates, this::tell),
                        new RecipientField(words.of("bcc"), model, model.bcc(), dates, this::tell),
                        told,
                        subjectRow,
                        notice(leftOut()),
                        notice(caution()),
                        text,
                        new SealedMark(model),
                        files);
        paper.getStyleClass().add("paper");
        return paper;
    }

    private HBox senderRow() {
        ComboBox<Account> from = new ComboBox<>();
        from.getItems().setAll(model.accounts());
        from.setAccessibleText(words.of("from"));
        from.setConverter(new StringConverter<>() {
            @Override
            public String toString(Account account) {
                return account == null ? "" : account.identity().address().text();
            }

            @Override
            public Account fromString(String text) {
                return model.sender().get();
            }
        });
        from.valueProperty().bindBidirectional(model.sender());
        Label name = new Label(words.of("from"));
        name.getStyleClass().add("row-name");
        HBox row = new HBox(name, from);
        row.getStyleClass().add("compose-row");
        return row;
    }

    private String leftOut() {
        String names = String.join(
                ", ",
                model.start().leftOut().stream()
                        .map(person -> person.address().text())
                        .toList());
        return names.isEmpty() ? "" : words.of("leftOut", names);
    }

    private String caution() {
        return switch (model.start().caution()) {
            case NONE -> "";
            case NAMED_INSIDE -> words.of("caution.namedInside");
            case MAY_BE_COPIED -> words.of("caution.mayBeCopied");
            case NOBODY_NAMED -> words.of("caution.nobodyNamed");
        };
    }

    private static Label notice(String sentence) {
        Label notice = Labels.quiet(sentence);
        notice.getStyleClass().add("told");
        hideWhenEmpty(notice);
        return notice;
    }

    private static void hideWhenEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void drawFiles() {
        files.getChildren().clear();
        for (AttachedFile file : model.attachments()) {
            Label name = new Label(
                    words.of("file", file.name(), Sizes.of(file.content().length())), Icons.of(Feather.PAPERCLIP));
            HBox chip = new HBox(name, Buttons.icon(Feather.X, words.of("file.remove", file.name()), () -> {
                boolean _ = model.attachments().remove(file);
            }));
            chip.getStyleClass().add("chip");
            files.getChildren().add(chip);
        }
        files.setManaged(!files.getChildren().isEmpty());
    }

    private void tell(Recipient recipient) {
        told.setText(recipient
                .readiness()
                .map(known -> new ReadinessWords(dates).sentence(recipient.name(), known))
                .orElse(words.of("chip.asking", recipient.name())));
    }

    private void onState(ComposeState state) {
        Optional<ResolvePane> resolve = switch (state) {
            case ComposeState.SomeNotReady some ->
                Optional.of(new ResolvePane(some, model, dates, this::askForPostcard));
            case ComposeState.NobodyNamed _,
                    ComposeState.Unfinished _,
                    ComposeState.Asking _,
                    ComposeState.Ready _,
                    ComposeState.NoSeal _,
                    ComposeState.Sealing _,
                    ComposeState.NotSent _,
                    ComposeState.Queued _ -> Optional.empty();
        };
        page.setRight(resolve.orElse(null));
        if (state instanceof ComposeState.Queued) {
            autosave.stop();
            actions.close();
        }
    }

    private void askForPostcard() {
        PostcardSheet sheet = new PostcardSheet(model, () -> getChildren().removeIf(PostcardSheet.class::isInstance));
        getChildren().add(sheet);
        sheet.begin();
    }

    private void pick() {
        model.attach(actions.pickFiles());
    }

    private void close() {
        autosave.stop();
        model.keep();
        actions.close();
    }

    private void discard() {
        autosave.stop();
        model.discard();
        actions.close();
    }

    private void onKey(KeyEvent event) {
        if ((event.isShortcutDown() || event.isControlDown()) && event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.sendSealed();
        } else if (event.getCode() == KeyCode.ESCAPE && getChildren().size() == 1) {
            event.consume();
            close();
        }
    }
}
