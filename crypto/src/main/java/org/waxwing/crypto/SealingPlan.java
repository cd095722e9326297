package org.waxwing.crypto;

import java.util.List;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.StatedCapabilities;

/// How one letter is to be sealed.
///
/// @param signer the key of the person in From
/// @param recipients in the signer's technology, everyone who must be able to open it, the sender
///   included; a Bcc recipient gets a plan of their own (RFC 9787 §9.4); empty for signed only
/// @param capabilities what S/MIME recipients are known to read, which decides the cipher
public record SealingPlan(
        Protection protection, LockedSecretKey signer, List<Certificate> recipients, StatedCapabilities capabilities) {
    public SealingPlan {
        recipients = List.copyOf(recipients);
        if (!recipients.stream().allMatch(recipient -> goesWith(signer, recipient))) {
            throw new IllegalArgumentException("one letter is sealed by OpenPGP or by S/MIME, never by both");
        }
    }

    /// For recipients of whose programs nothing is known.
    public SealingPlan(Protection protection, LockedSecretKey signer, List<Certificate> recipients) {
        this(protection, signer, recipients, StatedCapabilities.unknown());
    }

    List<OpenPgpCertificate> openPgpRecipients() {
        return recipients.stream().map(OpenPgpCertificate.class::cast).toList();
    }

    List<SmimeCertificate> smimeRecipients() {
        return recipients.stream().map(SmimeCertificate.class::cast).toList();
    }

    private static boolean goesWith(LockedSecretKey signer, Certificate recipient) {
        return switch (signer) {
            case OpenPgpSecretKey _ -> recipient instanceof OpenPgpCertificate;
            case SmimeSecretKey _ -> recipient instanceof SmimeCertificate;
        };
    }
}
