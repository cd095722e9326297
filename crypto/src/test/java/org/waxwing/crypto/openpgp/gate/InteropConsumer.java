package org.waxwing.crypto.openpgp.gate;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.InteropSuite.Test;
import org.waxwing.crypto.openpgp.gate.InteropSuite.Vector;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.Verification;

/// What the interoperability suite asks of a consumer, test by test, done with [Sop].
final class InteropConsumer {
    static final Octets HELLO = Octets.ofUtf8("Hello World :)");

    /// When the run was recorded.
    private static final Instant NOW = Instant.parse("2026-11-23T15:23:36Z");

    private final Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW);
    private final Octets bob = Corpora.file("interop-suite/certificates/bob.pgp");
    private final Octets bobSecret = Corpora.file("interop-suite/certificates/bob-secret.pgp");

    /// Whether the vector is accepted: decrypted to the right text, verified, or used.
    boolean accepts(Test test, Vector vector) {
        String title = vector.test();
        if (title.startsWith("Key revocation test")) {
            return verifies(Octets.ofUtf8("Hello, World"), vector.data(), artifact(test, "Certificate"));
        }
        if (title.startsWith("Detached Sign-Verify roundtrip")) {
            return verifies(HELLO, vector.data(), artifact(test, "Certificate"));
        }
        if (title.startsWith("Encrypt-Decrypt roundtrip")) {
            return decrypts(vector.data(), artifact(test, "Key"), HELLO);
        }
        if (title.startsWith("Sign+Encrypt-Decrypt+Verify")) {
            return decrypts(
                    vector.data(), artifact(test, "Recipient Key"), HELLO, 1, artifact(test, "Signer Certificate"));
        }
        if (title.startsWith("Default key generation")) {
            return usable(vector.data());
        }
        return switch (test.section()) {
            case "Certificates" -> certificate(test, vector);
            case "Message structure" -> structure(test, vector);
            case "ASCII Armor" -> armor(test, vector);
            case "Symmetric Encryption" -> symmetric(test, vector);
            case "Detached Signatures", "Hash Algorithms" -> detached(test, vector);
            default -> other(test, vector);
        };
    }

    private static Octets artifact(Test test, String name) {
        return test.artifact(name).orElseThrow();
    }

    private boolean other(Test test, Vector vector) {
        return switch (test.title()) {
            case "Recipient IDs" -> decrypts(vector.data(), artifact(test, "TSK"), HELLO);
            case "RSA encryption corner cases" ->
                vector.label().equals("Base case")
                        ? decrypts(vector.data(), artifact(test, "TSK"), HELLO)
                        : !decrypts(vector.data(), artifact(test, "TSK"));
            case "RSA key sizes" -> signs(vector.data());
            case "Unclamped Cv25519 secrets", "ECDH Parameters" -> usable(vector.data());
            case "Compression Algorithm support" -> decrypts(vector.data(), bobSecret);
            case "EdDSA signature encodings" ->
                verifies(Octets.ofUtf8("huhu\n"), vector.data(), artifact(test, "Certificate"));
            case "ECDH KDF using recipient fingerprint" -> decrypts(vector.data(), artifact(test, "Key"), HELLO);
            case "Packet boundaries" -> decrypts(vector.data(), artifact(test, "Key"));
            case "Packet excess consumption" -> decrypts(vector.data(), artifact(test, "Key"), HELLO);
            default -> inline(vector.data(), HELLO, 1, artifact(test, "Signer Certificate"));
        };
    }

    private boolean symmetric(Test test, Vector vector) {
        return switch (test.title()) {
            case "Password-based encryption" ->
                byPassword(vector.data()).filter(HELLO::equals).isPresent();
            case "S2K mechanisms" -> byPassword(vector.data()).isPresent();
            default -> decrypts(vector.data(), bobSecret);
        };
    }

    private boolean detached(Test test, Vector vector) {
        return switch (test.title()) {
            case "Detached signatures: Linebreak normalization" ->
                verifies(RustText.unquoted(vector.label()), vector.data(), artifact(test, "Certificate"));
            case "Detached signatures with unknown packets" ->
                verifies(
                        HELLO,
                        vector.data(),
                        artifact(
                                test,
                                vector.label().matches(".*(SIG4_ricarda|Ricarda's cert).*")
                                        ? "Ricarda's certificate"
                                        : "Bob's certificate"));
            case "Signature digest prefix" -> digestPrefix(test, vector);
            case "Signature over the shattered collision" ->
                verifies(
                        vector.label().equals("Baseline")
                                ? HELLO
                                : Corpora.file("interop-suite/messages/shattered-"
                                        + vector.label()
                                                .substring(vector.label().length() - 1) + ".pdf"),
                        vector.data(),
                        artifact(test, "Certificate"));
            default -> verifies(HELLO, vector.data(), artifact(test, "Certificate"));
        };
    }

    private boolean digestPrefix(Test test, Vector vector) {
        return switch (vector.label()) {
            case "Checking produced prefix" ->
                sop.sign(HELLO, key(vector.data()), Mode.BINARY, false)
                                instanceof SopResult.Done<Sop.Signatures>(var made)
                        && ProducedPrefix.isRight(made.signatures(), HELLO);
            case "Cert w/corrupted prefixes" ->
                verifies(HELLO, vector.data(), artifact(test, "Bob's cert with corrupted digest prefixes"));
            default -> verifies(HELLO, vector.data(), artifact(test, "Bob's cert"));
        };
    }

    private boolean certificate(Test test, Vector vector) {
        return switch (test.title()) {
            case "Interpretation of encryption keyflags",
                    "Perturbed certificates",
                    "Certificate expiration",
                    "I'm My Own Grandpa" -> roundTrip(vector.data(), bobSecret);
            case "Interpretation of primary key flags" -> usable(vector.data());
            case "Detached primary key" ->
                sop.sign(HELLO, key(vector.data()), Mode.BINARY, true)
                                instanceof SopResult.Done<Sop.Signatures>(var made)
                        && verifies(HELLO, made.signatures(), artifact(test, "Cert"));
            case "Temporary validity" ->
                verifies(HELLO, vector.data(), artifact(test, vector.label().substring(0, "Cert A".length())));
            default -> verifies(HELLO, artifact(test, "Signature"), vector.data());
        };
    }

    private boolean structure(Test test, Vector vector) {
        return switch (test.title()) {
            case "Signed messages" ->
                inline(
                        vector.data(),
                        Octets.ofUtf8("Hello\r\nWorld!\n"),
                        vector.label().contains("two") ? 2 : 1,
                        bob,
                        artifact(test, "Anne's Cert"));
            case "Signed (and encrypted) messages" ->
                decrypts(
                        vector.data(),
                        artifact(test, "Bob's Key"),
                        Octets.ofUtf8("Hello\r\nWorld!\n"),
                        vector.label().contains("two") ? 2 : 1,
                        bob,
                        artifact(test, "Anne's Cert"));
            case "Marker Packet", "Trust Packet" ->
                vector.label().contains("Detached")
                        ? verifies(Octets.ofUtf8(vector.label()), vector.data(), bob)
                        : vector.label().contains("Certificate")
                                ? roundTrip(vector.data(), bobSecret)
                                : decrypts(vector.data(), bobSecret);
            case "Malformed messages" -> decrypts(vector.data(), artifact(test, "Key"), HELLO);
            default -> decrypts(vector.data(), bobSecret);
        };
    }

    private boolean armor(Test test, Vector vector) {
        return switch (test.title()) {
            case "Concatenated ASCII Armor Keyring" -> verifies(HELLO, artifact(test, "Signature"), vector.data());
            case "Concatenated ASCII Armor Signatures" -> verifies(HELLO, vector.data(), artifact(test, "Bob's Cert"));
            case "Mangled ASCII Armored Key" -> roundTrip(bob, vector.data());
            case "Mangled ASCII Armor" -> roundTrip(vector.data(), bobSecret);
            case "Mangled ASCII Armored Ciphertexts" -> decrypts(vector.data(), bobSecret, HELLO);
            default -> verifies(HELLO, vector.data(), bob);
        };
    }

    private boolean signs(Octets key) {
        return sop.extractCert(key, true) instanceof SopResult.Done<Octets>(Octets certificate)
                && sop.sign(HELLO, key(key), Mode.BINARY, true) instanceof SopResult.Done<Sop.Signatures>(var made)
                && verifies(HELLO, made.signatures(), certificate);
    }

    private boolean usable(Octets key) {
        return sop.extractCert(key, true) instanceof SopResult.Done<Octets>(Octets certificate)
                && roundTrip(certificate, key);
    }

    private boolean roundTrip(Octets certificate, Octets key) {
        return sop.encrypt(HELLO, new Recipients(List.of(), List.of(certificate)), Keys.none(), Mode.BINARY, true)
                        instanceof SopResult.Done<Octets>(Octets message)
                && decrypts(message, key, HELLO);
    }

    private static Keys key(Octets key) {
        return new Keys(List.of(key), List.of());
    }

    private boolean decrypts(Octets message, Octets key) {
        return sop.decrypt(message, key(key), List.of(), Verifiers.none()) instanceof SopResult.Done<Sop.Decrypted>;
    }

    private boolean decrypts(Octets message, Octets key, Octets text) {
        return decrypts(message, key, text, 0);
    }

    private boolean decrypts(Octets message, Octets key, Octets text, int signatures, Octets... signers) {
        Verifiers verifiers = new Verifiers(List.of(signers), Optional.empty(), Optional.empty());
        return sop.decrypt(message, key(key), List.of(), verifiers)
                        instanceof SopResult.Done<Sop.Decrypted>(Sop.Decrypted decrypted)
                && decrypted.text().equals(text)
                && decrypted.verifications().size() >= signatures;
    }

    private boolean inline(Octets message, Octets text, int signatures, Octets... signers) {
        return sop.inlineVerify(message, new Verifiers(List.of(signers), Optional.empty(), Optional.empty()))
                        instanceof SopResult.Done<Sop.Verified>(Sop.Verified verified)
                && verified.text().equals(text)
                && verified.verifications().size() >= signatures;
    }

    private Optional<Octets> byPassword(Octets message) {
        try (Passphrase password = Passphrase.taking("password".toCharArray())) {
            return sop.decrypt(message, Keys.none(), List.of(password), Verifiers.none())
                            instanceof SopResult.Done<Sop.Decrypted>(Sop.Decrypted decrypted)
                    ? Optional.of(decrypted.text())
                    : Optional.empty();
        }
    }

    private boolean verifies(Octets document, Octets signature, Octets certificate) {
        return sop.verify(document, signature, new Verifiers(List.of(certificate), Optional.empty(), Optional.empty()))
                instanceof SopResult.Done<List<Verification>>;
    }
}
