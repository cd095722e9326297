package org.waxwing.crypto.smime.path;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// What is at hand of revocation. Nothing here is ever fetched: an address in a certificate is its
/// maker's choice, and asking there tells him that the letter was read.
///
/// @param lists certificate revocation lists in DER (RFC 5280 §5)
/// @param answers OCSP responses in DER (RFC 6960 §4.2)
public record RevocationEvidence(List<Octets> lists, List<Octets> answers) {
    /// Nothing, as it is by default.
    public static final RevocationEvidence NONE = new RevocationEvidence(List.of(), List.of());

    public RevocationEvidence {
        lists = List.copyOf(lists);
        answers = List.copyOf(answers);
    }

    boolean isEmpty() {
        return lists.isEmpty() && answers.isEmpty();
    }
}
