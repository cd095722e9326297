package org.waxwing.ui.compose;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.send.Sending;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.shield.TokenWords;
import org.waxwing.ui.text.Words;

/// The Send button, and under it why it waits.
final class SendBar extends HBox {
    private final Words words = Words.in(SendBar.class);
    private final Button send;
    private final MenuButton more = new MenuButton();
    private final Label why = Labels.quiet("");

    SendBar(ComposeViewModel model, Runnable askForPostcard, Runnable pickFiles) {
        getStyleClass().add("send-bar");
        send = Buttons.primary(words.of("send.sealed"), model::sendSealed);
        send.setId("send");
        send.setGraphic(Marks.seal());
        send.getStyleClass().add("send");
        MenuItem postcard = new MenuItem(words.of("send.postcard"));
        postcard.setOnAction(_ -> askForPostcard.run());
        more.getItems().add(postcard);
        more.setId("send-more");
        more.setAccessibleText(words.of("send.more"));
        more.getStyleClass().add("send-more");
        Button attach = Buttons.plain(words.of("attach"), pickFiles);
        attach.setGraphic(Icons.of(Feather.PAPERCLIP));
        HBox buttons = new HBox(send, more);
        buttons.getStyleClass().add("send-pair");
        why.setAccessibleRole(AccessibleRole.TEXT);
        why.setId("send-why");
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        Label refused = Labels.styled("", "amber-text");
        refused.textProperty()
                .bind(model.refusedFiles()
                        .map(count -> count.intValue() == 0
                                ? ""
                                : words.of("attach.refused", count, PickedFile.LARGEST / 1_000_000)));
        VBox reasons = new VBox(why, refused);
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        reasons.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(reasons, Priority.ALWAYS);
        getChildren().addAll(buttons, reasons, attach);
        model.state().subscribe(this::show);
    }

    private void show(ComposeState state) {
        boolean ready = state instanceof ComposeState.Ready;
        send.setDisable(!ready && !(state instanceof ComposeState.NotSent));
        more.setDisable(
                switch (state) {
                    case ComposeState.NobodyNamed _,
                            ComposeState.Unfinished _,
                            ComposeState.Sealing _,
                            ComposeState.Queued _ -> true;
                    case ComposeState.Asking _,
                            ComposeState.Ready _,
                            ComposeState.SomeNotReady _,
                            ComposeState.NoSeal _,
                            ComposeState.NotSent _ -> false;
                });
        String reason = reason(state);
        why.setText(reason);
        why.setAccessibleText(reason);
        why.getStyleClass().setAll("label", ready ? "quiet-text" : "amber-text");
    }

    private String reason(ComposeState state) {
        return switch (state) {
            case ComposeState.NobodyNamed _ -> words.of("why.nobody");
            case ComposeState.Unfinished(String typed) -> words.of("why.unfinished", typed);
            case ComposeState.Asking _ -> words.of("why.asking");
            case ComposeState.Ready(int people) -> words.of("why.ready", people);
            case ComposeState.SomeNotReady some ->
                words.of("why.notReady", some.people().size());
            case ComposeState.NoSeal _ -> words.of("why.noSeal");
            case ComposeState.Sealing _ -> words.of("why.sealing");
            case ComposeState.Queued _ -> words.of("why.queued");
            case ComposeState.NotSent(Sending sending) ->
                switch (sending) {
                    case Sending.Queued _ -> words.of("why.queued");
                    case Sending.NotReady _ -> words.of("why.notReady", 1);
                    case Sending.Locked locked ->
                        locked.token()
                                .map(problem -> words.of("why.token", new TokenWords().sentences(problem)))
                                .orElseGet(() -> words.of("why.locked"));
                    case Sending.NoSeal _ -> words.of("why.noSeal");
                    case Sending.SealUnusable _ -> words.of("why.sealUnusable");
                    case Sending.NoRecipients _ -> words.of("why.nobody");
                    case Sending.NoAccount _ -> words.of("why.noAccount");
                    case Sending.HoldsSealedText(int runs, boolean _) -> words.of("why.holdsSealed", runs);
                    case Sending.LetterUnusable(String what) -> words.of("why.letter", what);
                };
        };
    }
}
