package org.waxwing.crypto.openpgp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Turns the packets of one transferable key into a checked certificate and, where they are there, its
/// secret parts.
final class CertificateReader {
    private static final int VERDICT = 32;
    private static final int MAX_KEY_PACKET = 1 << 18;
    private static final int MAX_COMPONENTS = 20_000;
    private static final int LIBREPGP = 5;

    private final AlgorithmPolicy policy;
    private final KnownSignatures known = new KnownSignatures();

    CertificateReader(AlgorithmPolicy policy) {
        this.policy = policy;
    }

    /// Verdicts that an earlier run came to, from where nobody else could change them. A verdict for other
    /// octets, or under another version of the policy, has another name and so no effect.
    ///
    /// @param verdicts as [ParsedCertificate#verdicts] gave them
    void remember(Octets verdicts) {
        for (int at = 0; at + VERDICT <= verdicts.length(); at += VERDICT) {
            known.add(Octets.of(verdicts.slice(at, at + VERDICT).toByteArray()));
        }
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
        List<KeyBlock.Component> components = block.withoutRepetition();
        SelfSignatures selfSignatures = new SelfSignatures(primary.get().key(), known, policy.version());
        CertificateParts parts = new CertificateParts(selfSignatures, secrets);
        parts.primary(primary.get(), components.getFirst().signatures());
        components.stream().skip(1).limit(MAX_COMPONENTS).forEach(parts::add);
        if (selfSignatures.isExhausted() || components.size() > MAX_COMPONENTS) {
            return new Result.Refused(fingerprint.hex(), SkipReason.TOO_LARGE, secrets);
        }
        if (!parts.isSelfCertified()) {
            return new Result.Refused(fingerprint.hex(), SkipReason.NOT_SELF_CERTIFIED, secrets);
        }
        return new Result.Read(new ParsedCertificate(policy, parts.found()), secrets);
    }

    /// Why the key packet can't be used, judged by its first octets (RFC 9580 §5.5.2).
    static Optional<SkipReason> objectionTo(RawPacket head) {
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
        if (version == LIBREPGP) {
            return Optional.of(SkipReason.LIBREPGP_VERSION);
        }
        return (version != 4 && version != 6) || !Algorithms.isKnown(body.at(5))
                ? Optional.of(SkipReason.UNSUPPORTED)
                : Optional.empty();
    }

    /// A key packet understood, in its public form. Numbers may come with a wrong count of their bits,
    /// which changes neither key nor fingerprint: here every key has one form only.
    record Head(PGPPublicKey key, RawPacket packet) {}

    static Optional<Head> understand(RawPacket packet) {
        boolean primary = packet.tag() == RawPacket.PUBLIC_KEY || packet.tag() == RawPacket.SECRET_KEY;
        int tag = primary ? RawPacket.PUBLIC_KEY : RawPacket.PUBLIC_SUBKEY;
        Optional<PGPPublicKey> key =
                packet.isSecretKey() ? Bcpg.secretKey(packet).map(PGPSecretKey::getPublicKey) : Bcpg.publicKey(packet);
        return key.flatMap(found -> Bcpg.attempt(() -> new Head(
                found, new RawPacket(tag, Octets.of(found.getPublicKeyPacket().getEncodedContents())))));
    }
}
