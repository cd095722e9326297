package org.waxwing.keystore.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.RevocationNote;
import org.waxwing.keystore.SmimeEntry;
import org.waxwing.keystore.SmimeKeyring;
import org.waxwing.keystore.WaitingRequest;
import org.waxwing.keystore.sqlite.CapabilityTable.Stated;
import org.waxwing.keystore.sqlite.SmimeRows.Stored;

/// The X.509 part of the keyring's file.
final class SqliteSmimeKeyring implements SmimeKeyring {
    private final Database database;
    private final Journal journal;
    private final Smime smime;
    private final SmimeRows rows;
    private final CapabilityTable capabilities;
    private final RevocationNoteTable revocations;
    private final WaitingTable waiting;

    /// What [#trust] gave last, used under the database's lock only.
    private Optional<KnownTrust> known = Optional.empty();

    SqliteSmimeKeyring(Database database, ColumnSealer sealer, Journal journal, Smime smime) {
        this.database = database;
        this.journal = journal;
        this.smime = smime;
        this.rows = new SmimeRows(sealer, smime);
        this.capabilities = new CapabilityTable(sealer);
        this.revocations = new RevocationNoteTable(sealer);
        this.waiting = new WaitingTable(sealer);
    }

    private record KnownTrust(Database.State state, X509Trust trust) {}

    @Override
    public List<SmimeEntry> entries() {
        return database.read(this::entries);
    }

    private List<SmimeEntry> entries(Transaction transaction) {
        return rows.all(transaction).stream()
                .filter(row -> rows.readable(row).isPresent())
                .map(row -> entry(transaction, row))
                .toList();
    }

    @Override
    public Optional<SmimeEntry> entry(Fingerprint.X509Sha256 fingerprint) {
        return database.read(
                transaction -> rows.byFingerprint(transaction, fingerprint).map(row -> entry(transaction, row)));
    }

    private SmimeEntry entry(Transaction transaction, Stored row) {
        SmimeCertificate certificate = rows.certificate(row);
        return new SmimeEntry(
                certificate,
                journal.acceptance(transaction, row.subject()),
                row.firstSeen(),
                row.own(),
                smime.isAuthority(certificate),
                rows.token(transaction, row));
    }

    @Override
    public Keeping keep(SmimeCertificate certificate, Instant now) {
        boolean known = database.read(transaction ->
                rows.byFingerprint(transaction, certificate.fingerprint()).isPresent());
        return known ? Keeping.UNCHANGED : database.write(transaction -> rows.keep(transaction, certificate, now));
    }

    @Override
    public void noteCapabilities(Fingerprint.X509Sha256 certificate, Set<String> identifiers, Instant stated) {
        Stated said = new Stated(stated, identifiers);
        boolean news = database.read(transaction -> rows.byFingerprint(transaction, certificate)
                .filter(row -> capabilities.isNews(transaction, row.id(), said))
                .isPresent());
        if (news) {
            database.commit(transaction -> rows.byFingerprint(transaction, certificate)
                    .filter(row -> capabilities.isNews(transaction, row.id(), said))
                    .ifPresent(row -> capabilities.put(transaction, row.id(), said)));
        }
    }

    @Override
    public Set<String> capabilities(Fingerprint.X509Sha256 certificate) {
        return database.read(transaction -> rows.byFingerprint(transaction, certificate)
                .flatMap(row -> capabilities.of(transaction, row.id()))
                .map(Stated::identifiers)
                .orElse(Set.of()));
    }

    @Override
    public void noteRevocation(RevocationNote note) {
        database.commit(transaction -> revocations.put(transaction, note));
    }

    @Override
    public List<RevocationNote> revocations() {
        return database.read(revocations::all);
    }

    @Override
    public Keeping keepSecret(SmimeSecretKey key, Passphrase passphrase, Instant now) {
        Octets encoded = held(key);
        Octets clear = SecretKeyTable.clear(passphrase);
        return database.write(transaction -> rows.keepSecret(transaction, key, encoded, clear, now));
    }

    private static Octets held(SmimeSecretKey key) {
        return switch (key.place()) {
            case KeyPlace.Held held -> held.encoded();
            case KeyPlace.OnToken _ -> throw new IllegalArgumentException("a key on a token is not kept here");
        };
    }

    @Override
    public Keeping keepOnToken(SmimeSecretKey key, Instant now) {
        KeyPlace.OnToken place = switch (key.place()) {
            case KeyPlace.OnToken there -> there;
            case KeyPlace.Held _ -> throw new IllegalArgumentException("the key lies on no token");
        };
        return database.write(transaction -> rows.keepOnToken(transaction, key, place, now));
    }

    @Override
    public void forget(Token token) {
        database.commit(transaction -> rows.forget(transaction, token));
    }

    @Override
    public void keepWaiting(WaitingRequest request, Passphrase passphrase) {
        Octets clear = SecretKeyTable.clear(passphrase);
        database.commit(transaction -> waiting.keep(transaction, request, clear));
    }

    /// How many certificates and requests were damaged or changed from outside.
    int unreadable() {
        return database.read(transaction -> Math.toIntExact(rows.all(transaction).stream()
                        .filter(row -> rows.readable(row).isEmpty())
                        .count()
                + waiting.unreadable(transaction)));
    }

    @Override
    public List<WaitingRequest> waiting() {
        return database.read(waiting::all);
    }

    @Override
    public void keepAnswered(
            SmimeSecretKey key,
            Optional<WaitingKey> answered,
            List<SmimeCertificate> authorities,
            Decision decision,
            Instant now) {
        database.commit(transaction -> {
            Octets passphrase = answered.map(request -> waiting.passphrase(transaction, request))
                    .orElseGet(() -> passphraseOfSameKey(transaction, key))
                    .orElseThrow(() -> new KeyringException(
                            "another Waxwing took in this answer at the same time; nothing was changed"));
            Keeping _ = rows.keepSecret(transaction, key, held(key), passphrase, now);
            authorities.forEach(authority -> {
                Keeping _ = rows.keep(transaction, authority, now);
            });
            answered.ifPresent(request -> waiting.remove(transaction, request));
            if (journal.acceptance(transaction, rows.subject(key.fingerprint())) == Acceptance.UNDECIDED) {
                journal.append(transaction, decision);
            }
        });
        // After the commit, and with the write lock held, so that heads are written in order.
        database.commit(journal::advanceHead);
    }

    /// Of the same locked octets under another certificate.
    private Optional<Octets> passphraseOfSameKey(Transaction transaction, SmimeSecretKey key) {
        return rows.own(transaction).stream()
                .filter(row -> rows.readable(row).isPresent())
                .map(row -> rows.key(transaction, row))
                .filter(own -> own.place().equals(key.place()))
                .findFirst()
                .flatMap(own -> rows.passphrase(transaction, own.fingerprint()));
    }

    List<SmimeSecretKey> keys() {
        return database.read(transaction -> rows.own(transaction).stream()
                .filter(row -> rows.readable(row).isPresent())
                .map(row -> rows.key(transaction, row))
                .toList());
    }

    Optional<Passphrase> passphraseFor(SmimeSecretKey key) {
        return database.read(
                transaction -> rows.passphrase(transaction, key.fingerprint()).map(SecretKeyTable::passphrase));
    }

    /// Of people, not of authorities; never a rejected one.
    List<SmimeCertificate> certificates() {
        return entries().stream()
                .filter(entry -> !entry.authority() && entry.acceptance() != Acceptance.REJECTED)
                .map(SmimeEntry::certificate)
                .toList();
    }

    /// The person's own first, then the better accepted, then the newer; never a rejected one.
    List<Certificate> certificatesFor(AddrSpec address) {
        Comparator<SmimeEntry> best = Comparator.comparing(SmimeEntry::own)
                .thenComparing(SmimeEntry::acceptance)
                .thenComparing(entry -> entry.certificate().created())
                .reversed();
        return database.read(transaction -> rows.byAddress(transaction, address).stream()
                .map(row -> entry(transaction, row))
                .filter(entry -> !entry.authority() && entry.acceptance() != Acceptance.REJECTED)
                .sorted(best)
                .<Certificate>map(SmimeEntry::certificate)
                .toList());
    }

    Optional<Certificate> byFingerprint(Fingerprint.X509Sha256 fingerprint) {
        return entry(fingerprint)
                .filter(entry -> entry.acceptance() != Acceptance.REJECTED)
                .map(SmimeEntry::certificate);
    }

    /// Authorities that the person accepted are believed; the person's own certificates need nobody's word. To
    /// have the key of an authority, which whoever made it may have too, is no word for whom it confirms.
    /// It is asked for each recipient, so it is read again only when something was changed, by whichever
    /// process.
    X509Trust trust() {
        return database.read(transaction -> {
            Database.State state = database.state(transaction);
            KnownTrust current = known.filter(before -> before.state().equals(state))
                    .orElseGet(() -> new KnownTrust(state, trust(transaction)));
            known = Optional.of(current);
            return current.trust();
        });
    }

    private X509Trust trust(Transaction transaction) {
        List<Octets> authorities = new ArrayList<>();
        List<Octets> intermediates = new ArrayList<>();
        Set<Fingerprint> accepted = new HashSet<>();
        Set<Fingerprint> rejected = new HashSet<>();
        for (SmimeEntry entry : entries(transaction)) {
            boolean believed = switch (entry.acceptance()) {
                case ACCEPTED, VERIFIED -> true;
                case UNDECIDED -> entry.own();
                case REJECTED -> false;
            };
            if (entry.acceptance() == Acceptance.REJECTED) {
                rejected.add(entry.certificate().fingerprint());
                continue;
            }
            if (believed && (entry.own() || !entry.authority())) {
                accepted.add(entry.certificate().fingerprint());
            }
            if (entry.authority()) {
                boolean asAuthority = entry.acceptance() == Acceptance.ACCEPTED;
                (asAuthority ? authorities : intermediates)
                        .add(entry.certificate().encoded());
            }
        }
        Map<Fingerprint, Objection.Revoked> revoked = new HashMap<>();
        for (RevocationNote note : revocations.all(transaction)) {
            note.revoked().ifPresent(said -> revoked.put(note.certificate(), said));
        }
        return new X509Trust(authorities, intermediates, accepted, rejected, revoked);
    }
}
