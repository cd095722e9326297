package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Turns the packets of one transferable key into a checked certificate and, where they are there, its
/// secret parts.
final class CertificateReader {
    private static final int MAX_KEY_PACKET = 1 << 18;
    private static final int MAX_USER_ID = 1 << 13;
    private static final int MAX_COMPONENTS = 2_000;
    private static final int MAX_OPAQUE_SIGNATURES = 8;

    private final AlgorithmPolicy policy;

    CertificateReader(AlgorithmPolicy policy) {
        this.policy = policy;
    }

    /// What came of one key.
    sealed interface Result {
        /// @param secrets the secret packets by fingerprint; empty for a certificate
        record Read(ParsedCertificate certificate, Map<Fingerprint, RawPacket> secrets) implements Result {
            public Read {
                secrets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
            }
        }

        /// @param secrets where only the certificate part is wanting, for use with a certificate found
        ///   elsewhere
        record Refused(String what, SkipReason reason, Map<Fingerprint, RawPacket> secrets) implements Result {
            public Refused {
                secrets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
            }
        }
    }

    /// The certificate as we parse it, whoever implements the interface.
    Optional<ParsedCertificate> parsed(OpenPgpCertificate certificate) {
        if (certificate instanceof ParsedCertificate parsed) {
            return Optional.of(parsed);
        }
        return KeyBlock.group(PacketFramer.frame(certificate.encoded()).packets()).stream()
                .flatMap(found ->
                        found instanceof KeyBlock.Found.Key key && read(key.block()) instanceof Result.Read read
                                ? Optional.of(read.certificate()).stream()
                                : Optional.<ParsedCertificate>empty().stream())
                .findFirst();
    }

    Result read(KeyBlock block) {
        RawPacket head = block.primary();
        Optional<SkipReason> objection = objectionTo(head);
        if (objection.isPresent()) {
            return new Result.Refused("", objection.get(), Map.of());
        }
        Map<Fingerprint, RawPacket> secrets = new LinkedHashMap<>();
        Optional<Head> primary = understand(head);
        if (primary.isEmpty() || !Algorithms.isLegal(primary.get().key())) {
            return new Result.Refused("", SkipReason.MALFORMED, Map.of());
        }
        Fingerprint fingerprint = KeyComponent.fingerprintOf(primary.get().key());
        if (head.isSecretKey()) {
            secrets.put(fingerprint, head);
        }
        Parts parts = new Parts(new SelfSignatures(primary.get().key(), policy));
        parts.primary(primary.get(), block.components().getFirst().signatures());
        List<KeyBlock.Component> others =
                block.components().subList(1, Math.min(block.components().size(), MAX_COMPONENTS));
        for (KeyBlock.Component component : others) {
            parts.add(component, secrets);
        }
        if (!parts.isSelfCertified()) {
            return new Result.Refused(fingerprint.hex(), SkipReason.NOT_SELF_CERTIFIED, secrets);
        }
        return new Result.Read(
                new ParsedCertificate(policy, parts.keys, parts.userIds, parts.opaque, parts.unsupported), secrets);
    }

    /// Why the key packet can't be used, judged by its first octets (RFC 9580 §5.5.2).
    private static Optional<SkipReason> objectionTo(RawPacket head) {
        Octets body = head.body();
        if (body.length() < 7) {
            return Optional.of(SkipReason.MALFORMED);
        }
        if (body.length() > MAX_KEY_PACKET) {
            return Optional.of(SkipReason.TOO_LARGE);
        }
        int version = body.at(0);
        if (version == 2 || version == 3) {
            return Optional.of(SkipReason.OUTDATED_VERSION);
        }
        return (version != 4 && version != 6) || !Algorithms.isKnown(body.at(5))
                ? Optional.of(SkipReason.UNSUPPORTED)
                : Optional.empty();
    }

    /// A key packet understood, in its public form.
    private record Head(PGPPublicKey key, RawPacket packet) {}

    private static Optional<Head> understand(RawPacket packet) {
        if (!packet.isSecretKey()) {
            return Bcpg.publicKey(packet).map(key -> new Head(key, packet));
        }
        int tag = packet.tag() == RawPacket.SECRET_KEY ? RawPacket.PUBLIC_KEY : RawPacket.PUBLIC_SUBKEY;
        return Bcpg.secretKey(packet)
                .map(PGPSecretKey::getPublicKey)
                .flatMap(key -> Bcpg.attempt(() -> new Head(
                        key,
                        new RawPacket(tag, Octets.of(key.getPublicKeyPacket().getEncodedContents())))));
    }

    /// The parts of one certificate as they are found to hold.
    private static final class Parts {
        private final SelfSignatures selfSignatures;
        private final List<KeyComponent> keys = new ArrayList<>();
        private final List<UserIdComponent> userIds = new ArrayList<>();
        private final List<KeyBlock.Component> opaque = new ArrayList<>();
        private final List<Objection> unsupported = new ArrayList<>();

        Parts(SelfSignatures selfSignatures) {
            this.selfSignatures = selfSignatures;
        }

        void primary(Head head, List<RawPacket> signatures) {
            keys.add(KeyComponent.of(head.key(), head.packet(), selfSignatures.overPrimary(signatures)));
        }

        void add(KeyBlock.Component component, Map<Fingerprint, RawPacket> secrets) {
            switch (component.head().tag()) {
                case RawPacket.USER_ID -> userId(component);
                case RawPacket.PUBLIC_SUBKEY, RawPacket.SECRET_SUBKEY -> subkey(component, secrets);
                default -> {
                    // Pictures and other attributes prove nothing and are not kept.
                }
            }
        }

        private void userId(KeyBlock.Component component) {
            if (component.head().body().length() > MAX_USER_ID) {
                return;
            }
            List<SelfSignature> holding =
                    selfSignatures.overUserId(component.head().body(), component.signatures());
            if (!holding.isEmpty()) {
                userIds.add(UserIdComponent.of(component.head(), holding));
            }
        }

        private void subkey(KeyBlock.Component component, Map<Fingerprint, RawPacket> secrets) {
            RawPacket head = component.head();
            Optional<SkipReason> objection = objectionTo(head);
            if (objection.filter(SkipReason.UNSUPPORTED::equals).isPresent()) {
                keepOpaque(component);
                return;
            }
            Optional<Head> understood = objection.isPresent() ? Optional.empty() : understand(head);
            if (understood.isEmpty() || !Algorithms.isLegal(understood.get().key())) {
                return;
            }
            PGPPublicKey key = understood.get().key();
            if (key.getVersion() != keys.getFirst().key().getVersion()) {
                return;
            }
            KeyComponent bound = KeyComponent.of(
                    key, understood.get().packet(), selfSignatures.overSubkey(key, component.signatures()));
            if (head.isSecretKey()) {
                secrets.put(bound.fingerprint(), head);
            }
            if (!bound.signatures().isEmpty()) {
                keys.add(bound);
            }
        }

        private void keepOpaque(KeyBlock.Component component) {
            RawPacket head = component.head();
            unsupported.add(new Objection.Unsupported("subkey version "
                    + head.body().at(0) + " algorithm " + head.body().at(5)));
            if (!head.isSecretKey()) {
                List<RawPacket> few = component.signatures().stream()
                        .limit(MAX_OPAQUE_SIGNATURES)
                        .toList();
                opaque.add(new KeyBlock.Component(head, few));
            }
        }

        boolean isSelfCertified() {
            return !userIds.isEmpty() || !keys.getFirst().signatures().isEmpty();
        }
    }
}
