package org.waxwing.keystore.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.attack.Attack;

final class VaultTest {
    private static final Octets CLEAR = Octets.ofUtf8("a private value");

    @TempDir
    Path profile;

    @Test
    void opensWithItsPassphraseAndOpensWhatItSealed() {
        Octets sealed;
        Octets mac;
        try (Vault vault = create("correct horse")) {
            sealed = vault.box("keyring").seal(CLEAR, "account/7/1");
            mac = vault.box("keyring").mac(CLEAR);
        }
        try (Vault vault = opened("correct horse")) {
            assertEquals(Optional.of(CLEAR), vault.box("keyring").open(sealed, "account/7/1"));
            assertEquals(Optional.empty(), vault.box("keyring").open(sealed, "account/8/1"));
            assertEquals(Optional.empty(), vault.box("outbox").open(sealed, "account/7/1"));
            assertEquals(mac, vault.box("keyring").mac(CLEAR));
            assertNotEquals(mac, vault.box("outbox").mac(CLEAR));
        }
    }

    @Test
    @Attack(61)
    void opensNothingThatWasChanged() {
        try (Vault vault = create("correct horse")) {
            SealedBox box = vault.box("keyring");
            byte[] sealed = box.seal(CLEAR, "p").toByteArray();
            for (int i = 0; i < sealed.length; i++) {
                sealed[i] ^= 1;
                assertEquals(Optional.empty(), box.open(Octets.of(sealed), "p"), "byte " + i);
                sealed[i] ^= 1;
                assertEquals(Optional.empty(), box.open(Octets.of(sealed).slice(0, i), "p"), "length " + i);
            }
        }
    }

    @Test
    void sealsLargeValues() {
        Octets large = Octets.of(new byte[200_001]);
        try (Vault vault = create("correct horse")) {
            SealedBox box = vault.box("mail");
            assertEquals(Optional.of(large), box.open(box.seal(large, "p"), "p"));
        }
    }

    @Test
    void tellsAWrongPassphraseFromNoVault() {
        assertInstanceOf(VaultOpening.Missing.class, open("correct horse"));
        create("correct horse").close();
        assertInstanceOf(VaultOpening.WrongPassphrase.class, open("wrong horse"));
        assertInstanceOf(VaultOpening.WrongPassphrase.class, open(""));
    }

    @Test
    void neverOverwritesAVault() {
        create("correct horse").close();
        assertThrows(KeyringException.class, () -> create("another").close());
        opened("correct horse").close();
    }

    @Test
    void refusesAnEmptyPassphrase() {
        assertThrows(IllegalArgumentException.class, () -> create("").close());
        assertInstanceOf(VaultOpening.Missing.class, open("correct horse"));
    }

    @Test
    void saysDamagedForEveryByteThatWasFlippedAndEveryCut() throws IOException {
        create("correct horse").close();
        byte[] good = Files.readAllBytes(file());
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) 0x80;
            Files.write(file(), bad);
            assertInstanceOf(VaultOpening.Damaged.class, open("correct horse"), "byte " + i);
            Files.write(file(), Octets.of(good).slice(0, i).toByteArray());
            assertInstanceOf(VaultOpening.Damaged.class, open("correct horse"), "length " + i);
        }
        Files.delete(file());
        Files.createDirectory(file());
        assertInstanceOf(VaultOpening.Damaged.class, open("correct horse"));
    }

    /// The file of an attacker has a fitting digest.
    @Test
    void refusesAbsurdCostBeforePayingIt() throws IOException, NoSuchAlgorithmException {
        create("correct horse").close();
        byte[] bytes = Files.readAllBytes(file());
        ByteBuffer.wrap(bytes).putInt(9, Integer.MAX_VALUE);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes, 0, VaultLayout.LENGTH - 32);
        System.arraycopy(sha256.digest(), 0, bytes, VaultLayout.LENGTH - 32, 32);
        Files.write(file(), bytes);
        assertInstanceOf(VaultOpening.Damaged.class, open("correct horse"));
    }

    @Test
    void changesThePassphraseAndKeepsWhatWasSealed() {
        Octets sealed;
        try (Vault vault = create("correct horse")) {
            sealed = vault.box("keyring").seal(CLEAR, "p");
        }
        assertInstanceOf(VaultOpening.WrongPassphrase.class, change("wrong horse", "battery staple"));
        VaultOpening.Open changed =
                assertInstanceOf(VaultOpening.Open.class, change("correct horse", "battery staple"));
        changed.vault().close();
        assertInstanceOf(VaultOpening.WrongPassphrase.class, open("correct horse"));
        try (Vault vault = opened("battery staple")) {
            assertEquals(Optional.of(CLEAR), vault.box("keyring").open(sealed, "p"));
        }
    }

    @Test
    void boxesStopWorkingWhenTheVaultIsClosed() {
        Vault vault = create("correct horse");
        SealedBox box = vault.box("keyring");
        vault.close();
        assertThrows(IllegalStateException.class, () -> box.mac(CLEAR));
        assertThrows(IllegalStateException.class, () -> box.seal(CLEAR, "p"));
        assertThrows(IllegalStateException.class, () -> vault.box("keyring"));
    }

    @Test
    @Attack(60)
    void leavesOneFileForItsOwnerOnly() throws IOException {
        create("correct horse").close();
        try (var files = Files.list(file().getParent())) {
            assertEquals(1, files.count());
        }
        if (Files.getFileStore(profile).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        }
    }

    private Path file() {
        return profile.resolve("new").resolve("vault");
    }

    private Vault create(String passphrase) {
        try (Passphrase given = Passphrase.taking(passphrase.toCharArray())) {
            return Vault.create(file(), given);
        }
    }

    private VaultOpening open(String passphrase) {
        try (Passphrase given = Passphrase.taking(passphrase.toCharArray())) {
            return Vault.open(file(), given);
        }
    }

    private VaultOpening change(String current, String next) {
        try (Passphrase from = Passphrase.taking(current.toCharArray());
                Passphrase to = Passphrase.taking(next.toCharArray())) {
            return Vault.changePassphrase(file(), from, to);
        }
    }

    private Vault opened(String passphrase) {
        return assertInstanceOf(VaultOpening.Open.class, open(passphrase)).vault();
    }
}
