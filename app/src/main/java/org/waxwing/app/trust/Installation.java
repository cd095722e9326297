package org.waxwing.app.trust;

import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.cert.CertificateChain;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.AddrSpec;

/// What came of taking in an authority's answer. Only [Installed] changed anything.
public sealed interface Installation {
    record Installed(CertificateCard card, CertificateChain chain, Change change) implements Installation {
        /// What is different from before.
        public enum Change {
            /// The certificate is new.
            TAKEN,
            /// It was here, with fewer certificates above it.
            COMPLETED,
            UNCHANGED
        }

        @Override
        public String toString() {
            return "Installed[redacted]";
        }
    }

    /// None of the certificates is for a key that is here.
    ///
    /// @param certificates how many there were
    /// @param waiting how many requests wait
    record ForAnotherKey(int certificates, int waiting) implements Installation {}

    /// It is for the key, but not for the address.
    ///
    /// @param asked for which address
    /// @param named whom it names instead
    record NotForAddress(AddrSpec asked, List<String> named) implements Installation {
        public NotForAddress {
            named = List.copyOf(named);
        }

        @Override
        public String toString() {
            return "NotForAddress[redacted]";
        }
    }

    /// It has ended.
    record Ended(Instant since) implements Installation {}

    /// It is for the key, but good for nothing that a letter needs.
    ///
    /// @param objections never empty
    record Unusable(List<Objection> objections) implements Installation {
        public Unusable {
            objections = List.copyOf(objections);
        }
    }

    /// It is a request, which still has to go to the authority.
    record RequestItself() implements Installation {}

    record Unreadable(IdentityProblem problem) implements Installation {}
}
