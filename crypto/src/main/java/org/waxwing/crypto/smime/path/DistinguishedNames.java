package org.waxwing.crypto.smime.path;

import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// Distinguished names (RFC 5280 §4.1.2.4) as people read them. The words come from a stranger: what could
/// mislead is taken out, and no word is longer than 120 characters.
public final class DistinguishedNames {
    private static final int LONGEST = 120;

    private DistinguishedNames() {}

    /// The common name, else the organisation, else the whole name in RFC 4514's form.
    public static String inWords(X500Name name) {
        return first(name, BCStyle.CN)
                .or(() -> first(name, BCStyle.O))
                .or(() -> first(name, BCStyle.OU))
                .orElseGet(() -> whole(name));
    }

    /// The whole name in RFC 4514's form.
    static String whole(X500Name name) {
        return harmless(name.toString());
    }

    /// Who stands behind an authority: its organisation, else its common name.
    static String organisation(X500Name name) {
        return first(name, BCStyle.O).orElseGet(() -> inWords(name));
    }

    /// The texts of one attribute, in their order.
    static Stream<String> all(X500Name name, ASN1ObjectIdentifier attribute) {
        return Stream.of(name.getRDNs())
                .map(RDN::getTypesAndValues)
                .flatMap(Stream::of)
                .filter(one -> one.getType().equals(attribute))
                .map(AttributeTypeAndValue::getValue)
                .map(IETFUtils::valueToString);
    }

    private static Optional<String> first(X500Name name, ASN1ObjectIdentifier attribute) {
        return all(name, attribute)
                .map(DistinguishedNames::harmless)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /// Without control characters and those that change the direction or hide.
    static String harmless(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
