package org.waxwing.crypto.openpgp.gate;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;

/// One who reads what others wrote, at one instant, by the subcommands of Stateless OpenPGP.
final class Consumer {
    private final Sop sop;
    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    Consumer(Instant now) {
        this(now, AlgorithmPolicy.current());
    }

    Consumer(Instant now, AlgorithmPolicy policy) {
        this.sop = Sop.with(new SecureRandom(), policy, now);
    }

    /// The message opened with a key, locked or not; nothing where that fails.
    Optional<Sop.Decrypted> opened(Octets message, Octets key, String keyPassword, Octets... signers) {
        try (Passphrase unlocking = Passphrase.taking(keyPassword.toCharArray())) {
            List<Passphrase> passwords = keyPassword.isEmpty() ? List.of() : List.of(unlocking);
            return value(sop.decrypt(message, new Keys(List.of(key), passwords), List.of(), by(signers)));
        }
    }

    /// The message opened with a password of its own.
    Optional<Octets> openedByPassword(Octets message, String password) {
        try (Passphrase known = Passphrase.taking(password.toCharArray())) {
            return value(sop.decrypt(message, Keys.none(), List.of(known), Verifiers.none()))
                    .map(Sop.Decrypted::text);
        }
    }

    /// Whether a detached signature holds.
    boolean verifies(Octets document, Octets signature, Octets signer) {
        return value(sop.verify(document, signature, by(signer))).isPresent();
    }

    /// How many signatures hold over the text that an unencrypted message carries; nothing unless it is
    /// this text.
    int verified(Octets message, Octets text, Octets... signers) {
        return value(sop.inlineVerify(message, by(signers)))
                .filter(verified -> verified.text().equals(text))
                .map(verified -> verified.verifications().size())
                .orElse(0);
    }

    /// Whether an unencrypted message, whatever its text, is signed by this one.
    boolean isSigned(Octets message, Octets signer) {
        return value(sop.inlineVerify(message, by(signer))).isPresent();
    }

    /// Whether the key signs, and its certificate proves it.
    boolean signs(Octets key, String keyPassword) {
        Octets document = Octets.ofUtf8("test");
        try (Passphrase unlocking = Passphrase.taking(keyPassword.toCharArray())) {
            List<Passphrase> passwords = keyPassword.isEmpty() ? List.of() : List.of(unlocking);
            return value(sop.sign(document, new Keys(List.of(key), passwords), Mode.BINARY, true))
                    .flatMap(made ->
                            certificate(key).filter(certificate -> verifies(document, made.signatures(), certificate)))
                    .isPresent();
        }
    }

    /// How many certificates are in the file, whatever they are good for.
    int certificates(Octets file) {
        return (int) openPgp.read(file).items().stream()
                .filter(Item.CertificateFound.class::isInstance)
                .count();
    }

    /// The certificate of a key, armoured.
    Optional<Octets> certificate(Octets key) {
        return value(sop.extractCert(key, true));
    }

    /// Whether a letter can be encrypted to the certificate.
    boolean receives(Octets certificate) {
        return encrypted(Octets.ofUtf8("test"), certificate).isPresent();
    }

    /// The text encrypted to the certificate.
    Optional<Octets> encrypted(Octets text, Octets certificate) {
        return value(
                sop.encrypt(text, new Recipients(List.of(), List.of(certificate)), Keys.none(), Mode.BINARY, true));
    }

    /// Every subcommand that reads, on bytes that are perhaps nothing at all; how many of them took it.
    int pushedThroughEverything(Octets bytes) {
        List<SopResult<?>> results = new ArrayList<>();
        results.add(sop.armor(bytes));
        results.add(sop.dearmor(bytes));
        results.add(sop.extractCert(bytes, false));
        results.add(sop.verify(bytes, bytes, by(bytes)));
        results.add(sop.decrypt(bytes, new Keys(List.of(bytes), List.of()), List.of(), by(bytes)));
        results.add(sop.encrypt(bytes, new Recipients(List.of(), List.of(bytes)), Keys.none(), Mode.BINARY, false));
        results.add(sop.sign(bytes, new Keys(List.of(bytes), List.of()), Mode.BINARY, false));
        return (int) results.stream().filter(SopResult.Done.class::isInstance).count();
    }

    private static Verifiers by(Octets... signers) {
        return new Verifiers(List.of(signers), Optional.empty(), Optional.empty());
    }

    private static <T> Optional<T> value(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> Optional.of(value);
            case SopResult.Failed<T> _ -> Optional.empty();
        };
    }
}
