package org.waxwing.crypto.dkim;

import java.io.IOException;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.waxwing.crypto.mime.Octets;

/// What Apache jDKIM says of a message.
final class SecondOpinion {
    private SecondOpinion() {}

    /// Whether it takes any signature of the message for valid.
    static boolean passes(Octets message, DnsFixture dns) throws IOException {
        DKIMVerifier verifier =
                new DKIMVerifier((_, selector, domain) -> dns.texts(selector + "._domainkey." + domain));
        try {
            var _ = verifier.verify(message.stream());
            return verifier.hasAnyValidSignature();
        } catch (FailException none) {
            return verifier.hasAnyValidSignature();
        } catch (RuntimeException broken) {
            return false;
        }
    }
}
