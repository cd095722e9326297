package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;

/// Changes that come from outside to a certificate that is known: what a second copy knows, a revocation
/// certificate.
final class CertificateMerge {
    private final CertificateReader reader;

    CertificateMerge(CertificateReader reader) {
        this.reader = reader;
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
