package org.waxwing.crypto.openpgp;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SmartCard;
import org.waxwing.crypto.mime.Octets;

/// Names the secret parts that GnuPG marked as being elsewhere when it wrote a key file: left out (S2K type
/// 101, "GNU", 1) or on a smart card ("GNU", 2 and the card's serial number).
final class SecretsElsewhere {
    /// Usage, cipher, 101, hash, "GNU" and the mode, before the octet with the serial number's length.
    private static final int MARK_LENGTH = 8;

    private SecretsElsewhere() {}

    /// One item for a key of which no secret part is here.
    static Item.Skipped whole(OpenPgpSecretKey key) {
        List<Item.Skipped> parts = parts(key, "");
        return parts.stream()
                .filter(part -> part.reason() == SkipReason.ON_SMARTCARD)
                .findFirst()
                .or(() -> parts.stream().findFirst())
                .orElseGet(() -> new Item.Skipped(key.fingerprint().hex(), SkipReason.SECRET_PART_MISSING));
    }

    /// The parts that are elsewhere of a key of which others are here; none of a key without any.
    static List<Item.Skipped> beside(OpenPgpSecretKey key) {
        boolean any = SecretParts.of(key).byFingerprint().values().stream().anyMatch(SecretParts::isUsable);
        return any ? parts(key, "secret part of ") : List.of();
    }

    private static List<Item.Skipped> parts(OpenPgpSecretKey key, String before) {
        return PacketFramer.frame(key.encoded()).packets().stream()
                .filter(RawPacket::isSecretKey)
                .flatMap(packet -> Bcpg.secretKey(packet).flatMap(secret -> part(packet, secret, before)).stream())
                .toList();
    }

    private static Optional<Item.Skipped> part(RawPacket packet, PGPSecretKey secret, String before) {
        String what = before + KeyComponent.fingerprintOf(secret.getPublicKey()).hex();
        return switch (SecretParts.whereabouts(secret)) {
            case LOCKED, OPEN -> Optional.empty();
            case MISSING -> Optional.of(new Item.Skipped(what, SkipReason.SECRET_PART_MISSING));
            case ON_CARD ->
                Optional.of(new Item.Skipped(what + ", " + card(packet, secret).name(), SkipReason.ON_SMARTCARD));
        };
    }

    private static SmartCard card(RawPacket packet, PGPSecretKey secret) {
        int at = Bcpg.require(() -> secret.getPublicKey().getPublicKeyPacket().getEncodedContents()).length
                + MARK_LENGTH;
        Octets body = packet.body();
        int length = at < body.length() ? body.at(at) : 0;
        return new SmartCard(at + 1 + length <= body.length() ? body.slice(at + 1, at + 1 + length) : Octets.empty());
    }
}
