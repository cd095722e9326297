package org.waxwing.app.keys;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.app.account.Accounts;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.keystore.Keyring;

/// The person's own addresses, and who else claims them. A certificate for one of them whose key is not
/// here is either of another computer of theirs or was made by somebody who wants to read their letters.
public final class OwnNames {
    private final Keyring keyring;
    private final Accounts accounts;

    public OwnNames(Keyring keyring, Accounts accounts) {
        this.keyring = keyring;
        this.accounts = accounts;
    }

    /// The own address that the certificate claims; nothing where it is an own one, or for other people.
    public Optional<AddrSpec> claimed(Certificate certificate) {
        return claims().apply(certificate);
    }

    /// The same for many certificates, as things are now.
    public Function<Certificate, Optional<AddrSpec>> claims() {
        List<LockedSecretKey> keys = ownKeys();
        Set<Fingerprint> own = keys.stream().map(LockedSecretKey::fingerprint).collect(Collectors.toSet());
        Set<AddrSpec> names = addresses(keys);
        return certificate -> own.contains(certificate.fingerprint())
                ? Optional.empty()
                : addresses(certificate).filter(names::contains).findFirst();
    }

    private List<LockedSecretKey> ownKeys() {
        return Stream.<LockedSecretKey>concat(keyring.ownKeys().stream(), keyring.smimeKeys().stream())
                .toList();
    }

    private Set<AddrSpec> addresses(List<LockedSecretKey> keys) {
        return Stream.concat(
                        accounts.all().stream()
                                .map(account -> account.identity().address()),
                        keys.stream().flatMap(key -> addresses(key.certificate())))
                .collect(Collectors.toSet());
    }

    private static Stream<AddrSpec> addresses(Certificate certificate) {
        return certificate.userIds().stream().map(UserId::address).flatMap(Optional::stream);
    }
}
