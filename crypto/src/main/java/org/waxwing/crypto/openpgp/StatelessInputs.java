package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// Reads what the Stateless OpenPGP operations are given: files of keys and of certificates.
record StatelessInputs(CertificateReader reader) {
    /// Every secret key of the files; each file must have one.
    SopResult<List<OpenPgpSecretKey>> keys(List<Octets> files) {
        return all(
                files,
                item -> item instanceof Item.SecretKeyFound secret ? Optional.of(secret.key()) : Optional.empty());
    }

    /// Every certificate of the files; each file must have one.
    SopResult<List<OpenPgpCertificate>> certificates(List<Octets> files) {
        return all(
                files,
                item -> item instanceof Item.CertificateFound found
                        ? Optional.of(found.certificate())
                        : Optional.empty());
    }

    private <T> SopResult<List<T>> all(List<Octets> files, Function<Item, Optional<T>> wanted) {
        List<T> found = new ArrayList<>();
        for (Octets file : files) {
            List<Item> items = new KeyFileReader(reader).read(file).items();
            List<T> here =
                    items.stream().flatMap(item -> wanted.apply(item).stream()).toList();
            if (here.isEmpty()) {
                return new Failed<>(unusable(items));
            }
            found.addAll(here);
        }
        return new Done<>(found);
    }

    /// The keys of a file as they lie there, with parts that nobody ties to them.
    static List<KeyBlock> blocks(Octets file) {
        Octets binary = Armor.isArmored(file)
                ? concatenated(Armor.blocks(file).stream()
                        .filter(Armor.Block::intact)
                        .map(Armor.Block::data)
                        .toList())
                : file;
        return KeyBlock.group(PacketFramer.frame(binary).packets()).stream()
                .flatMap(found -> found instanceof KeyBlock.Found.Key key ? Stream.of(key.block()) : Stream.empty())
                .toList();
    }

    static Octets concatenated(List<Octets> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(part -> out.writeBytes(part.toByteArray()));
        return Octets.of(out.toByteArray());
    }

    private static SopFailure unusable(List<Item> items) {
        return items.stream()
                        .anyMatch(item -> item instanceof Item.Skipped skipped
                                && (skipped.reason() == SkipReason.UNSUPPORTED
                                        || skipped.reason() == SkipReason.LIBREPGP_VERSION))
                ? SopFailure.UNSUPPORTED_ASYMMETRIC_ALGO
                : SopFailure.BAD_DATA;
    }

    /// The secret of one part, opened by any of the passwords where it is locked.
    static Optional<PGPPrivateKey> opened(PGPSecretKey part, List<Passphrase> passwords) {
        return switch (SecretParts.whereabouts(part)) {
            case OPEN -> SecretParts.open(part);
            case LOCKED ->
                passwords.stream()
                        .flatMap(password -> SecretParts.unlock(part, password).stream())
                        .findFirst();
            case ON_CARD, MISSING -> Optional.empty();
        };
    }

    /// The one of the passwords that opens each key; no S/MIME key comes here.
    static PassphraseSource source(List<Passphrase> passwords) {
        return locked -> switch (locked) {
            case OpenPgpSecretKey key -> fitting(key, passwords);
            case SmimeSecretKey _ -> Optional.empty();
        };
    }

    /// The one of the passwords that opens the key.
    static Optional<Passphrase> fitting(OpenPgpSecretKey key, List<Passphrase> passwords) {
        return SecretParts.of(key).byFingerprint().values().stream()
                .filter(part -> SecretParts.whereabouts(part) == SecretParts.Whereabouts.LOCKED)
                .findFirst()
                .flatMap(part -> passwords.stream()
                        .filter(password -> SecretParts.unlock(part, password).isPresent())
                        .findFirst())
                .map(Passphrase::copy);
    }
}
