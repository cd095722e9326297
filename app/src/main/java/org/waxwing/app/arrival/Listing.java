package org.waxwing.app.arrival;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CryptographicPayload;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.PlainText;
import org.waxwing.keystore.Keyring;

/// Opens letters to see what the list should show of them.
public final class Listing {
    private static final int PREVIEW = 200;

    /// A list has room for less; a header section may hold two million.
    private static final int LONGEST_SUBJECT = 1000;

    private final Opener opener;
    private final Keyring keyring;

    public Listing(Opener opener, Keyring keyring) {
        this.opener = opener;
        this.keyring = keyring;
    }

    /// What came of opening, with the passphrases that are at hand without asking anybody.
    Opening openQuietly(Octets message, Instant now) {
        return open(message, Optional.empty(), keyring, now, () -> false, opening -> opening);
    }

    /// @param only the one technology whose layers are taken off; nothing for any
    /// @param then goes on in the time that is left
    <T> T open(
            Octets message,
            Optional<Technology> only,
            PassphraseSource passphrases,
            Instant now,
            BooleanSupplier nobodyWaits,
            Function<Opening, T> then) {
        Opener opening = only.map(technology -> technology.alone(opener)).orElse(opener);
        return opening.unless(nobodyWaits).open(message, keyring, keyring, passphrases, now, then);
    }

    <T> T open(
            EnclosedLetter letter,
            PassphraseSource passphrases,
            Instant now,
            BooleanSupplier nobodyWaits,
            Function<Opening, T> then) {
        return opener.unless(nobodyWaits).open(letter, keyring, keyring, passphrases, now, then);
    }

    /// What to list, from the protected fields where they could be read.
    static ListedLetter of(Octets message, Opening opening) {
        return switch (opening) {
            case Opening.Opened(CryptographicPayload payload, CryptographicSummary summary) ->
                listed(
                        payload.fields(),
                        preview(payload.content().text()),
                        !payload.content().attachments().isEmpty(),
                        Optional.of(summary.status()));
            // Its words are shown with a warning only, and no list has room for one.
            case Opening.Unproven unproven -> outside(message, Optional.of(unproven.status()));
            case Opening.Locked _, Opening.Unopenable _ -> unopened(message);
        };
    }

    /// What stands outside.
    static ListedLetter unopened(Octets message) {
        return outside(message, Optional.empty());
    }

    private static ListedLetter outside(Octets message, Optional<CryptographicSummary.Status> status) {
        return listed(Opener.outerFields(message), "", false, status);
    }

    private static ListedLetter listed(
            ProtectedFields fields, String preview, boolean attachments, Optional<CryptographicSummary.Status> status) {
        return new ListedLetter(
                fields.from(),
                fields.to(),
                beginning(fields.subject(), LONGEST_SUBJECT),
                preview,
                fields.date(),
                attachments,
                status,
                fields.messageId());
    }

    /// The beginning of the text in one line, without what quotes others.
    private static String preview(String text) {
        StringBuilder line = new StringBuilder();
        text.lines()
                .filter(part -> !part.startsWith(">"))
                .map(PlainText::oneLine)
                .forEach(part -> {
                    if (line.length() < PREVIEW && !part.isEmpty()) {
                        line.append(line.isEmpty() ? "" : " ").append(part);
                    }
                });
        return beginning(line.toString(), PREVIEW);
    }

    private static String beginning(String text, int most) {
        int end = Math.min(text.length(), most);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
