package org.waxwing.app.cli.letter;

import java.io.IOException;
import java.util.List;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.journey.Stop;
import org.waxwing.crypto.dkim.DkimVerdict;

/// The journey as a page for people: whole lines for what servers of one's own say, broken ones for claims.
public final class WayPage {
    private WayPage() {}

    public static void print(Terminal terminal, Way way) throws IOException {
        List<Stop> stops = way.journey().stops();
        terminal.line("");
        terminal.line("Journey, first stop first:");
        if (way.journey().omitted() > 0) {
            terminal.line("  ┆ " + way.journey().omitted() + " earlier stops are left out");
        }
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            if (i == 0 || stops.get(i - 1).standing() != stop.standing()) {
                terminal.line("  (" + WayWords.standing(stop.standing()) + ")");
            }
            terminal.line((stop.standing() == Stop.Standing.STATED ? "  │ " : "  ┆ ") + WayWords.stop(stop));
        }
        if (stops.isEmpty()) {
            terminal.line("  No server left a trace on it.");
        }
        terminal.line(WayWords.sentence(way.journey().content()));
        terminal.line(WayWords.authentication(way.authentication()));
    }

    /// Who vouches for the letter, where that was asked.
    public static void printVouchers(Terminal terminal, Way way) throws IOException {
        if (way.vouchers().isEmpty()) {
            return;
        }
        terminal.line("");
        terminal.line("Vouched for (DKIM):");
        for (DkimVerdict verdict : way.vouchers().get()) {
            terminal.line("  " + VoucherWords.sentence(verdict));
        }
        if (way.vouchers().get().isEmpty()) {
            terminal.line("  " + VoucherWords.NONE);
        }
    }
}
