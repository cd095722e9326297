package org.waxwing.keystore.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeKeyKind;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.WaitingRequest;
import org.waxwing.keystore.vault.Vault;

/// A process of its own that asks for certificates and gets them, one after the other, and says so.
final class RequestingProcess {
    private static final Smime SMIME = Smime.with(new SecureRandom());

    private RequestingProcess() {}

    /// @param arguments the profile folder, the first number
    public static void main(String[] arguments) {
        Path profile = Path.of(arguments[0]);
        try (Vault vault = KeepingProcess.vault(profile);
                Keyring keyring = keyring(profile, vault)) {
            for (int number = Integer.parseInt(arguments[1]); number < 1_000_000; number++) {
                ask(keyring, number);
                System.out.println("asked " + number);
                answer(keyring, number);
                System.out.println("answered " + number);
            }
        }
    }

    static Keyring keyring(Path profile, Vault vault) {
        return KeepingProcess.keyring(profile, vault);
    }

    static void ask(Keyring keyring, int number) {
        try (Passphrase passphrase = Passphrase.taking(("only the vault knows " + number).toCharArray())) {
            keyring.smime().keepWaiting(waiting(number), passphrase);
        }
    }

    static void answer(Keyring keyring, int number) {
        SmimeSecretKey key = key(number);
        keyring.smime()
                .keepAnswered(
                        key,
                        Optional.of(waiting(number).key()),
                        List.of(authority()),
                        decision(key.fingerprint()),
                        KeepingProcess.NOW);
    }

    static WaitingRequest waiting(int number) {
        CertificateWish wish =
                new CertificateWish("Anna Weber", AddrSpec.of("anna@waxwing.example"), SmimeKeyKind.P_256);
        return new WaitingRequest(
                new WaitingKey(wish, Octets.ofUtf8("locked " + number), Octets.ofUtf8("request " + number)),
                KeepingProcess.NOW);
    }

    static SmimeSecretKey key(int number) {
        return new SmimeSecretKey(
                certificate("anna.der"), List.of(authority().encoded()), Octets.ofUtf8("locked " + number));
    }

    static Decision decision(Fingerprint certificate) {
        return new Decision(certificate, Acceptance.VERIFIED, KeepingProcess.NOW, "own key");
    }

    static SmimeCertificate authority() {
        return certificate("authority.der");
    }

    private static SmimeCertificate certificate(String name) {
        try (InputStream in = Objects.requireNonNull(RequestingProcess.class.getResourceAsStream(name))) {
            return SMIME.certificate(Octets.of(in.readAllBytes())).orElseThrow();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
