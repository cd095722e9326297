package org.waxwing.app.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.mailbox.Letters.Folder.Kind;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.Finding;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// A letter may bring more certificates than the keyring has.
class ManyKeysInALetterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final AddrSpec BEN = AddrSpec.of("ben@example.org");

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    @Test
    @Attack(59)
    void theOwnNamesAreLookedUpOnceForAllOfThem() {
        List<OpenPgpCertificate> keys = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            keys.add(certificate());
        }
        AtomicInteger lookedUp = new AtomicInteger();
        Remembering remembering = new Remembering(new NoStore(), openPgp, () -> {
            lookedUp.incrementAndGet();
            return _ -> Optional.of(BEN);
        });
        List<Finding> told = keys.stream()
                .<Finding>map(key -> new Finding.CertificateInYourName(BEN, key.fingerprint()))
                .toList();
        assertEquals(
                told,
                remembering.findings(opened(openPgp.armoredCertificates(keys).latin1())));
        assertEquals(1, lookedUp.get());
        assertEquals(List.of(), remembering.findings(opened("no key")));
        assertEquals(1, lookedUp.get(), "nobody's name is in question");
    }

    private Opening opened(String file) {
        Octets letter = Octets.ofUtf8("From: Carla <carla@example.org>\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHi\r\n--b\r\n"
                + "Content-Type: application/pgp-keys\r\n\r\n" + file + "\r\n--b--\r\n");
        return Opener.with(openPgp, Smime.with(new SecureRandom()))
                .open(
                        letter,
                        SecretKeySource.of(List.of()),
                        CertificateSource.of(List.of()),
                        _ -> Optional.empty(),
                        NOW);
    }

    private OpenPgpCertificate certificate() {
        try (Passphrase lock = Passphrase.taking("only for tests".toCharArray())) {
            return openPgp.generate(new UserId("Ben <ben@example.org>"), lock, NOW.minusSeconds(60), Optional.empty())
                    .key()
                    .certificate();
        }
    }

    /// Nothing came before.
    private static final class NoStore implements LetterStore {
        @Override
        public long newestUid(AccountId account, Kind folder, long uidValidity) {
            return 0;
        }

        @Override
        public Optional<LetterId> keep(
                ServerPlace place, Octets message, ListedLetter listed, boolean read, Instant arrived) {
            throw new AssertionError("nothing comes");
        }

        @Override
        public void passOver(ServerPlace place) {
            throw new AssertionError("nothing comes");
        }

        @Override
        public Optional<Octets> raw(LetterId id) {
            return Optional.empty();
        }

        @Override
        public void list(LetterId id, ListedLetter listed) {
            throw new AssertionError("nothing is listed");
        }

        @Override
        public void list(LetterId id, ListedLetter listed, Instant arrived) {
            throw new AssertionError("nothing is listed");
        }

        @Override
        public Optional<ListedLetter> listed(LetterId id) {
            return Optional.empty();
        }

        @Override
        public boolean holdsSealed(List<String> messageIds) {
            return false;
        }
    }
}
