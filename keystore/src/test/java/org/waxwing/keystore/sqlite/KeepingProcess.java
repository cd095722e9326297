package org.waxwing.keystore.sqlite;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.vault.Vault;
import org.waxwing.keystore.vault.VaultOpening;

/// A process of its own that keeps certificates in a profile, batch by batch, and says so after each.
final class KeepingProcess {
    static final int BATCH = 20;
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private KeepingProcess() {}

    /// @param arguments the profile folder, the first batch, how many batches
    public static void main(String[] arguments) {
        Path profile = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[1]);
        int end = first + Integer.parseInt(arguments[2]);
        try (Vault vault = vault(profile);
                SqliteKeyring keyring = keyring(profile, vault)) {
            for (int batch = first; batch < end; batch++) {
                List<OpenPgpCertificate> certificates = batch(batch);
                if (keyring.keepAll(certificates, NOW).size() != BATCH) {
                    throw new IllegalStateException("a certificate was not answered");
                }
                keyring.decideAll(certificates.stream()
                        .map(certificate -> new Decision(certificate.fingerprint(), Acceptance.ACCEPTED, NOW, "batch"))
                        .toList());
                System.out.println("kept");
            }
        }
    }

    private static List<OpenPgpCertificate> batch(int number) {
        return IntStream.range(number * BATCH, (number + 1) * BATCH)
                .<OpenPgpCertificate>mapToObj(n -> PaperCertificate.number(n, "Person <person" + n + "@example.org>"))
                .toList();
    }

    static Vault vault(Path profile) {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            return switch (Vault.open(profile.resolve("vault"), passphrase)) {
                case VaultOpening.Open(Vault open) -> open;
                case VaultOpening other -> throw new AssertionError(other.toString());
            };
        }
    }

    static SqliteKeyring keyring(Path profile, Vault vault) {
        return SqliteKeyring.open(
                profile.resolve("keyring.db"), vault.box("keyring"), new PaperEngine(), new SecureRandom());
    }
}
