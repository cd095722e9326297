package org.waxwing.app.cli.command;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.crypto.cert.Fingerprint;

/// Finds the S/MIME certificates that a typed fingerprint or address names.
final class NamedCertificate {
    private NamedCertificate() {}

    /// The one to prefer.
    static CertificateCard best(Waxwing waxwing, String typed) {
        return all(waxwing, typed).getFirst();
    }

    /// Every one, the one to prefer first; never empty.
    static List<CertificateCard> all(Waxwing waxwing, String typed) {
        Optional<Fingerprint.X509Sha256> fingerprint = Typed.smimeFingerprint(typed);
        List<CertificateCard> found = fingerprint.isPresent() || typed.indexOf('@') < 0
                ? fingerprint.flatMap(waxwing.certificates()::card).stream().toList()
                : waxwing.certificates().forAddress(Typed.address(typed));
        if (found.isEmpty()) {
            throw new CommandProblem(
                    ExitCode.NOT_FOUND,
                    "There is no S/MIME certificate “" + typed + "”.",
                    "Give its address or its whole fingerprint. See: waxwing cert list");
        }
        return found;
    }
}
