package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Optional;

/// A certificate looked at as an authority for mail, before a person decides to believe it.
///
/// @param name who it is, in its own words, without what could mislead
/// @param limits for which names it may confirm anybody (RFC 5280 §4.2.1.10); empty means for all
/// @param flaw why nobody should believe it; nothing where it can be believed
public record AuthorityProfile(SmimeCertificate certificate, String name, List<NameLimit> limits, Optional<Flaw> flaw) {
    public AuthorityProfile {
        limits = List.copyOf(limits);
    }

    /// One limit.
    ///
    /// @param permitted whether it may confirm these names; otherwise it may not
    /// @param text as the certificate has it: `ox.example` is everybody at that host, `.ox.example` at every
    ///   host below it
    public record NameLimit(boolean permitted, NameKind kind, String text) {}

    /// The kinds of names that limits are about.
    public enum NameKind {
        MAIL_ADDRESS,
        HOST,
        DIRECTORY_NAME,
        OTHER
    }

    /// What is wrong with it.
    public sealed interface Flaw {
        /// It confirms nobody: a person's or a server's certificate.
        record NoAuthority() implements Flaw {}

        /// It confirms servers, or programs, but no mail addresses (RFC 8550 §4.4.4).
        record NotForMail() implements Flaw {}

        /// It has ended, is weak, or breaks a rule.
        ///
        /// @param objections never empty
        record Unsound(List<Objection> objections) implements Flaw {
            public Unsound {
                objections = List.copyOf(objections);
            }
        }
    }

    @Override
    public String toString() {
        return "AuthorityProfile[redacted]";
    }
}
