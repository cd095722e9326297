package org.waxwing.app.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.app.trust.Seals;

/// One line on standard error when a seal ends soon or has ended.
final class SealEndNotice {
    private SealEndNotice() {}

    static void tell(Terminal terminal, Seals seals) throws IOException {
        List<Card> ending = seals.ending();
        if (ending.isEmpty()) {
            return;
        }
        Card first = ending.getFirst();
        String end = ObjectionWords.day(SealEnd.of(first).orElse(Instant.MAX));
        String more = ending.size() == 1 ? "" : " (and " + (ending.size() - 1) + " more)";
        String advice = SealEnd.isIssuers(first)
                ? "Ask its issuer for a new certificate: waxwing cert request, then waxwing cert install FILE"
                : "Prolong it: waxwing key prolong " + first.fingerprint().hex();
        terminal.tell("Your seal " + named(first) + " ends on " + end + more + ". " + advice);
    }

    private static String named(Card card) {
        return card.userIds().isEmpty()
                ? card.fingerprint().hex()
                : "“" + card.userIds().getFirst().text() + "”";
    }
}
