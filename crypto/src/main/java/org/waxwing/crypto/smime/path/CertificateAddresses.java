package org.waxwing.crypto.smime.path;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.OtherName;
import org.waxwing.crypto.mime.AddrSpec;

/// The mail addresses that an S/MIME certificate is for (RFC 8550 §3).
public final class CertificateAddresses {
    /// id-on-SmtpUTF8Mailbox (RFC 9598 §3).
    private static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

    /// A certificate that names more is not one person's.
    private static final int MAX_ADDRESSES = 100;

    private CertificateAddresses() {}

    /// Its addresses: those of subjectAltName, where there are any. The old attribute emailAddress in the
    /// subject counts only where subjectAltName names no address (RFC 8550 §3 lets a reader look there).
    public static List<AddrSpec> of(PathCertificate certificate) {
        Set<AddrSpec> addresses = new LinkedHashSet<>();
        for (GeneralName name : certificate.extensions().alternativeNames()) {
            mailbox(name).flatMap(AddrSpec::parse).ifPresent(addresses::add);
        }
        if (addresses.isEmpty()) {
            DistinguishedNames.all(certificate.subject(), BCStyle.EmailAddress)
                    .map(AddrSpec::parse)
                    .flatMap(Optional::stream)
                    .forEach(addresses::add);
        }
        return new ArrayList<>(addresses).subList(0, Math.min(addresses.size(), MAX_ADDRESSES));
    }

    /// Whether subjectAltName names a mail address, well written or not.
    static boolean inAlternativeNames(PathCertificate certificate) {
        return certificate.extensions().alternativeNames().stream()
                .anyMatch(name -> mailbox(name).isPresent());
    }

    /// Whether the subject does.
    static boolean inSubject(PathCertificate certificate) {
        return DistinguishedNames.all(certificate.subject(), BCStyle.EmailAddress)
                .findAny()
                .isPresent();
    }

    /// The text of a name that is a mail address: rfc822Name, or SmtpUTF8Mailbox.
    static Optional<String> mailbox(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.rfc822Name ->
                Optional.of(ASN1IA5String.getInstance(name.getName()).getString());
            case GeneralName.otherName -> utf8Mailbox(OtherName.getInstance(name.getName()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> utf8Mailbox(OtherName name) {
        return SMTP_UTF8_MAILBOX.equals(name.getTypeID()) && name.getValue() instanceof ASN1UTF8String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }
}
