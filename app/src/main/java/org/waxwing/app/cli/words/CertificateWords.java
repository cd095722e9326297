package org.waxwing.app.cli.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.app.trust.CertificateCard.Kind;
import org.waxwing.crypto.cert.AuthorityProfile.Flaw;
import org.waxwing.crypto.cert.AuthorityProfile.NameLimit;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeKeyKind;
import org.waxwing.crypto.cert.Usability;

/// What is said of S/MIME certificates and of those who issue them.
public final class CertificateWords {
    private CertificateWords() {}

    /// Groups of four digits, to be compared by eye.
    public static String groups(Fingerprint fingerprint) {
        return fingerprint.hex().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// Whose it is, in one line.
    public static String owner(SmimeCertificate certificate) {
        return certificate.userIds().isEmpty()
                ? "nobody named"
                : certificate.userIds().getFirst().text();
    }

    /// Whether it is good for signing and nothing else, apart from its end.
    public static boolean signsOnly(SmimeCertificate certificate) {
        Usability use = certificate.usability(certificate.created());
        return use.canSign() && !use.canEncrypt();
    }

    /// On whose word it counts.
    public static String clause(CertificateCard card) {
        return switch (card.backing()) {
            case Backing.ConfirmedBy(String authority) -> "confirmed by " + authority;
            case Backing.AcceptedAsItIs() -> "accepted as it is, by you";
            case Backing.Believed() -> "an authority that you added";
            case Backing.HelpsOnly() ->
                "an authority's that you did not add; it helps to find a path and proves nothing by itself";
            case Backing.Refused refused ->
                (forYouAlone(card.kind(), refused) ? "counts for you alone: " : "does not count: ")
                        + ObjectionWords.clause(refused.objections());
        };
    }

    /// One's own certificate needs nobody's word to sign with; others may still not rely on it.
    private static boolean forYouAlone(Kind kind, Backing.Refused refused) {
        return kind == Kind.OWN && refused.lacksOnlyAWord();
    }

    /// The stable name in JSON.
    public static String code(CertificateCard card) {
        return switch (card.backing()) {
            case Backing.ConfirmedBy _ -> "confirmed";
            case Backing.AcceptedAsItIs _ -> "accepted-as-it-is";
            case Backing.Believed _ -> "believed";
            case Backing.HelpsOnly _ -> "helps-only";
            case Backing.Refused refused -> forYouAlone(card.kind(), refused) ? "for-you-alone" : "refused";
        };
    }

    /// The stable name in JSON.
    public static String code(Kind kind) {
        return switch (kind) {
            case OWN -> "own";
            case PERSON -> "person";
            case AUTHORITY -> "authority";
        };
    }

    /// Why nobody should believe it as an authority.
    public static String clause(Flaw flaw) {
        return switch (flaw) {
            case Flaw.NoAuthority() -> "it is no authority: it confirms nobody";
            case Flaw.NotForMail() -> "it is an authority, but not for mail";
            case Flaw.Unsound(var objections) -> ObjectionWords.clause(objections);
        };
    }

    /// Whom an authority may confirm.
    public static String limits(List<NameLimit> limits) {
        if (limits.isEmpty()) {
            return "may confirm any address";
        }
        return Stream.of(true, false)
                .flatMap(permitted -> named(permitted, limits).stream())
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> named(boolean permitted, List<NameLimit> limits) {
        List<String> names = limits.stream()
                .filter(limit -> limit.permitted() == permitted)
                .map(CertificateWords::name)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of((permitted ? "confirms only " : "never confirms ") + String.join(", ", names));
    }

    private static String name(NameLimit limit) {
        return switch (limit.kind()) {
            case MAIL_ADDRESS -> addresses(limit.text());
            case HOST -> "hosts below " + limit.text();
            case DIRECTORY_NAME -> "names within " + limit.text();
            case OTHER -> "names of another kind";
        };
    }

    /// RFC 5280 §4.2.1.10: one address, one host, or every host below.
    private static String addresses(String text) {
        if (text.startsWith(".")) {
            return "addresses at hosts below " + text.substring(1);
        }
        return text.indexOf('@') > 0 ? "the address " + text : "addresses at " + text;
    }

    /// What is wrong with a file.
    public static String problem(IdentityProblem problem) {
        return switch (problem) {
            case MALFORMED, NOT_RECOGNIZED -> "it holds no certificate in PEM, DER or PKCS#7, or is damaged";
            case NO_CERTIFICATE, KEY_MISMATCH -> "it holds no certificate, only a private key";
            case REVOCATION_LIST -> "it is a list of revoked certificates, which holds none itself";
            case REQUEST -> "it is a request for a certificate, not the certificate";
            case UNSUPPORTED -> "it is of a kind that Waxwing does not know";
            case PASSPHRASE_NEEDED, WRONG_PASSPHRASE -> "it is locked with a passphrase";
            case TOO_COSTLY, TOO_LARGE, CANCELLED -> "it is larger than such a file may be";
        };
    }

    /// What to do with a file that is whole, and belongs elsewhere.
    public static Optional<String> elsewhere(IdentityProblem problem) {
        return switch (problem) {
            case NO_CERTIFICATE, KEY_MISMATCH ->
                Optional.of("A private key is brought in from one file with its certificate, such as a .p12:"
                        + " waxwing import FILE");
            case REVOCATION_LIST ->
                Optional.of(
                        "Nothing is to be done with it: “waxwing cert check” asks the authority for the newest one.");
            case REQUEST ->
                Optional.of("Send it to an authority, and take in what comes back with “waxwing cert install”.");
            case MALFORMED,
                    NOT_RECOGNIZED,
                    UNSUPPORTED,
                    PASSPHRASE_NEEDED,
                    WRONG_PASSPHRASE,
                    TOO_COSTLY,
                    TOO_LARGE,
                    CANCELLED -> Optional.empty();
        };
    }

    public static String phrase(SmimeKeyKind kind) {
        return switch (kind) {
            case RSA_3072 -> "RSA 3072";
            case P_256 -> "P-256";
            case ED25519 -> "Ed25519";
        };
    }

    /// As it is typed, and in JSON.
    public static String code(SmimeKeyKind kind) {
        return switch (kind) {
            case RSA_3072 -> "rsa3072";
            case P_256 -> "p256";
            case ED25519 -> "ed25519";
        };
    }
}
