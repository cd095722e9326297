package org.waxwing.ui.onboarding;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.account.Preset;
import org.waxwing.app.account.TlsMode;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.PassphraseField;
import org.waxwing.ui.text.Words;

/// The post office: suggested or by hand, what it will see, and the password.
final class ServersPage {
    private final Words words = Words.in(ServersPage.class);
    private final OnboardingViewModel model;
    private final VBox servers = new VBox();

    ServersPage(OnboardingViewModel model) {
        this.model = model;
    }

    Node page() {
        ServerForm form = model.servers();
        servers.getStyleClass().add("server-fields");
        form.preset().get().ifPresentOrElse(this::suggested, this::byHand);
        PassphraseField password = new PassphraseField(words.of("servers.password"));
        password.setId("password");
        Button connect = Buttons.primary(words.of("servers.connect"), () -> model.connect(password.take()));
        connect.setDefaultButton(true);
        connect.setId("next");
        Button anyway = Buttons.quiet(words.of("servers.anyway"), model::goOnUnconnected);
        anyway.visibleProperty().bind(model.hitch().map(hitch -> hitch instanceof Hitch.NotConnected));
        anyway.managedProperty().bind(anyway.visibleProperty());
        Label trying = Labels.quiet(words.of("servers.trying"));
        trying.visibleProperty().bind(model.busy());
        trying.managedProperty().bind(model.busy());
        return new StepPage(
                        model,
                        words.of("servers.title"),
                        words.of("servers.text"),
                        servers,
                        willSee(),
                        Labels.named(words.of("servers.user"), bound(form.userName(), "user-name")),
                        Labels.named(words.of("servers.password"), password),
                        trying)
                .with(connect, anyway, Buttons.quiet(words.of("back"), model::back));
    }

    private void suggested(Preset preset) {
        Label name = Labels.styled(preset.name(), "card-title");
        Label server = Labels.quiet(words.of(
                "servers.outgoing",
                preset.submission().host(),
                String.valueOf(preset.submission().port())));
        VBox card = new VBox(name, server);
        if (preset.incoming().isEmpty()) {
            card.getChildren().add(Labels.quiet(words.of("servers.sendOnly")));
        }
        card.getChildren().add(Buttons.quiet(words.of("servers.change"), this::byHand));
        card.getStyleClass().add("card");
        servers.getChildren().setAll(card);
    }

    private void byHand() {
        ServerForm form = model.servers();
        servers.getChildren()
                .setAll(
                        row(
                                words.of("servers.outgoingHost"),
                                bound(form.outgoingHost(), "outgoing-host"),
                                bound(form.outgoingPort(), "outgoing-port"),
                                form.outgoingTls()),
                        row(
                                words.of("servers.incomingHost"),
                                bound(form.incomingHost(), "incoming-host"),
                                bound(form.incomingPort(), "incoming-port"),
                                form.incomingTls()));
    }

    private HBox row(String name, TextField host, TextField port, ObjectProperty<TlsMode> tls) {
        VBox hostBox = Labels.named(name, host);
        HBox.setHgrow(hostBox, Priority.ALWAYS);
        port.setPrefColumnCount(5);
        ComboBox<TlsMode> mode = new ComboBox<>();
        mode.getItems().setAll(TlsMode.values());
        mode.setConverter(new ModeNames(words));
        mode.valueProperty().bindBidirectional(tls);
        mode.setAccessibleText(words.of("servers.tls"));
        Label modeName = Labels.styled(words.of("servers.tls"), "field-name");
        VBox modeBox = new VBox(modeName, mode);
        modeBox.getStyleClass().add("field-box");
        HBox row = new HBox(hostBox, Labels.named(words.of("servers.port"), port), modeBox);
        row.getStyleClass().add("field-row");
        return row;
    }

    private static final class ModeNames extends StringConverter<TlsMode> {
        private final Words words;

        ModeNames(Words words) {
            this.words = words;
        }

        @Override
        public String toString(TlsMode mode) {
            return switch (mode) {
                case IMPLICIT -> words.of("tls.implicit");
                case STARTTLS_REQUIRED -> words.of("tls.starttls");
            };
        }

        @Override
        public TlsMode fromString(String text) {
            return text.equals(words.of("tls.implicit")) ? TlsMode.IMPLICIT : TlsMode.STARTTLS_REQUIRED;
        }
    }

    private static TextField bound(StringProperty value, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    /// What the relay can know, before anybody signs in.
    private HBox willSee() {
        VBox seen = column(
                words.of("sees"),
                Feather.EYE,
                List.of(words.of("sees.from"), words.of("sees.to"), words.of("sees.time"), words.of("sees.size")));
        VBox hidden = column(
                words.of("hidden"),
                Feather.EYE_OFF,
                List.of(words.of("hidden.subject"), words.of("hidden.text"), words.of("hidden.files")));
        HBox card = new HBox(seen, hidden);
        card.getStyleClass().addAll("card", "will-see");
        return card;
    }

    private static VBox column(String title, Feather icon, List<String> lines) {
        VBox column = new VBox(Labels.styled(title, "field-name"));
        for (String line : lines) {
            Label label = new Label(line, Icons.of(icon));
            label.getStyleClass().add("see-line");
            column.getChildren().add(label);
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(1);
        column.setMaxWidth(Double.MAX_VALUE);
        return column;
    }
}
