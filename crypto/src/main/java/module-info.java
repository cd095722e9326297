import org.jspecify.annotations.NullMarked;

/// Bytes in, bytes and verdicts out: byte-exact MIME, OpenPGP, and the judgement of what a reader may
/// believe.
///
/// Touches no network, no disk, no clock and no log. Time and randomness come in as parameters.
@NullMarked
module org.waxwing.crypto {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires org.bouncycastle.pg;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.util;
    requires org.bouncycastle.provider;
    requires org.jsoup;

    exports org.waxwing.crypto;
    exports org.waxwing.crypto.cert;
    exports org.waxwing.crypto.dkim;
    exports org.waxwing.crypto.gnupg;
    exports org.waxwing.crypto.mime;
    exports org.waxwing.crypto.page;
    exports org.waxwing.crypto.policy;
    exports org.waxwing.crypto.secret;
    exports org.waxwing.crypto.sop;
}
