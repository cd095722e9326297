package org.waxwing.keystore.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// A certificate without mathematics, for tests of the tables: its encoding is its content, line by line.
record PaperCertificate(Fingerprint fingerprint, Instant created, List<UserId> userIds, boolean revoked)
        implements OpenPgpCertificate {
    static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

    /// The certificate number n, born on day n of the year.
    static PaperCertificate number(int n, String... userIds) {
        Fingerprint fingerprint = new Fingerprint.OpenPgpV4(String.format("%040X", 0xABCDEF00000000L + n));
        return new PaperCertificate(
                fingerprint,
                BORN.plusSeconds(86_400L * n),
                List.of(userIds).stream().map(UserId::new).toList(),
                false);
    }

    static PaperCertificate decode(Octets encoded) {
        List<String> lines = encoded.utf8().lines().toList();
        return new PaperCertificate(
                new Fingerprint.OpenPgpV4(lines.get(0)),
                Instant.parse(lines.get(1)),
                lines.subList(3, lines.size()).stream().map(UserId::new).toList(),
                Boolean.parseBoolean(lines.get(2)));
    }

    PaperCertificate withUserId(String text) {
        List<UserId> more = new ArrayList<>(userIds);
        more.add(new UserId(text));
        return new PaperCertificate(fingerprint, created, more, revoked);
    }

    PaperCertificate revokedNow() {
        return new PaperCertificate(fingerprint, created, userIds, true);
    }

    PaperCertificate mergedWith(PaperCertificate other) {
        TreeSet<String> texts = new TreeSet<>();
        userIds.forEach(id -> texts.add(id.text()));
        other.userIds.forEach(id -> texts.add(id.text()));
        return new PaperCertificate(
                fingerprint, created, texts.stream().map(UserId::new).toList(), revoked || other.revoked);
    }

    @Override
    public Optional<Instant> expires() {
        return Optional.empty();
    }

    @Override
    public Usability usability(Instant at) {
        return new Usability(!revoked, !revoked, List.of());
    }

    @Override
    public boolean binds(AddrSpec address, Instant at) {
        return userIds.stream()
                .anyMatch(id -> id.address().filter(address::equals).isPresent());
    }

    @Override
    public Octets encoded() {
        StringBuilder text = new StringBuilder(fingerprint.hex() + "\n" + created + "\n" + revoked + "\n");
        userIds.forEach(id -> text.append(id.text()).append('\n'));
        return Octets.ofUtf8(text.toString());
    }

    @Override
    public List<ComponentKey> keys() {
        Fingerprint subkey = new Fingerprint.OpenPgpV4("F" + fingerprint.hex().substring(1));
        return List.of(key(fingerprint, true), key(subkey, false));
    }

    private ComponentKey key(Fingerprint of, boolean primary) {
        long keyId = Long.parseUnsignedLong(of.hex().substring(24), 16) + (primary ? 0 : 1L << 60);
        Set<Objection.Purpose> purposes = Set.of(primary ? Objection.Purpose.SIGN : Objection.Purpose.ENCRYPT);
        return new ComponentKey(of, keyId, "paper", created, Optional.empty(), purposes, primary);
    }
}
