package org.waxwing.app.cli.words;

import java.util.Optional;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.mime.AddrSpec;

/// What became of one item of an import.
public final class ImportWords {
    /// What to think of a certificate for an own address, in two sentences without the last dot.
    public static final String IN_YOUR_NAME = "Unless you made it on another computer, somebody hands out a key in"
            + " your name. Nothing is sealed for it";

    private ImportWords() {}

    public static String line(ImportLine line) {
        return switch (line) {
            case ImportLine.Kept kept -> kept(kept);
            case ImportLine.InYourName(String source, Fingerprint fingerprint, AddrSpec address) ->
                "warning    " + fingerprint.hex() + " is for your own address " + address.text()
                        + ", and its private key is not here. " + IN_YOUR_NAME + " (" + source + ")";
            case ImportLine.Skipped(String source, String what, SkipReason reason, boolean _) ->
                "skipped    " + what + ": " + reason(reason) + " (" + source + ")";
            case ImportLine.Setting(String source, String setting, ImportLine.Fate fate) ->
                "setting    " + setting + ": " + fate(fate) + " (" + source + ")";
            case ImportLine.Unreadable(String source, ImportLine.Why why) -> "unreadable " + source + ": " + why(why);
        };
    }

    private static String kept(ImportLine.Kept kept) {
        String result = switch (kept.result()) {
            case TAKEN -> "taken      ";
            case MERGED -> "merged     ";
            case UNCHANGED -> "unchanged  ";
        };
        String own = kept.own() ? ", with its private key" : "";
        String locked = kept.ownPassphrase() ? ", which keeps its own passphrase" : "";
        return result
                + kept.fingerprint().hex()
                + " "
                + kept.owner()
                + own
                + locked
                + standing(kept.standing())
                + " ("
                + kept.source()
                + ")";
    }

    private static String standing(Optional<Standing> standing) {
        return standing.map(known -> ", " + StandingWords.phrase(known)).orElse("");
    }

    /// Why an item was passed over.
    public static String reason(SkipReason reason) {
        return switch (reason) {
            case MALFORMED -> "its bytes do not follow the format; the file is damaged or cut off";
            case OUTDATED_VERSION -> "a key of version 3 or older, whose fingerprint can be forged";
            case LIBREPGP_VERSION -> "a key of version 5, which only GnuPG 2.3 and later and LibrePGP programs know";
            case UNSUPPORTED -> "a version or algorithm that Waxwing does not know";
            case NOT_SELF_CERTIFIED -> "no valid self-signature ties it together";
            case ON_SMARTCARD ->
                "its private part is on a smart card, which Waxwing cannot use; go on using gpg for what needs this"
                        + " key";
            case SECRET_PART_MISSING -> "its private part was left out when it was exported";
            case NO_CERTIFICATE ->
                "a private key without a certificate that Waxwing can use beside it, such as one for SSH; one of S/MIME"
                        + " comes in from one file with its certificate, such as a .p12";
            case SMIME_CERTIFICATE ->
                "an S/MIME certificate, which comes in from a file; “gpgsm --export” writes one, and “gpgsm"
                        + " --export-secret-key-p12” one with its private key";
            case REVOCATION_LIST ->
                "a list of revoked certificates, which holds none itself; “waxwing cert check” asks the authority for"
                        + " the newest one";
            case REQUEST ->
                "a request for a certificate, not the certificate; send it to an authority, and take its answer in with"
                        + " “waxwing cert install”";
            case WRONG_PASSPHRASE -> "the passphrase does not fit";
            case PASSPHRASE_NEEDED -> "it needs its passphrase; give it with --import-passphrase-file";
            case TOO_COSTLY -> "opening it would take far longer than any honest file asks for";
            case KEY_MISMATCH -> "its private key does not fit its certificate";
            case TOO_LARGE -> "more, or larger, than a key file may hold";
        };
    }

    private static String fate(ImportLine.Fate fate) {
        return switch (fate) {
            case TAKEN -> "taken";
            case ALWAYS_SO -> "Waxwing does so anyway";
            case BY_ADDRESS -> "not taken: Waxwing signs with the key of the address that you write from";
            case ONLY_THOSE_ADDRESSED ->
                "not taken: Waxwing seals a letter to its readers and its writer, to nobody else";
            case FROM_CERTIFICATES -> "not taken: Waxwing chooses algorithms from what the readers' keys say";
            case DECIDED_FOR_EACH -> "not taken: in Waxwing you decide about each person's key";
            case ONLY_WHEN_ASKED -> "not taken: Waxwing asks the network for keys only when you want it";
            case NO_GROUPS -> "not taken: Waxwing has no groups yet; write to each of them";
            case WEAKER -> "not taken: it would weaken what Waxwing writes or accepts";
        };
    }

    private static String why(ImportLine.Why why) {
        return switch (why) {
            case NOT_FOUND -> "there is no such file or folder";
            case NOT_READABLE -> "it could not be read; check its permissions";
            case NOTHING_INSIDE -> "there is no key in it";
            case TOO_LARGE -> "it is larger than a key file may be";
        };
    }
}
