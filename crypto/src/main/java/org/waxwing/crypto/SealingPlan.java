package org.waxwing.crypto;

import java.util.List;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.LockedSecretKey;

/// How one letter is to be sealed.
///
/// @param signer the key of the person in From
/// @param recipients everyone who must be able to open it, the sender included; a Bcc recipient gets a
///   plan of their own (RFC 9787 §9.4); empty for signed only
public record SealingPlan(Protection protection, LockedSecretKey signer, List<Certificate> recipients) {
    public SealingPlan {
        recipients = List.copyOf(recipients);
    }
}
