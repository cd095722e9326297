package org.waxwing.keystore.sqlite;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.CertificateEntry;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.PassphraseCare;
import org.waxwing.keystore.SecretKeeping;
import org.waxwing.keystore.sqlite.CertificateTable.Kept;
import org.waxwing.keystore.sqlite.CertificateTable.Stored;
import org.waxwing.keystore.vault.SealedBox;

/// The keyring in one SQLite file, every private column sealed under the vault's key.
public final class SqliteKeyring implements Keyring {
    private final Database database;
    private final ColumnSealer sealer;
    private final Engine engine;
    private final SecureRandom random;
    private final CertificateTable certificates;
    private final SecretKeyTable secretKeys;
    private final Journal journal;

    private SqliteKeyring(Database database, ColumnSealer sealer, Journal journal, Engine engine, SecureRandom random) {
        this.database = database;
        this.sealer = sealer;
        this.journal = journal;
        this.engine = engine;
        this.random = random;
        this.certificates = new CertificateTable(sealer, engine);
        this.secretKeys = new SecretKeyTable(sealer, engine);
    }

    /// Opens the file, made when there is none.
    public static SqliteKeyring open(Path file, SealedBox box, OpenPgp openPgp, SecureRandom random) {
        return open(file, box, Engine.over(openPgp), random);
    }

    static SqliteKeyring open(Path file, SealedBox box, Engine engine, SecureRandom random) {
        ColumnSealer sealer = new ColumnSealer(box);
        JournalHead head = new JournalHead(file.resolveSibling(file.getFileName() + ".head"), box);
        Journal journal = new Journal(sealer, head);
        Database database = Database.open(file);
        try {
            database.commit(transaction -> {
                if (Migrations.run(transaction)) {
                    journal.begin();
                }
                new VaultCheck(sealer).check(transaction);
                journal.advanceHead(transaction);
            });
        } catch (RuntimeException | Error failed) {
            database.close();
            throw failed;
        }
        return new SqliteKeyring(database, sealer, journal, engine, random);
    }

    @Override
    public List<CertificateEntry> entries() {
        return database.read(transaction -> certificates.all(transaction).stream()
                .filter(row -> certificates.readable(transaction, row).isPresent())
                .map(row -> entry(transaction, row))
                .toList());
    }

    @Override
    public int unreadableEntries() {
        return database.read(transaction -> Math.toIntExact(certificates.all(transaction).stream()
                .filter(row -> certificates.readable(transaction, row).isEmpty())
                .count()));
    }

    @Override
    public Optional<CertificateEntry> entry(Fingerprint primary) {
        return database.read(
                transaction -> certificates.byPrimary(transaction, primary).map(row -> entry(transaction, row)));
    }

    private CertificateEntry entry(Transaction transaction, Stored row) {
        return new CertificateEntry(
                certificates.certificate(transaction, row),
                journal.acceptance(transaction, row.subject()),
                row.firstSeen(),
                row.own());
    }

    @Override
    public Keeping keep(OpenPgpCertificate certificate, Instant now) {
        return database.write(
                transaction -> certificates.keep(transaction, certificate, now).keeping());
    }

    @Override
    public List<Keeping> keepAll(List<OpenPgpCertificate> all, Instant now) {
        return database.write(transaction -> all.stream()
                .map(certificate ->
                        certificates.keep(transaction, certificate, now).keeping())
                .toList());
    }

    @Override
    public SecretKeeping keepSecret(OpenPgpSecretKey key, List<Passphrase> candidates, Instant now) {
        if (knownInCare(key)) {
            return new SecretKeeping(keep(key.certificate(), now), true);
        }
        // Locking anew takes a fifth of a second by design, so it comes before the transaction.
        SecretKeyTable.Arriving arriving = intoCare(key, candidates);
        return database.write(transaction -> {
            Kept kept = certificates.keep(transaction, key.certificate(), now);
            Keeping secret = secretKeys.keep(transaction, kept.id(), arriving);
            boolean inCare = secretKeys.knownInCare(transaction, kept.id(), key).orElse(secret == Keeping.UNCHANGED);
            return new SecretKeeping(together(kept.keeping(), secret), inCare);
        });
    }

    @Override
    public void keepChanged(OpenPgpSecretKey before, OpenPgpSecretKey after, PassphraseCare care, Instant now) {
        database.commit(transaction -> {
            Kept kept = certificates.keep(transaction, after.certificate(), now);
            secretKeys.change(transaction, kept.id(), before, after, care);
        });
    }

    private boolean knownInCare(OpenPgpSecretKey key) {
        return database.read(transaction -> certificates
                .byPrimary(transaction, key.fingerprint())
                .flatMap(row -> secretKeys.knownInCare(transaction, row.id(), key))
                .orElse(false));
    }

    private static Keeping together(Keeping certificate, Keeping secret) {
        if (certificate == Keeping.TAKEN) {
            return Keeping.TAKEN;
        }
        return certificate == Keeping.UNCHANGED && secret == Keeping.UNCHANGED ? Keeping.UNCHANGED : Keeping.MERGED;
    }

    private SecretKeyTable.Arriving intoCare(OpenPgpSecretKey key, List<Passphrase> candidates) {
        Octets fresh = SecretKeyTable.freshPassphrase(random);
        try (Passphrase own = SecretKeyTable.passphrase(fresh)) {
            for (Passphrase candidate : candidates) {
                if (engine.relock(key, candidate, own) instanceof Relocking.Relocked(OpenPgpSecretKey relocked)) {
                    return new SecretKeyTable.Arriving(key, relocked, Optional.of(fresh));
                }
            }
        }
        return new SecretKeyTable.Arriving(key, key, Optional.empty());
    }

    @Override
    public void keepRevocation(Fingerprint certificate, Octets revocation) {
        Octets subject = sealer.fingerprintMac(certificate);
        database.commit(transaction -> transaction.insert(
                "INSERT OR REPLACE INTO revocation (fpr_mac, sealed) VALUES (?, ?)",
                subject,
                sealer.seal(revocation, "revocation", certificate.hex(), 1)));
    }

    @Override
    public Optional<Octets> revocation(Fingerprint certificate) {
        return database.read(transaction -> transaction.first(
                row -> sealer.open(row.octets(1), "revocation", certificate.hex(), 1),
                "SELECT sealed FROM revocation WHERE fpr_mac = ?",
                sealer.fingerprintMac(certificate)));
    }

    @Override
    public List<OpenPgpSecretKey> ownKeys() {
        return database.read(transaction -> certificates.all(transaction).stream()
                .filter(Stored::own)
                .filter(row -> certificates.readable(transaction, row).isPresent())
                .map(row -> keysOf(transaction, row).getFirst())
                .toList());
    }

    @Override
    public List<OpenPgpSecretKey> secretKeysFor(long keyId) {
        return database.read(transaction -> {
            List<Stored> rows = keyId == 0 ? certificates.all(transaction) : certificates.byKeyId(transaction, keyId);
            return rows.stream()
                    .filter(Stored::own)
                    .filter(row -> certificates.readable(transaction, row).isPresent())
                    .flatMap(row -> keysOf(transaction, row).stream())
                    .toList();
        });
    }

    private List<OpenPgpSecretKey> keysOf(Transaction transaction, Stored row) {
        return secretKeys.keysOf(transaction, row.id(), certificates.certificate(transaction, row));
    }

    @Override
    public List<SmimeSecretKey> smimeKeys() {
        return List.of();
    }

    @Override
    public Optional<Passphrase> passphraseFor(LockedSecretKey key) {
        return database.read(transaction -> certificates
                .byPrimary(transaction, key.fingerprint())
                .flatMap(row -> secretKeys.passphraseOf(transaction, row.id(), key))
                .map(SecretKeyTable::passphrase));
    }

    @Override
    public void decide(Decision decision) {
        decideAll(List.of(decision));
    }

    @Override
    public void decideAll(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        database.commit(transaction -> decisions.forEach(decision -> journal.append(transaction, decision)));
        // After the commit, and with the write lock held, so that heads are written in order.
        database.commit(journal::advanceHead);
    }

    @Override
    public Acceptance acceptance(Fingerprint primary) {
        return database.read(transaction -> journal.acceptance(transaction, sealer.fingerprintMac(primary)));
    }

    @Override
    public Map<Fingerprint, Acceptance> acceptances(Set<Fingerprint> primaries) {
        return database.read(transaction -> journal.acceptances(transaction, primaries));
    }

    @Override
    public List<Decision> decisions(Fingerprint primary) {
        return database.read(transaction -> journal.decisions(transaction, primary));
    }

    @Override
    public boolean journalIntact() {
        return database.read(journal::intact);
    }

    @Override
    public List<UserId> userIds() {
        return database.read(transaction -> certificates.all(transaction).stream()
                .filter(row -> journal.acceptance(transaction, row.subject()) != Acceptance.REJECTED)
                .flatMap(row -> certificates.userIds(transaction, row).stream())
                .toList());
    }

    @Override
    public List<Certificate> certificatesFor(AddrSpec address) {
        return offered(transaction -> certificates.byAddress(transaction, address));
    }

    @Override
    public Optional<Certificate> byFingerprint(Fingerprint fingerprint) {
        return offered(transaction -> certificates.byAnyFingerprint(transaction, fingerprint)).stream()
                .findFirst();
    }

    @Override
    public List<Certificate> byKeyId(long keyId) {
        return offered(transaction -> certificates.byKeyId(transaction, keyId));
    }

    @Override
    public List<SmimeCertificate> smimeCertificates() {
        return List.of();
    }

    /// The person's own first, then the better accepted, then the newer; never a rejected one.
    private List<Certificate> offered(Function<Transaction, List<Stored>> rows) {
        Comparator<CertificateEntry> best = Comparator.comparing(CertificateEntry::own)
                .thenComparing(CertificateEntry::acceptance)
                .thenComparing(entry -> entry.certificate().created())
                .reversed();
        return database.read(transaction -> rows.apply(transaction).stream()
                .map(row -> entry(transaction, row))
                .filter(entry -> entry.acceptance() != Acceptance.REJECTED)
                .sorted(best)
                .<Certificate>map(CertificateEntry::certificate)
                .toList());
    }

    @Override
    public void close() {
        database.close();
    }
}
