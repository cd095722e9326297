import org.jspecify.annotations.NullMarked;

/// The application without a face: accounts, mailboxes, sending, reading; and the terminal face. Knows
/// neither JavaFX nor Bouncy Castle.
@NullMarked
module org.waxwing.app {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.waxwing.crypto;
    requires org.waxwing.keystore;
    requires java.logging;
    requires java.naming;
    requires java.sql;
    requires jdk.naming.dns;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires info.picocli;
    requires tools.jackson.core;

    exports org.waxwing.app;
    exports org.waxwing.app.account;
    exports org.waxwing.app.compose;
    exports org.waxwing.app.journey;
    exports org.waxwing.app.mailbox;
    exports org.waxwing.app.practice;
    exports org.waxwing.app.read;
    exports org.waxwing.app.send;
    exports org.waxwing.app.trust;

    uses org.waxwing.app.Frontend;

    provides org.waxwing.app.Frontend with
            org.waxwing.app.cli.CliFrontend;
}
