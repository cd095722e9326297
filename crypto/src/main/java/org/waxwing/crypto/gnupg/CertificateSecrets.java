package org.waxwing.crypto.gnupg;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.cert.KeyMaterial.Item.Skipped;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.gnupg.PacketWalk.Packet;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Joins certificates with the secret numbers that GnuPG keeps apart from them, into Transferable Secret
/// Keys (RFC 9580 §10.2). One value for one home.
final class CertificateSecrets {
    private static final int SECRET_KEY = 5;
    private static final int SECRET_SUBKEY = 7;

    private final Map<Keygrip, Octets> files;
    private final PassphraseTrial trial;
    private final Passphrase lock;
    private final SecureRandom random;
    private final Set<Keygrip> used = new HashSet<>();

    CertificateSecrets(Map<Keygrip, Octets> files, PassphraseTrial trial, Passphrase lock, SecureRandom random) {
        this.files = Map.copyOf(files);
        this.trial = trial;
        this.lock = lock;
        this.random = random;
    }

    /// What the home holds of the certificate's secret keys; nothing when no file belongs to it.
    Optional<FoundSecret> secretOf(OpenPgpCertificate certificate) {
        List<Packet> packets = PacketWalk.packets(certificate.encoded());
        List<AgentKey> keys = new ArrayList<>();
        boolean any = false;
        for (Packet packet : packets) {
            if (packet.isKey()) {
                Optional<PublicPart> half = PublicPart.parse(packet.body());
                Optional<Keygrip> keygrip = half.map(Keygrip::of).filter(files::containsKey);
                any |= keygrip.isPresent();
                keygrip.ifPresent(used::add);
                keys.add(keygrip.map(found -> AgentKey.read(file(found), half.orElseThrow(), trial))
                        .orElse(new AgentKey.Missing(
                                half.isEmpty() ? SkipReason.UNSUPPORTED : SkipReason.SECRET_PART_MISSING)));
            }
        }
        return any ? Optional.of(assemble(certificate, packets, keys)) : Optional.empty();
    }

    /// The files that belonged to none of the certificates.
    List<Skipped> leftOver() {
        return files.keySet().stream()
                .filter(keygrip -> !used.contains(keygrip))
                .sorted(Comparator.comparing(Keygrip::hex))
                .map(keygrip ->
                        new Skipped("secret key " + keygrip.hex() + words(file(keygrip)), SkipReason.NO_CERTIFICATE))
                .toList();
    }

    /// What its user wrote beside the key, and whether it serves for SSH.
    private static String words(Octets file) {
        String label = PrivateKeyFile.field(file, "Label")
                .filter(text -> !text.isEmpty())
                .map(text -> ", “" + text + "”")
                .orElse("");
        boolean ssh = PrivateKeyFile.field(file, "Use-for-ssh").equals(Optional.of("yes"));
        return label + (ssh ? ", for SSH" : "");
    }

    private Octets file(Keygrip keygrip) {
        return files.getOrDefault(keygrip, Octets.empty());
    }

    private FoundSecret assemble(OpenPgpCertificate certificate, List<Packet> packets, List<AgentKey> keys) {
        boolean unlocked = keys.stream().anyMatch(AgentKey.Unlocked.class::isInstance);
        boolean locked = keys.stream().anyMatch(AgentKey.StillLocked.class::isInstance);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Skipped> missing = new ArrayList<>();
        int index = 0;
        for (Packet packet : packets) {
            if (!packet.isKey()) {
                out.writeBytes(packet.whole().toByteArray());
                continue;
            }
            AgentKey key = keys.get(index++);
            Octets tail = switch (key) {
                case AgentKey.Unlocked(var numbers) -> SecretPacketTail.locked(numbers, lock, random);
                case AgentKey.StillLocked(var own) -> unlocked ? SecretPacketTail.absent() : own;
                case AgentKey.OnCard(var card) -> SecretPacketTail.onCard(card);
                case AgentKey.Missing _ -> SecretPacketTail.absent();
            };
            write(out, packet, tail);
            String where = key instanceof AgentKey.OnCard(var card) ? ", " + card.name() : "";
            reason(key, unlocked)
                    .ifPresent(why -> missing.add(Skipped.privateKey("secret part of " + name(packet) + where, why)));
        }
        return new FoundSecret(
                certificate,
                unlocked || locked
                        ? Optional.of(new OpenPgpSecretKey(certificate, Octets.of(out.toByteArray())))
                        : Optional.empty(),
                !unlocked,
                missing);
    }

    /// One key can have only one lock: beside unlocked parts, one that is still locked is left behind.
    private Optional<SkipReason> reason(AgentKey key, boolean unlocked) {
        return switch (key) {
            case AgentKey.Unlocked _ -> Optional.empty();
            case AgentKey.StillLocked _ ->
                unlocked
                        ? Optional.of(trial.hasNone() ? SkipReason.PASSPHRASE_NEEDED : SkipReason.WRONG_PASSPHRASE)
                        : Optional.empty();
            case AgentKey.OnCard _ -> Optional.of(SkipReason.ON_SMARTCARD);
            case AgentKey.Missing(var why) -> Optional.of(why);
        };
    }

    private static void write(ByteArrayOutputStream out, Packet half, Octets tail) {
        int length = half.body().length() + tail.length();
        out.write(0xC0 | (half.tag() == PacketWalk.PUBLIC_KEY ? SECRET_KEY : SECRET_SUBKEY));
        out.write(0xFF);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(length >> shift);
        }
        out.writeBytes(half.body().toByteArray());
        out.writeBytes(tail.toByteArray());
    }

    /// The fingerprint of a v4 key (RFC 9580 §5.5.4.2); of another version, which GnuPG's homes don't hold
    /// secrets of, just "a subkey".
    private static String name(Packet key) {
        Octets body = key.body();
        if (body.isEmpty() || body.at(0) != 4) {
            return "a subkey";
        }
        MessageDigest sha1 = Keygrip.sha1();
        sha1.update(new byte[] {(byte) 0x99, (byte) (body.length() >> 8), (byte) body.length()});
        return HexFormat.of().formatHex(sha1.digest(body.toByteArray())).toUpperCase(Locale.ROOT);
    }
}
