package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final CertificateParts.Found parts;
    private final List<SelfSignature> byRevokers;
    private final Octets encoded;

    ParsedCertificate(AlgorithmPolicy policy, CertificateParts.Found parts) {
        this(policy, parts, List.of(), RawPacket.encode(packets(parts)));
    }

    private ParsedCertificate(
            AlgorithmPolicy policy, CertificateParts.Found parts, List<SelfSignature> byRevokers, Octets encoded) {
        this.policy = policy;
        this.parts = parts;
        this.byRevokers = List.copyOf(byRevokers);
        this.encoded = encoded;
    }

    /// The packets in their standard order (RFC 9580 §10.1), and within it in the canonical one.
    List<RawPacket> packets() {
        return packets(parts);
    }

    private static List<RawPacket> packets(CertificateParts.Found parts) {
        List<RawPacket> packets = new ArrayList<>();
        key(parts.keys().getFirst(), packets);
        for (UserIdComponent userId : parts.userIds()) {
            packets.add(userId.packet());
            userId.signatures().forEach(signature -> packets.add(signature.packet()));
            packets.addAll(userId.others());
        }
        opaque(parts, true, packets);
        parts.keys().stream().skip(1).forEach(key -> key(key, packets));
        opaque(parts, false, packets);
        return packets;
    }

    private static void key(KeyComponent key, List<RawPacket> packets) {
        packets.add(key.packet());
        key.signatures().forEach(signature -> packets.add(signature.packet()));
        packets.addAll(key.others());
    }

    private static void opaque(CertificateParts.Found parts, boolean attributes, List<RawPacket> packets) {
        for (KeyBlock.Component component : parts.opaque()) {
            if ((component.head().tag() == RawPacket.USER_ATTRIBUTE) == attributes) {
                packets.add(component.head());
                packets.addAll(component.signatures());
            }
        }
    }

    KeyComponent primary() {
        return parts.keys().getFirst();
    }

    List<KeyComponent> keyComponents() {
        return parts.keys();
    }

    List<UserIdComponent> userIdComponents() {
        return parts.userIds();
    }

    /// The subkeys that we keep for others to use but don't understand.
    List<Objection> unsupported() {
        return parts.unsupported();
    }

    /// The names of the verdicts of its self-signatures, one after the other, for
    /// [CertificateReader#remember].
    Octets verdicts() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.verdicts().forEach(verdict -> all.writeBytes(verdict.toByteArray()));
        return Octets.of(all.toByteArray());
    }

    /// What was said against the whole certificate, by its owner and by who may in the owner's place.
    List<SelfSignature> revocations() {
        return Stream.concat(primary().signatures().stream(), byRevokers.stream())
                .filter(SelfSignature::isRevocation)
                .toList();
    }

    @Override
    public Set<Fingerprint> designatedRevokers() {
        return Stream.concat(
                        Stream.of(primary().signatures()),
                        parts.userIds().stream().map(UserIdComponent::signatures))
                .flatMap(List::stream)
                .flatMap(signature -> signature.revokers().stream())
                .map(Fingerprint::openPgp)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The same certificate, with the revocations that its designated revokers made and that hold.
    ParsedCertificate revokedBy(List<SelfSignature> revocations) {
        return new ParsedCertificate(policy, parts, revocations, encoded);
    }

    AlgorithmPolicy policy() {
        return policy;
    }

    CertificateState stateAt(Instant at) {
        return new CertificateState(this, policy, at);
    }

    Optional<KeyComponent> keyWith(long keyId) {
        return parts.keys().stream()
                .filter(key -> key.key().getKeyID() == keyId)
                .findFirst();
    }

    @Override
    public List<ComponentKey> keys() {
        CertificateState state = stateAt(LAST_WORD);
        return parts.keys().stream()
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
