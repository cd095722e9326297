package org.waxwing.app.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.waxwing.crypto.mime.Octets;

/// A message for the mail library that writes its bytes as they are. The library knows nothing of its
/// fields and parts, so it can't rebuild any.
final class RawMessage extends MimeMessage {
    private final Octets bytes;

    RawMessage(Session session, Octets bytes) {
        super(session);
        this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] leftOut) throws IOException {
        bytes.writeTo(out);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    @Override
    public void saveChanges() {
        throw new IllegalStateException("a sealed message is never changed");
    }
}
