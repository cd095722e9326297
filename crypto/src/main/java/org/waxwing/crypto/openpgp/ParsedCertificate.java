package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// A certificate whose self-signatures were checked once, when it was read. What they say is kept; judging
/// at an instant is then arithmetic.
final class ParsedCertificate implements OpenPgpCertificate {
    /// Later than every date in a v4 or v6 packet: judged then, the owner's last word holds.
    private static final Instant LAST_WORD = Instant.ofEpochSecond(1L << 33);

    private final AlgorithmPolicy policy;
    private final List<KeyComponent> keys;
    private final List<UserIdComponent> userIds;
    private final List<KeyBlock.Component> opaque;
    private final List<Objection> unsupported;
    private final Octets encoded;

    ParsedCertificate(
            AlgorithmPolicy policy,
            List<KeyComponent> keys,
            List<UserIdComponent> userIds,
            List<KeyBlock.Component> opaque,
            List<Objection> unsupported) {
        this.policy = policy;
        this.keys = List.copyOf(keys);
        this.userIds = List.copyOf(userIds);
        this.opaque = List.copyOf(opaque);
        this.unsupported = List.copyOf(unsupported);
        this.encoded = RawPacket.encode(packets());
    }

    /// The packets in their standard order (RFC 9580 §10.1).
    List<RawPacket> packets() {
        List<RawPacket> packets = new ArrayList<>();
        packets.add(primary().packet());
        primary().signatures().forEach(signature -> packets.add(signature.packet()));
        for (UserIdComponent userId : userIds) {
            packets.add(userId.packet());
            userId.signatures().forEach(signature -> packets.add(signature.packet()));
        }
        for (KeyComponent key : keys.subList(1, keys.size())) {
            packets.add(key.packet());
            key.signatures().forEach(signature -> packets.add(signature.packet()));
        }
        for (KeyBlock.Component component : opaque) {
            packets.add(component.head());
            packets.addAll(component.signatures());
        }
        return packets;
    }

    KeyComponent primary() {
        return keys.getFirst();
    }

    List<KeyComponent> keyComponents() {
        return keys;
    }

    List<UserIdComponent> userIdComponents() {
        return userIds;
    }

    /// The subkeys that we keep for others to use but don't understand.
    List<Objection> unsupported() {
        return unsupported;
    }

    CertificateState stateAt(Instant at) {
        return new CertificateState(this, policy, at);
    }

    Optional<KeyComponent> keyWith(long keyId) {
        return keys.stream().filter(key -> key.key().getKeyID() == keyId).findFirst();
    }

    @Override
    public List<ComponentKey> keys() {
        CertificateState state = stateAt(LAST_WORD);
        return keys.stream()
                .map(key -> new ComponentKey(
                        key.fingerprint(),
                        key.key().getKeyID(),
                        Algorithms.name(key.key()),
                        key.created(),
                        state.expiryOf(key),
                        state.purposes(key),
                        key.isPrimary()))
                .toList();
    }

    @Override
    public boolean holdsKeyId(long keyId) {
        return keyWith(keyId).isPresent();
    }

    @Override
    public Fingerprint fingerprint() {
        return primary().fingerprint();
    }

    @Override
    public Instant created() {
        return primary().created();
    }

    @Override
    public Optional<Instant> expires() {
        return stateAt(LAST_WORD).expiryOf(primary());
    }

    @Override
    public Usability usability(Instant at) {
        return stateAt(at).usability();
    }

    @Override
    public List<UserId> userIds() {
        return stateAt(LAST_WORD).certifiedUserIds().stream()
                .map(UserIdComponent::userId)
                .toList();
    }

    @Override
    public boolean binds(AddrSpec address, Instant at) {
        return stateAt(at).certifiedUserIds().stream()
                .anyMatch(userId ->
                        userId.userId().address().filter(address::equals).isPresent());
    }

    @Override
    public Octets encoded() {
        return encoded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && encoded.equals(that.encoded());
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }

    @Override
    public String toString() {
        return "Certificate[" + fingerprint().hex() + "]";
    }
}
