import org.jspecify.annotations.NullMarked;

/// The keyring on disk: certificates, locked secret keys, what the person decided about them, and the
/// vault that seals every private value. Touches no network and decides no validity.
@NullMarked
module org.waxwing.keystore {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.waxwing.crypto;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports org.waxwing.keystore;
    exports org.waxwing.keystore.vault;
    exports org.waxwing.keystore.transfer;
}
