package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.Octets;

/// Reads key files of any shape, item by item: what is wrong with one costs no other.
final class KeyFileReader {
    private static final int MAX_FILE = 1 << 30;

    /// From this number of keys on the cost of sharing the work is nothing beside the work.
    private static final int MANY = 8;

    private final CertificateReader reader;
    private final List<Item> items = new ArrayList<>();
    private final Map<Fingerprint, ParsedCertificate> certificates = new HashMap<>();
    private final Map<Integer, CertificateReader.Result.Refused> withoutCertificate = new HashMap<>();
    private int number;

    KeyFileReader(CertificateReader reader) {
        this.reader = reader;
    }

    KeyMaterial read(Octets file) {
        if (file.length() > MAX_FILE) {
            return new KeyMaterial(List.of(new Item.Skipped("the file", SkipReason.TOO_LARGE)));
        }
        if (Armor.isArmored(file)) {
            for (Armor.Block block : Armor.blocks(file)) {
                armored(block);
            }
        } else {
            packets(file);
        }
        withoutCertificate.forEach(this::marry);
        return new KeyMaterial(items);
    }

    private void armored(Armor.Block block) {
        if (!block.kind().startsWith("PUBLIC KEY") && !block.kind().startsWith("PRIVATE KEY")) {
            return;
        }
        if (block.intact()) {
            packets(block.data());
        } else {
            skip("", SkipReason.MALFORMED);
        }
    }

    private void packets(Octets binary) {
        PacketFramer.Framed framed = PacketFramer.frame(binary);
        List<KeyBlock.Found> found = KeyBlock.group(framed.packets());
        List<Optional<CertificateReader.Result>> read = judged(found);
        for (int i = 0; i < found.size(); i++) {
            one(found.get(i), read.get(i));
        }
        if (!framed.intact()) {
            skip("", SkipReason.MALFORMED);
        }
    }

    /// What came of each key, at the same time on all processors where there are many.
    private List<Optional<CertificateReader.Result>> judged(List<KeyBlock.Found> found) {
        Stream<KeyBlock.Found> all = found.size() < MANY ? found.stream() : found.parallelStream();
        return all.map(one -> one instanceof KeyBlock.Found.Key key
                        ? Optional.of(reader.read(key.block()))
                        : Optional.<CertificateReader.Result>empty())
                .toList();
    }

    private void one(KeyBlock.Found found, Optional<CertificateReader.Result> read) {
        switch (found) {
            case KeyBlock.Found.Refused(SkipReason reason) -> skip("", reason);
            case KeyBlock.Found.LoneSignature(RawPacket signature) -> lone(signature);
            case KeyBlock.Found.Key(KeyBlock block) ->
                key(block, read.orElseThrow(() -> new IllegalStateException("a key was not read")));
        }
    }

    private void skip(String what, SkipReason reason) {
        number++;
        items.add(new Item.Skipped(named(what), reason));
    }

    private String named(String what) {
        return what.isEmpty() ? "item " + number : what;
    }

    private void lone(RawPacket packet) {
        Optional<SignaturePeek> peek = SignaturePeek.of(packet).filter(signature -> signature.type() == 0x20);
        if (peek.isEmpty()) {
            skip("", SkipReason.UNSUPPORTED);
            return;
        }
        number++;
        items.add(new Item.RevocationFound(
                peek.get().issuerKeyIds().stream().findFirst().orElseGet(() -> keyIdFrom(peek.get())),
                RawPacket.encode(List.of(packet))));
    }

    private static long keyIdFrom(SignaturePeek peek) {
        return peek.issuerFingerprints().stream()
                .findFirst()
                .map(hex -> Long.parseUnsignedLong(
                        hex.length() == 64 ? hex.substring(0, 16) : hex.substring(hex.length() - 16), 16))
                .orElse(0L);
    }

    private void key(KeyBlock block, CertificateReader.Result result) {
        switch (result) {
            case CertificateReader.Result.Refused refused -> {
                if (!refused.secrets().isEmpty()) {
                    withoutCertificate.put(items.size(), refused);
                }
                number++;
                String what = named(refused.what());
                items.add(
                        block.primary().isSecretKey()
                                ? Item.Skipped.privateKey(what, refused.reason())
                                : new Item.Skipped(what, refused.reason()));
            }
            case CertificateReader.Result.Read read -> {
                number++;
                certificates.putIfAbsent(read.certificate().fingerprint(), read.certificate());
                if (block.primary().isSecretKey()) {
                    OpenPgpSecretKey key = SecretKeyAssembly.join(read.certificate(), read.secrets());
                    items.add(secret(key));
                    items.addAll(SecretsElsewhere.beside(key));
                } else {
                    items.add(new Item.CertificateFound(read.certificate()));
                }
            }
        }
    }

    private static Item secret(OpenPgpSecretKey key) {
        List<SecretParts.Whereabouts> where = SecretParts.of(key).byFingerprint().values().stream()
                .map(SecretParts::whereabouts)
                .toList();
        if (where.contains(SecretParts.Whereabouts.LOCKED)) {
            return new Item.SecretKeyFound(key, true);
        }
        if (where.contains(SecretParts.Whereabouts.OPEN)) {
            return new Item.SecretKeyFound(key, false);
        }
        return SecretsElsewhere.whole(key);
    }

    /// A secret key without self-signatures takes those of its certificate, when the file holds it too.
    private void marry(int index, CertificateReader.Result.Refused refused) {
        refused.secrets().keySet().stream()
                .findFirst()
                .flatMap(primary -> Optional.ofNullable(certificates.get(primary)))
                .map(certificate -> SecretKeyAssembly.join(certificate, refused.secrets()))
                .ifPresent(key -> {
                    items.set(index, secret(key));
                    items.addAll(SecretsElsewhere.beside(key));
                });
    }
}
