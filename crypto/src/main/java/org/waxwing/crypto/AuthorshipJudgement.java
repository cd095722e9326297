package org.waxwing.crypto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.AddressList;

/// Whether a signature proves that the one address in From wrote the letter (RFC 9787 §3.1, §6.4). One
/// signature that does is enough: another one beside it takes nothing away, for both cover the same bytes.
///
/// @param from the From that the letter shows as its own
record AuthorshipJudgement(AddressList from, SecretKeySource keys, Instant now) {
    Authenticity judge(List<SignatureOutcome> signatures) {
        if (signatures.isEmpty()) {
            return new Authenticity.Unsigned();
        }
        List<Objection> objections = new ArrayList<>();
        for (SignatureOutcome signature : signatures) {
            switch (signature) {
                case SignatureOutcome.Invalid invalid -> objections.addAll(invalid.objections());
                case SignatureOutcome.Valid valid -> {
                    List<Objection> against = against(valid);
                    if (against.isEmpty()) {
                        return new Authenticity.Verified(valid.signer(), valid.signedAt(), valid.introduction());
                    }
                    objections.addAll(against);
                }
            }
        }
        return new Authenticity.Unverified(objections);
    }

    private List<Objection> against(SignatureOutcome.Valid valid) {
        if (!from.sound() || from.mailboxes().size() != 1) {
            return List.of(new Objection.AmbiguousFrom());
        }
        AddrSpec author = from.mailboxes().getFirst().address();
        // Bound now counts too: programs replace a self-signature when they extend a key, and the new one is
        // younger than the letter.
        if (!valid.signer().binds(author, valid.signedAt()) && !valid.signer().binds(author, now)) {
            return List.of(new Objection.NotBoundToFrom());
        }
        return meantForMe(valid.intendedRecipients()) ? List.of() : List.of(new Objection.MeantForOthers());
    }

    /// RFC 9580 §5.2.3.36: a signature that names its readers proves nothing to others.
    private boolean meantForMe(List<String> intendedRecipients) {
        if (intendedRecipients.isEmpty()) {
            return true;
        }
        Set<String> mine = new HashSet<>();
        for (OpenPgpSecretKey key : keys.secretKeysFor(0)) {
            mine.add(key.fingerprint().hex());
            key.certificate()
                    .keys()
                    .forEach(component -> mine.add(component.fingerprint().hex()));
        }
        return intendedRecipients.stream().anyMatch(hex -> mine.stream().anyMatch(hex::equalsIgnoreCase));
    }
}
