package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// A key whose primary part is unlocked for the length of one change.
///
/// @param made the instant of the new statements: now, or just after the last one that the key holds
record OpenedKey(
        ParsedCertificate certificate,
        SecretParts parts,
        List<RawPacket> secretPackets,
        PGPPrivateKey primarySecret,
        SecureRandom random,
        Instant made) {
    OpenedKey {
        secretPackets = List.copyOf(secretPackets);
    }

    /// What came of unlocking it.
    sealed interface Search {
        record Opened(OpenedKey key) implements Search {}

        record Not(KeyChanging why) implements Search {}
    }

    @Override
    public String toString() {
        return "OpenedKey[redacted]";
    }

    static Search of(
            OpenPgpSecretKey locked,
            CertificateReader reader,
            Optional<Passphrase> passphrase,
            SecureRandom random,
            Instant now) {
        Optional<ParsedCertificate> certificate = reader.parsed(locked.certificate());
        if (certificate.isEmpty()) {
            return refused(Reason.NOT_UNDERSTOOD);
        }
        SecretParts parts = SecretParts.of(locked);
        Optional<PGPSecretKey> primary = parts.of(certificate.get().primary());
        if (primary.isEmpty()) {
            return refused(Reason.PRIMARY_MISSING);
        }
        Instant made = after(certificate.get(), now);
        if (made.isAfter(now.plus(Statements.CLOCK_TOLERANCE))) {
            return refused(Reason.CLOCK_BEHIND);
        }
        return switch (SecretParts.whereabouts(primary.get())) {
            case ON_CARD -> refused(Reason.PRIMARY_ON_SMARTCARD);
            case MISSING -> refused(Reason.PRIMARY_MISSING);
            case OPEN, LOCKED ->
                unlocked(primary.get(), passphrase)
                        .<Search>map(secret -> new Search.Opened(
                                new OpenedKey(certificate.get(), parts, secretPackets(locked), secret, random, made)))
                        .orElseGet(() -> new Search.Not(new KeyChanging.Locked()));
        };
    }

    private static List<RawPacket> secretPackets(OpenPgpSecretKey locked) {
        return PacketFramer.frame(locked.encoded()).packets().stream()
                .filter(RawPacket::isSecretKey)
                .toList();
    }

    private static Search refused(Reason reason) {
        return new Search.Not(new KeyChanging.Refused(reason));
    }

    private static Optional<PGPPrivateKey> unlocked(PGPSecretKey secret, Optional<Passphrase> passphrase) {
        return SecretParts.whereabouts(secret) == SecretParts.Whereabouts.OPEN
                ? SecretParts.open(secret)
                : passphrase.flatMap(words -> SecretParts.unlock(secret, words));
    }

    /// Later than everything that the owner ever said, so that the new word is the last one also for
    /// programs that compare seconds.
    private static Instant after(ParsedCertificate certificate, Instant now) {
        Stream<SelfSignature> all = Stream.concat(
                certificate.keyComponents().stream().flatMap(key -> key.signatures().stream()),
                certificate.userIdComponents().stream().flatMap(id -> id.signatures().stream()));
        Instant second = Instant.ofEpochSecond(now.getEpochSecond());
        return all.map(SelfSignature::created)
                .max(Comparator.naturalOrder())
                .map(last -> last.plusSeconds(1))
                .filter(next -> next.isAfter(second))
                .orElse(second);
    }

    /// The secret of another of its keys, under the same passphrase.
    Optional<PGPPrivateKey> secretOf(KeyComponent key, Optional<Passphrase> passphrase) {
        return parts.of(key).filter(SecretParts::isUsable).flatMap(secret -> unlocked(secret, passphrase));
    }

    OwnerSignatures owner() {
        return new OwnerSignatures(random, certificate.primary().key(), primarySecret, made);
    }

    /// The key with more statements about its parts and, it may be, more parts.
    ///
    /// @param said new signatures, by the packet that they are about
    /// @param fresh new components, their secret keys among them
    KeyChanging with(Map<RawPacket, List<RawPacket>> said, List<KeyBlock.Component> fresh, CertificateReader reader) {
        List<KeyBlock.Component> components = new ArrayList<>();
        for (KeyBlock.Component component :
                KeyBlock.ofOne(certificate.packets()).components()) {
            List<RawPacket> signatures = new ArrayList<>(component.signatures());
            signatures.addAll(said.getOrDefault(component.head(), List.of()));
            components.add(new KeyBlock.Component(component.head(), signatures));
        }
        components.addAll(fresh);
        if (!(reader.read(new KeyBlock(components)) instanceof CertificateReader.Result.Read read)) {
            throw new IllegalStateException("a changed key doesn't certify itself");
        }
        Map<Fingerprint, RawPacket> secrets = new HashMap<>(read.secrets());
        for (KeyComponent key : certificate.keyComponents()) {
            secretPacket(key).ifPresent(packet -> secrets.put(key.fingerprint(), packet));
        }
        return new KeyChanging.Changed(SecretKeyAssembly.join(read.certificate(), secrets));
    }

    /// The secret packet as it was, lock and all: it begins with its public half (RFC 9580 §5.5.3).
    private Optional<RawPacket> secretPacket(KeyComponent key) {
        Octets half = key.packet().body();
        return secretPackets.stream()
                .filter(packet -> packet.body().length() > half.length()
                        && packet.body().slice(0, half.length()).equals(half))
                .findFirst();
    }
}
