package org.waxwing.crypto.dkim;

/// Where the DNS has the key of a signature (RFC 6376 §3.6.2.1). Both names are the choice of whoever wrote
/// the letter; asking tells those who run the domain that somebody looks.
///
/// @param selector which of the domain's keys, lower case
/// @param domain who vouches, lower case
public record DkimQuestion(String selector, String domain) {
    /// The name whose TXT records hold the key.
    public String name() {
        return selector + "._domainkey." + domain;
    }
}
