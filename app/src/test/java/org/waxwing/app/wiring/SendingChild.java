package org.waxwing.app.wiring;

import java.nio.file.Path;
import java.util.List;
import org.waxwing.app.Profile;
import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.app.send.Sending;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.secret.Passphrase;

/// A process that writes letters to itself and submits them until it is killed.
final class SendingChild {
    private SendingChild() {}

    public static void main(String[] arguments) {
        try (Passphrase passphrase = Passphrase.taking(arguments[1].toCharArray())) {
            ProfileOpening opening = new Profile(Path.of(arguments[0])).open(passphrase, PassphrasePrompt.nobody());
            if (opening instanceof ProfileOpening.Open(Waxwing waxwing)) {
                sendForEver(waxwing);
            }
        }
        System.exit(1);
    }

    private static void sendForEver(Waxwing waxwing) {
        Account account = waxwing.accounts().all().getFirst();
        Draft letter = Draft.letter(account.id(), List.of(account.identity()), "a letter", "one of many");
        signal("READY");
        while (true) {
            Sending sending = waxwing.send().send(letter, Protection.SIGNED_AND_ENCRYPTED);
            if (sending instanceof Sending.Queued queued) {
                signal("QUEUED " + queued.entries().getFirst().value());
            }
            var _ = waxwing.outbox().submitWaiting();
        }
    }

    private static void signal(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
