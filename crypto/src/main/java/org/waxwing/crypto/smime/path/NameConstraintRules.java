package org.waxwing.crypto.smime.path;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.waxwing.crypto.mime.AddrSpec;

/// Name constraints of the anchor as well (RFC 5937 §3.2), and of rfc822Name for SmtpUTF8Mailbox
/// (RFC 9598 §6). Path validation alone applies neither.
final class NameConstraintRules {
    private NameConstraintRules() {}

    /// Whether every name in the chain lies where the authorities above it may name.
    static boolean hold(IssuerSearch.Chain chain) {
        PKIXNameConstraintValidator names = new PKIXNameConstraintValidator();
        try {
            add(names, chain.anchor().certificate());
            List<PathCertificate> downwards = chain.path().reversed();
            for (PathCertificate one : downwards) {
                boolean end = one.equals(downwards.getLast());
                if (end || !one.isSelfIssued()) {
                    check(names, one);
                }
                add(names, one);
            }
            return true;
        } catch (NameConstraintValidatorException outside) {
            return false;
        } catch (RuntimeException malformed) {
            // The edge: a malformed name or constraint is a refusal.
            return false;
        }
    }

    private static void add(PKIXNameConstraintValidator names, PathCertificate authority) {
        Optional<NameConstraints> constraints = authority.extensions().nameConstraints();
        constraints.map(NameConstraints::getPermittedSubtrees).ifPresent(names::intersectPermittedSubtree);
        constraints.map(NameConstraints::getExcludedSubtrees).stream()
                .flatMap(Stream::of)
                .forEach(names::addExcludedSubtree);
    }

    private static void check(PKIXNameConstraintValidator names, PathCertificate certificate)
            throws NameConstraintValidatorException {
        names.checkPermittedDN(certificate.subject());
        names.checkExcludedDN(certificate.subject());
        for (GeneralName name : certificate.extensions().alternativeNames()) {
            check(names, name);
            // Of rfc822Name too: nothing keeps letters beyond ASCII out of it.
            Optional<GeneralName> mailbox = CertificateAddresses.mailbox(name).map(NameConstraintRules::ascii);
            if (mailbox.isPresent()) {
                check(names, mailbox.get());
            }
        }
        // A constraint on addresses binds the old attribute as well (RFC 5280 §4.2.1.10).
        for (String old : DistinguishedNames.all(certificate.subject(), BCStyle.EmailAddress)
                .toList()) {
            check(names, ascii(old));
        }
    }

    private static void check(PKIXNameConstraintValidator names, GeneralName name)
            throws NameConstraintValidatorException {
        names.checkPermitted(name);
        names.checkExcluded(name);
    }

    /// As a name of the kind that constraints know, with the domain in A-labels.
    private static GeneralName ascii(String mailbox) {
        String text = AddrSpec.parse(mailbox)
                .map(address -> (address.localPart().chars().allMatch(c -> c < 0x80) ? address.localPart() : "local")
                        + "@" + address.asciiDomain())
                .orElse(mailbox);
        return new GeneralName(GeneralName.rfc822Name, text);
    }
}
