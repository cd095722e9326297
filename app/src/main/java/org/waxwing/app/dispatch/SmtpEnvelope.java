package org.waxwing.app.dispatch;

import java.util.List;
import org.waxwing.crypto.mime.AddrSpec;

/// Who a message is from and who gets it, as the relay is told (MAIL FROM and RCPT TO, RFC 5321 §3.3).
public record SmtpEnvelope(AddrSpec from, List<AddrSpec> recipients) {
    public SmtpEnvelope {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a message goes to somebody");
        }
    }

    @Override
    public String toString() {
        return "SmtpEnvelope[" + recipients.size() + " recipients]";
    }
}
