package org.waxwing.app.practice;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.mime.AddrSpec;

/// One letter under way: who sends it and who shall have it (RFC 5321 §3.3).
final class SmtpTransaction {
    static final int MOST_RECIPIENTS = 100;

    private final AddrSpec sender;
    private final boolean utf8;
    private final List<AddrSpec> recipients = new ArrayList<>();

    SmtpTransaction(AddrSpec sender, boolean utf8) {
        this.sender = sender;
        this.utf8 = utf8;
    }

    AddrSpec sender() {
        return sender;
    }

    boolean utf8() {
        return utf8;
    }

    List<AddrSpec> recipients() {
        return List.copyOf(recipients);
    }

    boolean isFull() {
        return recipients.size() >= MOST_RECIPIENTS;
    }

    void add(AddrSpec recipient) {
        if (!recipients.contains(recipient)) {
            recipients.add(recipient);
        }
    }

    @Override
    public String toString() {
        return "SmtpTransaction[" + recipients.size() + " recipients]";
    }
}
