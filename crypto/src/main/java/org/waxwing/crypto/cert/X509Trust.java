package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.crypto.mime.Octets;

/// Whom the person believes about X.509 certificates, besides the authorities that come with the program.
///
/// @param authorities certificates of an institution's authorities that the person trusts, in DER
/// @param intermediates certificates that may lie on a path and prove nothing by themselves, in DER
/// @param accepted certificates that the person accepted as they are. That speaks for what issued itself, and
///   where no believed authority stands above: where one does, its chain decides
/// @param rejected certificates that the person wants never to be used
/// @param revoked certificates whose authority said, when the person let it be asked, that they are revoked
public record X509Trust(
        List<Octets> authorities,
        List<Octets> intermediates,
        Set<Fingerprint> accepted,
        Set<Fingerprint> rejected,
        Map<Fingerprint, Objection.Revoked> revoked) {
    public X509Trust {
        authorities = List.copyOf(authorities);
        intermediates = List.copyOf(intermediates);
        accepted = Set.copyOf(accepted);
        rejected = Set.copyOf(rejected);
        revoked = Map.copyOf(revoked);
    }

    /// Where nothing is known to be revoked.
    public X509Trust(
            List<Octets> authorities,
            List<Octets> intermediates,
            Set<Fingerprint> accepted,
            Set<Fingerprint> rejected) {
        this(authorities, intermediates, accepted, rejected, Map.of());
    }

    /// Nobody besides.
    public static X509Trust none() {
        return new X509Trust(List.of(), List.of(), Set.of(), Set.of());
    }
}
