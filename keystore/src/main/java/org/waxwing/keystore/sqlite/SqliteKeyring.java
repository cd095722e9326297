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
import java.util.stream.Stream;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.cert.X509Trust;
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
import org.waxwing.keystore.SmimeKeyring;
import org.waxwing.keystore.sqlite.CertificateTable.Kept;
import org.waxwing.keystore.sqlite.CertificateTable.Stored;
import org.waxwing.keystore.vault.SealedBox;

/// The keyring in one SQLite file, every private column sealed under the vault's key.
public final class SqliteKeyring implements Keyring {
    private final Database database;
    private final ColumnSealer sealer;
    private final SecureRandom random;
    private final CertificateTable certificates;
    private final SecretKeyTable secretKeys;
    private final RevocationTable revocations;
    private final Journal journal;
    private final SqliteSmimeKeyring smime;

    private SqliteKeyring(KeyringFile file, Engine engine, SecureRandom random) {
        this.database = file.database();
        this.sealer = file.sealer();
        this.journal = file.journal();
        this.random = random;
        this.certificates = new CertificateTable(sealer, engine);
        this.secretKeys = new SecretKeyTable(sealer, engine);
        this.revocations = new RevocationTable(sealer);
        this.smime = new SqliteSmimeKeyring(database, sealer, journal, Smime.with(random));
    }

    /// Opens the file, made when there is none.
    public static SqliteKeyring open(Path file, SealedBox box, OpenPgp openPgp, SecureRandom random) {
        return open(file, box, Engine.over(openPgp), random);
    }

    static SqliteKeyring open(Path file, SealedBox box, Engine engine, SecureRandom random) {
        return new SqliteKeyring(KeyringFile.open(file, box), engine, random);
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
        return smime.unreadable()
                + database.read(transaction -> Math.toIntExact(certificates.all(transaction).stream()
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
        SecretKeyTable.Arriving arriving = secretKeys.intoCare(key, candidates, random);
        return database.write(transaction -> {
            Kept kept = certificates.keep(transaction, key.certificate(), now);
            Keeping secret = secretKeys.keep(transaction, kept.id(), arriving);
            boolean inCare = secretKeys.knownInCare(transaction, kept.id(), key).orElse(secret == Keeping.UNCHANGED);
            return new SecretKeeping(kept.keeping().with(secret), inCare);
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

    @Override
    public void keepRevocation(Fingerprint certificate, Octets revocation) {
        database.commit(transaction -> revocations.keep(transaction, certificate, revocation));
    }

    @Override
    public Optional<Octets> revocation(Fingerprint certificate) {
        return database.read(transaction -> revocations.of(transaction, certificate));
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
    public SmimeKeyring smime() {
        return smime;
    }

    @Override
    public List<SmimeSecretKey> smimeKeys() {
        return smime.keys();
    }

    @Override
    public X509Trust trust() {
        return smime.trust();
    }

    @Override
    public Optional<Passphrase> passphraseFor(LockedSecretKey key) {
        return switch (key) {
            case SmimeSecretKey smimeKey -> smime.passphraseFor(smimeKey);
            case OpenPgpSecretKey openPgp ->
                database.read(transaction -> certificates
                        .byPrimary(transaction, key.fingerprint())
                        .flatMap(row -> secretKeys.passphraseOf(transaction, row.id(), openPgp))
                        .map(SecretKeyTable::passphrase));
        };
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
        List<UserId> openPgp = database.read(transaction -> certificates.all(transaction).stream()
                .filter(row -> journal.acceptance(transaction, row.subject()) != Acceptance.REJECTED)
                .flatMap(row -> certificates.userIds(transaction, row).stream())
                .toList());
        return Stream.concat(
                        openPgp.stream(),
                        smime.certificates().stream().flatMap(certificate -> certificate.userIds().stream()))
                .toList();
    }

    @Override
    public List<Certificate> certificatesFor(AddrSpec address) {
        return Stream.concat(
                        offered(transaction -> certificates.byAddress(transaction, address)).stream(),
                        smime.certificatesFor(address).stream())
                .toList();
    }

    @Override
    public Optional<Certificate> byFingerprint(Fingerprint fingerprint) {
        return fingerprint instanceof Fingerprint.X509Sha256 x509
                ? smime.byFingerprint(x509)
                : offered(transaction -> certificates.byAnyFingerprint(transaction, fingerprint)).stream()
                        .findFirst();
    }

    @Override
    public List<Certificate> byKeyId(long keyId) {
        return offered(transaction -> certificates.byKeyId(transaction, keyId));
    }

    @Override
    public List<SmimeCertificate> smimeCertificates() {
        return smime.certificates();
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
