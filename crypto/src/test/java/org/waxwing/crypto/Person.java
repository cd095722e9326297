package org.waxwing.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Somebody in a test about the structure of messages, with a certificate that holds no mathematics.
record Person(String name, AddrSpec address) implements OpenPgpCertificate {
    static final Person ANNA = new Person("Anna", AddrSpec.of("anna@waxwing.example"));
    static final Person BEN = new Person("Ben", AddrSpec.of("ben@waxwing.example"));
    static final Person CARLA = new Person("Carla", AddrSpec.of("carla@elsewhere.example"));
    static final List<Person> ALL = List.of(ANNA, BEN, CARLA);
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    OpenPgpSecretKey secretKey() {
        return new OpenPgpSecretKey(this, Octets.ofUtf8(name));
    }

    @Override
    public Fingerprint fingerprint() {
        String digits = Integer.toHexString(name.hashCode()).toUpperCase(Locale.ROOT);
        return new Fingerprint.OpenPgpV4("0".repeat(40 - digits.length()) + digits);
    }

    @Override
    public List<ComponentKey> keys() {
        return List.of(new ComponentKey(
                fingerprint(),
                name.hashCode(),
                "none",
                CREATED,
                Optional.empty(),
                Set.of(Objection.Purpose.SIGN, Objection.Purpose.ENCRYPT),
                true));
    }

    @Override
    public Instant created() {
        return CREATED;
    }

    @Override
    public Optional<Instant> expires() {
        return Optional.empty();
    }

    @Override
    public Usability usability(Instant at) {
        return new Usability(true, true, List.of());
    }

    @Override
    public List<UserId> userIds() {
        return List.of(new UserId(name + " <" + address + ">"));
    }

    @Override
    public boolean binds(AddrSpec other, Instant at) {
        return address.equals(other);
    }

    @Override
    public Octets encoded() {
        return Octets.ofUtf8(name);
    }
}
