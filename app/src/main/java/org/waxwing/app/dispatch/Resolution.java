package org.waxwing.app.dispatch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.app.send.ProtectionPlan.Recipient;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.mime.AddrSpec;

/// Who gets a letter sealed by which technology, and for which certificate.
///
/// @param own the sender's key in each technology that this letter may use
/// @param chosen the certificate of each recipient who can be sealed for
/// @param recipients everyone, in the order of the letter
record Resolution(Map<Technology, LockedSecretKey> own, Map<AddrSpec, Certificate> chosen, List<Recipient> recipients) {
    Resolution {
        own = Map.copyOf(own);
        chosen = Map.copyOf(chosen);
        recipients = List.copyOf(recipients);
    }

    List<Recipient> notReady() {
        return recipients.stream()
                .filter(recipient -> !(recipient.readiness() instanceof Readiness.Ready))
                .toList();
    }

    /// The recipients by technology, each group in the order of the letter; those who aren't ready are in
    /// none.
    Map<Technology, List<AddrSpec>> groups(Collection<AddrSpec> addresses) {
        Map<Technology, List<AddrSpec>> groups = new EnumMap<>(Technology.class);
        for (Technology technology : Technology.values()) {
            List<AddrSpec> group = addresses.stream()
                    .filter(address -> Optional.ofNullable(chosen.get(address))
                            .filter(certificate -> Technology.of(certificate) == technology)
                            .isPresent())
                    .toList();
            if (!group.isEmpty()) {
                groups.put(technology, group);
            }
        }
        return groups;
    }

    /// Whether the letter to this address is encrypted for this certificate.
    boolean isFor(AddrSpec address, Fingerprint certificate) {
        return Optional.ofNullable(chosen.get(address))
                .filter(taken -> taken.fingerprint().equals(certificate))
                .isPresent();
    }

    /// The key that signs where nothing is encrypted.
    Optional<LockedSecretKey> signer() {
        return Optional.ofNullable(own.get(Technology.OPENPGP))
                .or(() -> Optional.ofNullable(own.get(Technology.SMIME)));
    }

    @Override
    public String toString() {
        return "Resolution[" + recipients.size() + " recipients]";
    }
}
