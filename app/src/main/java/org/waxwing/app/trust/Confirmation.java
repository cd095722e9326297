package org.waxwing.app.trust;

import java.util.Optional;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.cert.SmimeIntroduction;
import org.waxwing.crypto.mime.AddrSpec;

/// On whose word a signer is believed to be who the letter says.
public sealed interface Confirmation {
    /// On nobody's but what the person knows of the card: OpenPGP.
    record ByNobodyElse() implements Confirmation {}

    /// An authority confirms the S/MIME certificate.
    ///
    /// @param authority its organisation in its own words; a face strips what could mislead
    /// @param domain of the one address in From, for which it does
    record ByAuthority(String authority, String domain) implements Confirmation {}

    /// The person accepted exactly this S/MIME certificate.
    record ByPerson() implements Confirmation {}

    /// Of a letter whose signer is proven; nobody's word for any other.
    static Confirmation of(Authenticity authenticity, Optional<AddrSpec> author) {
        return switch (authenticity) {
            case Authenticity.Verified verified ->
                verified.introduction()
                        .map(introduction -> of(introduction, author))
                        .orElseGet(ByNobodyElse::new);
            case Authenticity.Unsigned _, Authenticity.Unverified _ -> new ByNobodyElse();
        };
    }

    private static Confirmation of(SmimeIntroduction introduction, Optional<AddrSpec> author) {
        String domain = author.map(AddrSpec::domain).orElse("");
        return introduction
                .confirmedBy()
                .<Confirmation>map(authority -> new ByAuthority(authority, domain))
                .orElseGet(ByPerson::new);
    }
}
