package org.waxwing.app.trust;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// Other people's address cards.
public interface People {
    List<Card> cards();

    Optional<Card> card(Fingerprint fingerprint);

    /// Whether everything that was kept is still here.
    KeyringHealth health();

    /// Whether a sealed letter can go to this address now.
    Readiness readiness(AddrSpec address);

    /// Names and addresses that begin with what was typed, best first.
    List<Mailbox> suggest(String typed, int most);

    /// Brings in cards and keys from files and GnuPG homes; names every item.
    default List<ImportLine> bringIn(List<Path> paths, List<Passphrase> passphrases) {
        return bringIn(paths, passphrases, FilePrompt.nobody());
    }

    /// The same.
    ///
    /// @param prompt asked for the passphrase of an S/MIME file that none of the others opens, three times at
    ///   most
    List<ImportLine> bringIn(List<Path> paths, List<Passphrase> passphrases, FilePrompt prompt);

    /// The GnuPG home of this computer's user, where there is one.
    Optional<Path> gnuPgHome();

    /// Notes the person's decision.
    void decide(Fingerprint fingerprint, Standing standing, String evidence);
}
