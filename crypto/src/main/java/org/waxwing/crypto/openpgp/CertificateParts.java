package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.Octets;

/// The parts of one certificate as they are found to hold. What its owner didn't certify is dropped,
/// whatever it is.
final class CertificateParts {
    /// What is kept as it is, for programs that know more.
    private static final Set<SkipReason> NOT_OURS = Set.of(SkipReason.UNSUPPORTED, SkipReason.LIBREPGP_VERSION);

    private static final int MAX_USER_ID = 1 << 13;
    private static final int MAX_ATTRIBUTE = 1 << 18;

    private final SelfSignatures selfSignatures;
    private final Map<Fingerprint, RawPacket> secrets;
    private final List<KeyComponent> keys = new ArrayList<>();
    private final List<UserIdComponent> userIds = new ArrayList<>();
    private final List<KeyBlock.Component> opaque = new ArrayList<>();
    private final List<Objection> unsupported = new ArrayList<>();

    /// @param secrets where the secret packets of subkeys are put
    CertificateParts(SelfSignatures selfSignatures, Map<Fingerprint, RawPacket> secrets) {
        this.selfSignatures = selfSignatures;
        this.secrets = secrets;
    }

    /// All of them, in canonical order.
    ///
    /// @param keys the primary key first
    /// @param opaque user attributes, and subkeys that we keep for others to use but don't understand
    /// @param unsupported what is to be said of those subkeys
    /// @param verdicts the names of the verdicts on which all this rests
    record Found(
            List<KeyComponent> keys,
            List<UserIdComponent> userIds,
            List<KeyBlock.Component> opaque,
            List<Objection> unsupported,
            List<Octets> verdicts) {
        Found {
            keys = keys.stream().sorted(CanonicalOrder.OF_KEYS).toList();
            userIds = userIds.stream().sorted(CanonicalOrder.OF_USER_IDS).toList();
            opaque = opaque.stream().sorted(CanonicalOrder.OF_OPAQUE).toList();
            unsupported = List.copyOf(unsupported);
            verdicts = List.copyOf(verdicts);
        }
    }

    Found found() {
        return new Found(keys, userIds, opaque, unsupported, selfSignatures.verdicts());
    }

    void primary(CertificateReader.Head head, List<RawPacket> signatures) {
        keys.add(KeyComponent.of(head.key(), head.packet(), selfSignatures.overPrimary(signatures)));
    }

    void add(KeyBlock.Component component) {
        switch (component.head().tag()) {
            case RawPacket.USER_ID -> userId(component);
            case RawPacket.USER_ATTRIBUTE -> attribute(component);
            case RawPacket.PUBLIC_SUBKEY, RawPacket.SECRET_SUBKEY -> subkey(component);
            default -> {
                // Nothing else heads a part of a certificate.
            }
        }
    }

    private void userId(KeyBlock.Component component) {
        RawPacket head = component.head();
        if (head.body().length() <= MAX_USER_ID) {
            SelfSignatures.Sorted sorted = selfSignatures.overIdentity(head, component.signatures());
            if (!sorted.own().isEmpty()) {
                userIds.add(UserIdComponent.of(head, sorted));
            }
        }
    }

    /// Pictures and the like (RFC 9580 §5.12): never shown, but the owner's, so not ours to drop.
    private void attribute(KeyBlock.Component component) {
        RawPacket head = component.head();
        if (head.body().length() <= MAX_ATTRIBUTE) {
            boolean _ = keepOpaque(head, selfSignatures.overIdentity(head, component.signatures()));
        }
    }

    private boolean keepOpaque(RawPacket head, SelfSignatures.Sorted sorted) {
        if (sorted.own().isEmpty()) {
            return false;
        }
        List<RawPacket> signatures = Stream.concat(
                        sorted.own().stream().map(SelfSignature::packet), sorted.others().stream())
                .toList();
        return opaque.add(new KeyBlock.Component(head, signatures));
    }

    private void subkey(KeyBlock.Component component) {
        RawPacket head = component.head();
        Optional<SkipReason> objection = CertificateReader.objectionTo(head);
        if (objection.filter(NOT_OURS::contains).isPresent()) {
            strangeSubkey(component);
            return;
        }
        Optional<CertificateReader.Head> understood =
                objection.isPresent() ? Optional.empty() : CertificateReader.understand(head);
        if (understood.isEmpty() || !Algorithms.isLegal(understood.get().key())) {
            return;
        }
        PGPPublicKey key = understood.get().key();
        if (key.getVersion() != keys.getFirst().key().getVersion()) {
            return;
        }
        KeyComponent bound =
                KeyComponent.of(key, understood.get().packet(), selfSignatures.overSubkey(key, component.signatures()));
        if (head.isSecretKey()) {
            secrets.put(bound.fingerprint(), head);
        }
        if (!bound.signatures().isEmpty()) {
            keys.add(bound);
        }
    }

    private void strangeSubkey(KeyBlock.Component component) {
        RawPacket head = component.head();
        boolean kept =
                head.isSecretKey() || keepOpaque(head, selfSignatures.overStrangeSubkey(head, component.signatures()));
        if (kept) {
            unsupported.add(new Objection.Unsupported("subkey version "
                    + head.body().at(0) + " algorithm " + head.body().at(5)));
        }
    }

    /// Whether the owner of the primary key said anything at all. A certificate whose user ids somebody
    /// took away is good for nothing by itself, but it may bring a subkey or a revocation to one that is
    /// known.
    boolean isSelfCertified() {
        return !userIds.isEmpty()
                || keys.stream().anyMatch(key -> !key.signatures().isEmpty());
    }
}
