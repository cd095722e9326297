package org.waxwing.crypto.cert;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// Where one certificate's authority says whether it was revoked. Nothing here is asked by itself: an
/// address in a certificate is its maker's choice, and whoever asks there tells him so.
///
/// @param certificate the one in question, in DER
/// @param issuer the one above it, whose word counts, in DER
/// @param responders URLs of OCSP responders (RFC 5280 §4.2.2.1), to which the request is posted
/// @param lists URLs of revocation lists (RFC 5280 §4.2.1.13)
/// @param request an OCSP request in DER (RFC 6960 §4.1)
public record RevocationQuestion(
        Octets certificate, Octets issuer, List<String> responders, List<String> lists, Octets request) {
    public RevocationQuestion {
        responders = List.copyOf(responders);
        lists = List.copyOf(lists);
    }
}
