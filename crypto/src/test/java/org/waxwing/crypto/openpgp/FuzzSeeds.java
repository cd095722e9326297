package org.waxwing.crypto.openpgp;

import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.ANNA_NEW;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.waxwing.crypto.MailSeeds;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.CmsFuzz;
import org.waxwing.crypto.smime.IdentityFuzz;
import org.waxwing.crypto.smime.X509Fuzz;

/// Inputs of our own making from which fuzzing starts. As a program it writes them into a folder, with the
/// smaller files of the corpora where `waxwing.corpora` names some.
public final class FuzzSeeds {
    private static final int LARGEST = 1 << 16;
    private static final String OPEN_KEY = "(private-key (rsa (n #0CA1#)(e #11#)(d #0AC1#)(p #35#)(q #3D#)(u #26#)))";

    private FuzzSeeds() {}

    static List<byte[]> of(String target) {
        return switch (target) {
            case "framer" -> packets();
            case "armor" -> armored();
            case "certificate", "message" ->
                Stream.concat(packets().stream(), armored().stream()).toList();
            case "keybox" -> List.of(keybox(), trustDatabase());
            case "private-key" -> privateKeys();
            case "mime", "header", "letter", "html" -> MailSeeds.all();
            case "cms" -> CmsFuzz.seeds();
            case "identity" -> IdentityFuzz.seeds();
            case "x509" -> X509Fuzz.seeds();
            default -> throw new IllegalArgumentException("no such target");
        };
    }

    private static Octets sealed() {
        return ((Production.Made) ENGINE.signAndEncrypt(
                        Octets.ofUtf8("secret"), ANNA, List.of(BEN.certificate()), everyone(), NOW))
                .octets();
    }

    private static Octets signature() {
        return ((Production.Made) ENGINE.sign(Octets.ofUtf8("signed"), ANNA, everyone(), NOW)).octets();
    }

    private static List<byte[]> armored() {
        return Stream.of(
                        sealed(),
                        signature(),
                        ENGINE.armoredCertificates(List.of(ANNA.certificate(), BEN.certificate())),
                        ENGINE.armoredSecretKey(ANNA),
                        ANNA_NEW.revocation())
                .map(Octets::toByteArray)
                .toList();
    }

    private static List<byte[]> packets() {
        List<byte[]> binary = new ArrayList<>();
        for (byte[] armored : armored()) {
            Armor.blocks(Octets.of(armored))
                    .forEach(block -> binary.add(block.data().toByteArray()));
        }
        byte[] literal = Octets.ofUtf8("b\0\0\0\0\0text").toByteArray();
        binary.add(RawPacket.encode(List.of(new RawPacket(RawPacket.LITERAL, Octets.of(literal))))
                .toByteArray());
        byte[] partial = new byte[2 + 512 + 1 + 3];
        partial[0] = (byte) (0xC0 | RawPacket.LITERAL);
        partial[1] = (byte) (224 + 9);
        partial[2] = 'b';
        partial[2 + 512] = 3;
        binary.add(partial);
        return binary;
    }

    private static byte[] keybox() {
        byte[] certificate = ANNA.certificate().encoded().toByteArray();
        ByteBuffer box = ByteBuffer.allocate(32 + 24 + certificate.length + 20);
        box.putInt(0, 32).put(4, (byte) 1).put(7, (byte) 2);
        box.putInt(32, 24 + certificate.length).put(36, (byte) 2);
        box.putInt(40, 24).putInt(44, certificate.length).put(56, certificate);
        box.putInt(56 + certificate.length, 20).put(60 + certificate.length, (byte) 3);
        return box.array();
    }

    private static byte[] trustDatabase() {
        ByteBuffer file = ByteBuffer.allocate(80);
        file.put(new byte[] {1, 'g', 'p', 'g', 3});
        file.put(40, (byte) 12).put(62, (byte) 6);
        return file.array();
    }

    private static List<byte[]> privateKeys() {
        return Stream.of(
                        OPEN_KEY,
                        "Created: 20261123T165002\nKey: " + OPEN_KEY.replace("key (rsa", "k\n ey\n  (rsa") + "\n",
                        "(11:private-key(3:rsa(1:n2:\f!)(1:e1:\u0011)))",
                        "(shadowed-private-key (rsa (n #0CA1#)(e #11#)(shadowed t1-v1 (#D276#OPENPGP.1))))",
                        "(protected-private-key (rsa (n #0CA1#)(e #11#)(protected openpgp-s2k3-ocb-aes"
                                + " ((sha1 #0102030405060708# \"65536\")#000000000000000000000000#)"
                                + "#0000000000000000000000000000000000000000#)))",
                        "(protected-private-key (rsa (n #0CA1#)(e #11#)(protected openpgp-s2k3-sha1-aes-cbc"
                                + " ((sha1 \"abcdefgh\" \"65536\")#00000000000000000000000000000000#)"
                                + "#00000000000000000000000000000000#)))",
                        "(protected-private-key (rsa (n #0CA1#)(e #11#)(protected openpgp-native"
                                + " (openpgp-private-key (version 1:4)(algo rsa)(skey _ #0CA1# _ #11# e #00#)"
                                + "(csum \"123\")(protection sha1 aes #0000# 3:3 sha1 #0102030405060708# 2:96)))))")
                .map(text -> Octets.ofUtf8(text).toByteArray())
                .toList();
    }

    /// @param arguments the target and the folder
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        List<byte[]> seeds = of(arguments[0]);
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
        String corpus = switch (arguments[0]) {
            case "mime", "header", "letter" -> "mail";
            case "cms", "identity", "x509" -> "smime";
            default -> "openpgp";
        };
        Path corpora = Path.of(System.getProperty("waxwing.corpora", "absent"), corpus);
        if (Files.isDirectory(corpora)) {
            try (Stream<Path> files = Files.walk(corpora)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    if (bytes.length <= LARGEST) {
                        Files.write(folder.resolve("corpus-" + Integer.toHexString(Arrays.hashCode(bytes))), bytes);
                    }
                }
            }
        }
    }
}
