package org.waxwing.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.app.trust.Inquiry.Outcome;
import org.waxwing.app.trust.Inquiry.Purpose;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.vault.Vault;

/// What the ledger gives back.
class SqliteInquiriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void eachPurposeComesBackAsItWas() {
        List<Inquiry> asked = Arrays.stream(Purpose.values())
                .map(purpose -> new Inquiry(NOW, "https://" + purpose + ".example/", 7, Outcome.ANSWERED, purpose))
                .toList();
        assertEquals(asked.reversed(), kept(asked));
    }

    @Test
    void aLineOfTheDnsIsAboutALetterWhateverItWasWrittenAs() {
        String url = "dns:two._domainkey.chem.example?type=TXT";
        assertEquals(
                List.of(new Inquiry(NOW, url, 7, Outcome.ANSWERED, Purpose.LETTER)),
                kept(List.of(new Inquiry(NOW, url, 7, Outcome.ANSWERED, Purpose.CERTIFICATE))));
    }

    private List<Inquiry> kept(List<Inquiry> asked) {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray());
                Vault vault = Vault.create(folder.resolve("vault"), passphrase);
                Database database = Database.open(folder.resolve("mail.db"))) {
            SqliteInquiries ledger = new SqliteInquiries(database, vault.box("inquiries"));
            asked.forEach(ledger::add);
            return ledger.all();
        }
    }
}
