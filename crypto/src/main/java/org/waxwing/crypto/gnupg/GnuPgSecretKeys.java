package org.waxwing.crypto.gnupg;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Brings the files of a home's `private-keys-v1.d` and the certificates they belong to together.
public final class GnuPgSecretKeys {
    private static final Pattern FILE_NAME = Pattern.compile("([0-9A-Fa-f]{40})\\.key");

    private final SecureRandom random;

    public GnuPgSecretKeys(SecureRandom random) {
        this.random = random;
    }

    /// Whether a file of this name may hold a secret key.
    public static boolean isKeyFile(String name) {
        return FILE_NAME.matcher(name).matches();
    }

    /// Finds the secret keys of the certificates, unlocks what is not locked or what a passphrase opens,
    /// proves that secret and certificate fit, and lends the harvest to one call. What is to last is
    /// relocked there. Nothing is thrown for what is in a file.
    ///
    /// @param files the content of each file by its name; a name that is no keygrip is passed over
    /// @param passphrases tried on every locked key; they stay the caller's
    public <T> T harvest(
            List<OpenPgpCertificate> certificates,
            Map<String, Octets> files,
            List<Passphrase> passphrases,
            Function<SecretKeyHarvest, T> use) {
        Map<Keygrip, Octets> byKeygrip = new HashMap<>();
        files.forEach((name, content) -> {
            if (isKeyFile(name)) {
                byKeygrip.put(new Keygrip(name.substring(0, 40).toUpperCase(Locale.ROOT)), content);
            }
        });
        try (Passphrase lock = randomPassphrase()) {
            CertificateSecrets home = new CertificateSecrets(byKeygrip, new PassphraseTrial(passphrases), lock, random);
            List<FoundSecret> secrets = new ArrayList<>();
            for (OpenPgpCertificate certificate : byKeygrip.isEmpty() ? List.<OpenPgpCertificate>of() : certificates) {
                home.secretOf(certificate).ifPresent(secrets::add);
            }
            return use.apply(new SecretKeyHarvest(secrets, home.leftOver(), lock));
        }
    }

    @MustBeClosed
    private Passphrase randomPassphrase() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Passphrase.taking(HexFormat.of().formatHex(bytes).toCharArray());
    }
}
