package org.waxwing.crypto.smime.identity;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.waxwing.crypto.mime.AddrSpec;

/// A mail address as a certificate has it: rfc822Name for ASCII with the domain in A-labels (RFC 5280
/// §4.2.1.6), SmtpUTF8Mailbox where the local part has other letters (RFC 9598 §3).
final class MailName {
    private static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");

    private MailName() {}

    static GeneralName of(AddrSpec address) {
        String text = address.localPart() + "@" + address.asciiDomain();
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(address.localPart())) {
            return new GeneralName(GeneralName.rfc822Name, new DERIA5String(text));
        }
        // RFC 9598 §3: the domain stands in A-labels here too.
        return new GeneralName(GeneralName.otherName, new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
            SMTP_UTF8_MAILBOX, new DERTaggedObject(true, 0, new DERUTF8String(text))
        }));
    }
}
