package org.waxwing.crypto.gnupg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.gnupg.PacketWalk.Packet;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Every algorithm that gpg makes: its keygrip names the file, the file opens, and its secret fits.
class KeygripTest {
    private static final List<String> CURVES = List.of(
            "nistp256", "nistp384", "nistp521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "secp256k1");
    private static final String DSA = """
        %no-protection
        Key-Type: DSA
        Key-Length: 2048
        Subkey-Type: ELG-E
        Subkey-Length: 1024
        Name-Real: dsa
        %commit
        """;

    @TempDir
    Path home;

    @Test
    void findsAndOpensTheSecretOfEveryAlgorithmThatGnuPgMakes() throws Exception {
        try (GnuPg gpg = GnuPg.in(home)) {
            for (String curve : CURVES) {
                gpg.addSubkey(gpg.generate(curve, curve, ""), curve, "encr", "");
            }
            gpg.addSubkey(gpg.generate("ed25519", "ed25519", ""), "cv25519", "encr", "");
            gpg.addSubkey(gpg.generate("locked", "ed25519", "geheim"), "cv25519", "encr", "geheim");
            gpg.addSubkey(gpg.generate("rsa", "rsa2048", ""), "rsa3072", "encr", "");
            Path parameters = Files.writeString(home.resolve("parameters"), DSA);
            gpg.run("--gen-key", parameters.toString());

            Map<String, Octets> files = gpg.privateKeys();
            Set<String> found = new TreeSet<>();
            try (Passphrase passphrase = Passphrase.taking("geheim".toCharArray())) {
                for (Packet key : keys(gpg.file("pubring.kbx"))) {
                    PublicPart half = PublicPart.parse(key.body()).orElseThrow();
                    String name = Keygrip.of(half).hex() + ".key";
                    Octets file = Optional.ofNullable(files.get(name)).orElseThrow(() -> new AssertionError(half));
                    assertInstanceOf(
                            AgentKey.Unlocked.class,
                            AgentKey.read(file, half, new PassphraseTrial(List.of(passphrase))),
                            () -> half.toString());
                    found.add(name);
                }
            }
            assertEquals(files.keySet(), found);
            assertTrue(found.size() >= 2 * CURVES.size() + 8);
        }
    }

    static List<Packet> keys(Octets keybox) {
        List<Packet> keys = new ArrayList<>();
        for (Keybox.Item item : Keybox.read(keybox).items()) {
            if (item instanceof Keybox.Item.Keyblock(Octets packets)) {
                PacketWalk.packets(packets).stream().filter(Packet::isKey).forEach(keys::add);
            }
        }
        return keys;
    }
}
