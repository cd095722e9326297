package org.waxwing.keystore.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.PassphraseKdf;
import org.waxwing.crypto.secret.SecretBytes;
import org.waxwing.keystore.KeyringException;

/// The vault's file: made, opened, and rewritten under another passphrase.
final class VaultFile {
    private static final int KEY = 32;

    private VaultFile() {}

    /// The master key passes into the open vault, which closes it.
    @SuppressWarnings("MustBeClosedChecker")
    static Vault create(Path file, Passphrase passphrase, SecureRandom random) {
        refuseEmpty(passphrase);
        SecretBytes master = SecretBytes.random(random, KEY);
        try {
            AtomicFile.createFolder(folderOf(file));
            AtomicFile.create(file, wrap(master, passphrase, random).bytes());
            return new OpenVault(master, random);
        } catch (FileAlreadyExistsException taken) {
            master.close();
            throw new KeyringException("there is a vault in this profile already; open it instead", taken);
        } catch (IOException failed) {
            master.close();
            throw new KeyringException(
                    "the vault could not be written; check that the profile folder can be written", failed);
        }
    }

    static VaultOpening open(Path file, Passphrase passphrase, SecureRandom random) {
        return switch (read(file)) {
            case Contents.Missing _ -> new VaultOpening.Missing();
            case Contents.Bad(String why) -> new VaultOpening.Damaged(why);
            case Contents.Layout(VaultLayout layout) ->
                unwrap(layout, passphrase)
                        .<VaultOpening>map(master -> new VaultOpening.Open(new OpenVault(master, random)))
                        .orElseGet(VaultOpening.WrongPassphrase::new);
        };
    }

    /// The old file stays until the new one is on the disk. The master key stays the same, so nothing that
    /// was sealed needs sealing anew, and processes that have it open go on.
    static VaultOpening changePassphrase(Path file, Passphrase current, Passphrase next, SecureRandom random) {
        refuseEmpty(next);
        return switch (read(file)) {
            case Contents.Missing _ -> new VaultOpening.Missing();
            case Contents.Bad(String why) -> new VaultOpening.Damaged(why);
            case Contents.Layout(VaultLayout layout) ->
                unwrap(layout, current)
                        .map(master -> rewrap(file, master, next, random))
                        .orElseGet(VaultOpening.WrongPassphrase::new);
        };
    }

    private static VaultOpening rewrap(Path file, SecretBytes master, Passphrase next, SecureRandom random) {
        try {
            AtomicFile.replace(file, wrap(master, next, random).bytes());
            return new VaultOpening.Open(new OpenVault(master, random));
        } catch (IOException failed) {
            master.close();
            throw new KeyringException(
                    "the vault could not be written, the old passphrase still opens it; check the free space", failed);
        }
    }

    private static VaultLayout wrap(SecretBytes master, Passphrase passphrase, SecureRandom random) {
        PassphraseKdf kdf = PassphraseKdf.fresh(random);
        byte[] nonce = new byte[VaultLayout.NONCE];
        random.nextBytes(nonce);
        try (SecretBytes key = kdf.derive(passphrase, KEY)) {
            Octets clear = master.lend(Octets::of);
            Octets wrapped = Aead.encrypt(key, Octets.of(nonce), VaultLayout.associatedData(kdf), clear);
            return new VaultLayout(kdf, Octets.of(nonce), wrapped);
        }
    }

    /// The master key, to be closed by the open vault that it goes into.
    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<SecretBytes> unwrap(VaultLayout layout, Passphrase passphrase) {
        byte[] associated = VaultLayout.associatedData(layout.kdf());
        try (SecretBytes key = layout.kdf().derive(passphrase, KEY)) {
            return Aead.decrypt(key, layout.nonce(), associated, layout.wrapped())
                    .map(clear -> SecretBytes.taking(clear.toByteArray()));
        }
    }

    private static Contents read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Octets bytes = Octets.of(in.readNBytes(VaultLayout.LENGTH + 1));
            return switch (VaultLayout.read(bytes)) {
                case VaultLayout.Reading.Read(VaultLayout layout) -> new Contents.Layout(layout);
                case VaultLayout.Reading.Bad(String why) -> new Contents.Bad(why);
            };
        } catch (NoSuchFileException none) {
            return new Contents.Missing();
        } catch (IOException failed) {
            return new Contents.Bad("it can't be read; check its owner and its permissions");
        }
    }

    private static void refuseEmpty(Passphrase passphrase) {
        if (passphrase.isEmpty()) {
            throw new IllegalArgumentException("an empty passphrase protects nothing");
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a vault lies in a folder");
        }
        return folder;
    }

    /// What lies in the place of the file.
    private sealed interface Contents {
        record Missing() implements Contents {}

        record Bad(String why) implements Contents {}

        record Layout(VaultLayout layout) implements Contents {}
    }
}
