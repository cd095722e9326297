package org.waxwing.crypto.mime;

import java.util.Optional;

/// The `local-part@domain` of a mail address (RFC 5322 §3.4.1, RFC 6531 for characters beyond ASCII).
///
/// Two addresses are equal when they reach the same person in practice: the domain is compared as A-labels of
/// IDNA2008, the local part without regard to the case of A to Z (RFC 9788 §4.4.1.1). Other letters of a
/// local part count as they are: some that have one lower case are two people. `text()` keeps the spelling
/// that was given.
public final class AddrSpec {
    private static final int MAX_LENGTH = 320;

    private final String localPart;
    private final String domain;
    private final String canonical;

    private AddrSpec(String localPart, String domain, String canonical) {
        this.localPart = localPart;
        this.domain = domain;
        this.canonical = canonical;
    }

    /// The address in the text, or nothing when it isn't one: no control characters, no blanks of any script,
    /// no characters that show nothing, no angle brackets, one domain of valid labels, 320 characters at
    /// most.
    public static Optional<AddrSpec> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at <= 0 || at == text.length() - 1 || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String domain = text.substring(at + 1);
        if (!local.codePoints().allMatch(AddrSpec::allowedInLocalPart)
                || local.startsWith(".")
                || local.endsWith(".")) {
            return Optional.empty();
        }
        return DomainName.ascii(domain)
                .map(ascii -> new AddrSpec(local, domain, DomainName.lower(local) + "@" + ascii));
    }

    /// The address in a text that is known to be one; anything else is a mistake in the program.
    public static AddrSpec of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a mail address"));
    }

    public String localPart() {
        return localPart;
    }

    /// The domain as it was spelt.
    public String domain() {
        return domain;
    }

    /// The domain in lower-case A-labels, as DNS and comparison want it.
    public String asciiDomain() {
        return canonical.substring(canonical.lastIndexOf('@') + 1);
    }

    /// The form for comparison and look-up: lower case, domain in A-labels.
    public String canonical() {
        return canonical;
    }

    /// The address as it was spelt.
    public String text() {
        return localPart + "@" + domain;
    }

    private static boolean allowedInLocalPart(int c) {
        return "()<>[]:;@\\,\"".indexOf(c) < 0 && !PlainText.isBlank(c) && !PlainText.isUnseen(c);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddrSpec that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /// The spelt address. It is personal: never log it.
    @Override
    public String toString() {
        return text();
    }
}
