package org.waxwing.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeIntroduction;

/// Who wrote the payload, as far as that is proven.
public sealed interface Authenticity {
    /// Nobody signed.
    record Unsigned() implements Authenticity {}

    /// A valid signature by an acceptable certificate that is bound to the one address in From. Made by
    /// the opener only.
    final class Verified implements Authenticity {
        private final Certificate signer;
        private final Instant signedAt;
        private final Optional<SmimeIntroduction> introduction;

        Verified(Certificate signer, Instant signedAt, Optional<SmimeIntroduction> introduction) {
            this.signer = signer;
            this.signedAt = signedAt;
            this.introduction = introduction;
        }

        public Certificate signer() {
            return signer;
        }

        public Instant signedAt() {
            return signedAt;
        }

        /// What to keep for an answer; nothing from OpenPGP.
        public Optional<SmimeIntroduction> introduction() {
            return introduction;
        }
    }

    /// There is a signature that proves nothing. Shown as unsigned; the objections are for Details (RFC
    /// 9787 §6.4).
    record Unverified(List<Objection> objections) implements Authenticity {
        public Unverified {
            objections = List.copyOf(objections);
        }
    }
}
