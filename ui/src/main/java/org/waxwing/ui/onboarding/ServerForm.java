package org.waxwing.ui.onboarding;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.waxwing.app.account.Account.Login;
import org.waxwing.app.account.Preset;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;

/// The servers as the person fills them in, or as a preset did.
public final class ServerForm {
    private static final int SUBMISSION_PORT = 587;
    private static final int IMAP_PORT = 993;

    private final ObjectProperty<Optional<Preset>> preset = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty userName = new SimpleStringProperty("");
    private final StringProperty outgoingHost = new SimpleStringProperty("");
    private final StringProperty outgoingPort = new SimpleStringProperty(String.valueOf(SUBMISSION_PORT));
    private final ObjectProperty<TlsMode> outgoingTls = new SimpleObjectProperty<>(TlsMode.STARTTLS_REQUIRED);
    private final StringProperty incomingHost = new SimpleStringProperty("");
    private final StringProperty incomingPort = new SimpleStringProperty(String.valueOf(IMAP_PORT));
    private final ObjectProperty<TlsMode> incomingTls = new SimpleObjectProperty<>(TlsMode.IMPLICIT);

    /// Fills in what is known about an address.
    void suggest(String asciiDomain, String address) {
        userName.set(address);
        Optional<Preset> known = Preset.all().stream()
                .filter(candidate -> candidate.fits(asciiDomain))
                .findFirst();
        preset.set(known);
        known.ifPresent(this::fill);
    }

    private void fill(Preset known) {
        outgoingHost.set(known.submission().host());
        outgoingPort.set(String.valueOf(known.submission().port()));
        outgoingTls.set(known.submission().tls());
        known.incoming().ifPresent(server -> {
            incomingHost.set(server.host());
            incomingPort.set(String.valueOf(server.port()));
            incomingTls.set(server.tls());
        });
    }

    public ObjectProperty<Optional<Preset>> preset() {
        return preset;
    }

    public StringProperty userName() {
        return userName;
    }

    public StringProperty outgoingHost() {
        return outgoingHost;
    }

    public StringProperty outgoingPort() {
        return outgoingPort;
    }

    public ObjectProperty<TlsMode> outgoingTls() {
        return outgoingTls;
    }

    public StringProperty incomingHost() {
        return incomingHost;
    }

    public StringProperty incomingPort() {
        return incomingPort;
    }

    public ObjectProperty<TlsMode> incomingTls() {
        return incomingTls;
    }

    /// The outgoing server, when it is complete.
    Optional<Login> outgoing() {
        return login(outgoingHost.get(), outgoingPort.get(), outgoingTls.get());
    }

    /// Whether the person wants to receive here too.
    boolean receives() {
        return !incomingHost.get().isBlank();
    }

    /// The incoming server, when it is complete.
    Optional<Login> incoming() {
        return login(incomingHost.get(), incomingPort.get(), incomingTls.get());
    }

    private Optional<Login> login(String host, String port, TlsMode tls) {
        if (userName.get().isBlank()) {
            return Optional.empty();
        }
        try {
            ServerAddress server = ServerAddress.of(host, Integer.parseInt(port.strip()), tls);
            return Optional.of(new Login(server, userName.get().strip()));
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }
}
