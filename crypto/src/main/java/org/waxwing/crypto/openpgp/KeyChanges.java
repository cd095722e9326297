package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Changes to keys that exist: another lock, what a second copy knows, a revocation.
final class KeyChanges {
    private final SecureRandom random;
    private final CertificateReader reader;

    KeyChanges(SecureRandom random, CertificateReader reader) {
        this.random = random;
        this.reader = reader;
    }

    /// Every secret part under one new lock. Parts on a smart card or left out stay so.
    Relocking relock(LockedSecretKey key, Passphrase from, Passphrase to, LockStrength strength) {
        Optional<ParsedCertificate> certificate = reader.parsed(key.certificate());
        if (certificate.isEmpty()) {
            return new Relocking.NotPossible(SkipReason.NOT_SELF_CERTIFIED);
        }
        SecretParts parts = SecretParts.of(key);
        Lock lock = Lock.with(random, to, strength);
        Map<Fingerprint, RawPacket> relocked = new HashMap<>();
        boolean usable = false;
        boolean onCard = false;
        for (KeyComponent component : certificate.get().keyComponents()) {
            Optional<PGPSecretKey> secret = parts.of(component);
            if (secret.isEmpty() || !SecretParts.isUsable(secret.get())) {
                onCard |= secret.filter(part -> SecretParts.whereabouts(part) == SecretParts.Whereabouts.ON_CARD)
                        .isPresent();
                continue;
            }
            usable = true;
            Optional<PGPPrivateKey> open = SecretParts.whereabouts(secret.get()) == SecretParts.Whereabouts.OPEN
                    ? SecretParts.open(secret.get())
                    : SecretParts.unlock(secret.get(), from);
            if (open.isEmpty()) {
                return new Relocking.WrongPassphrase();
            }
            relocked.put(component.fingerprint(), lock.locked(open.get(), component.key(), component.isPrimary()));
        }
        if (!usable) {
            return new Relocking.NotPossible(onCard ? SkipReason.ON_SMARTCARD : SkipReason.SECRET_PART_MISSING);
        }
        return new Relocking.Relocked(SecretKeyAssembly.join(certificate.get(), relocked));
    }

    OpenPgpCertificate merge(OpenPgpCertificate known, OpenPgpCertificate update) {
        if (!known.fingerprint().equals(update.fingerprint())) {
            throw new IllegalArgumentException("these certificates have different primary keys");
        }
        Optional<ParsedCertificate> merged = read(union(known, update));
        return merged.isPresent() ? merged.get() : known;
    }

    private Optional<ParsedCertificate> read(KeyBlock block) {
        return reader.read(block) instanceof CertificateReader.Result.Read read
                ? Optional.of(read.certificate())
                : Optional.empty();
    }

    private static KeyBlock union(OpenPgpCertificate known, OpenPgpCertificate update) {
        Map<RawPacket, Set<RawPacket>> parts = new LinkedHashMap<>();
        for (OpenPgpCertificate certificate : List.of(known, update)) {
            for (KeyBlock.Component component : block(certificate).components()) {
                parts.computeIfAbsent(component.head(), _ -> new LinkedHashSet<>())
                        .addAll(component.signatures());
            }
        }
        List<KeyBlock.Component> components = new ArrayList<>();
        parts.forEach((head, signatures) -> components.add(new KeyBlock.Component(head, List.copyOf(signatures))));
        return new KeyBlock(components);
    }

    private static KeyBlock block(OpenPgpCertificate certificate) {
        return KeyBlock.group(PacketFramer.frame(certificate.encoded()).packets()).stream()
                .flatMap(found -> found instanceof KeyBlock.Found.Key key
                        ? java.util.stream.Stream.of(key.block())
                        : java.util.stream.Stream.<KeyBlock>empty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no certificate in its encoding"));
    }

    Optional<OpenPgpCertificate> revoke(OpenPgpCertificate certificate, Octets revocation) {
        List<RawPacket> revocations = MessageReader.packets(revocation).orElseGet(List::of).stream()
                .filter(packet -> packet.tag() == RawPacket.SIGNATURE)
                .filter(packet -> SignaturePeek.of(packet)
                        .filter(peek -> peek.type() == 0x20)
                        .isPresent())
                .toList();
        KeyBlock block = block(certificate);
        List<KeyBlock.Component> components = new ArrayList<>(block.components());
        KeyBlock.Component primary = components.getFirst();
        List<RawPacket> signatures = new ArrayList<>(primary.signatures());
        signatures.addAll(revocations);
        components.set(0, new KeyBlock.Component(primary.head(), signatures));
        return read(new KeyBlock(components))
                .filter(changed -> changed.primary().signatures().stream()
                        .anyMatch(signature -> revocations.contains(signature.packet())))
                .map(changed -> changed);
    }
}
