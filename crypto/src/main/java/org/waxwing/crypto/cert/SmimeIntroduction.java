package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.mime.Octets;

/// What a signed letter tells about its signer beside the text: what is needed to answer sealed (RFC 8551
/// §2.5).
///
/// @param forReplies the certificate that the signer wants answers encrypted to, where it came along and is
///   another than the one that signed; judged by nobody
/// @param path what lies between the signer's certificate and the authority that confirms it, in DER
/// @param capabilities what the signer's program says it reads: object identifiers in dotted decimal
/// @param confirmedBy the organisation of the authority that confirms the signer's certificate, in its own
///   words, which a face strips of what could mislead; nothing where the person accepted exactly this
///   certificate
public record SmimeIntroduction(
        Optional<SmimeCertificate> forReplies,
        List<Octets> path,
        Set<String> capabilities,
        Optional<String> confirmedBy) {
    public SmimeIntroduction {
        path = List.copyOf(path);
        capabilities = Set.copyOf(capabilities);
    }
}
