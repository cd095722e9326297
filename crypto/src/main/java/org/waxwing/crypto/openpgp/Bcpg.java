package org.waxwing.crypto.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyEncSessionPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.waxwing.crypto.openpgp.composite.PostQuantumSchemes;
import org.waxwing.crypto.openpgp.composite.PostQuantumSignature;
import org.waxwing.crypto.openpgp.composite.SignatureCarrier;

/// The one boundary to Bouncy Castle's reading of bytes from strangers. It answers malice with runtime
/// exceptions and assertion errors of many kinds; here each becomes an empty answer.
final class Bcpg {
    private Bcpg() {}

    /// Work that may fail in any way.
    interface Work<T> {
        T run() throws IOException, PGPException;
    }

    /// The result, or nothing where the work failed in whatever way.
    // The stated edge: Bouncy Castle throws everything from IndexOutOfBounds to AssertionError here.
    @SuppressWarnings("CatchAndPrintStackTrace")
    static <T> Optional<T> attempt(Work<T> work) {
        try {
            return Optional.of(work.run());
        } catch (OutOfMemoryError exhausted) {
            throw exhausted;
        } catch (Throwable _) {
            return Optional.empty();
        }
    }

    /// Work by our own material, where failure is a bug or a broken runtime.
    static <T> T require(Work<T> work) {
        try {
            return work.run();
        } catch (IOException | PGPException broken) {
            throw new IllegalStateException("OpenPGP mathematics failed on our own material", broken);
        }
    }

    static Optional<PGPPublicKey> publicKey(RawPacket packet) {
        return attempt(() -> publicKey(
                PostQuantumKeys.isVersion4(packet)
                        ? PostQuantumKeys.publicPacket(packet)
                        : (PublicKeyPacket) read(packet)));
    }

    private static PGPPublicKey publicKey(PublicKeyPacket packet) throws PGPException {
        return new PGPPublicKey(packet, new BcKeyFingerprintCalculator());
    }

    static Optional<PGPSecretKey> secretKey(RawPacket packet) {
        return attempt(() -> {
            SecretKeyPacket secret = PostQuantumKeys.isVersion4(packet)
                    ? PostQuantumKeys.secretPacket(packet)
                    : (SecretKeyPacket) read(packet);
            return new PGPSecretKey(secret, publicKey(secret.getPublicKeyPacket()));
        });
    }

    static Optional<SecretKeyPacket> secretPacket(RawPacket packet) {
        return attempt(() -> (SecretKeyPacket) read(packet));
    }

    static Optional<PGPSignature> signature(RawPacket packet) {
        Optional<PostQuantumSignature> scheme =
                SignaturePeek.of(packet).flatMap(peek -> PostQuantumSchemes.signature(peek.algorithm()));
        return attempt(() -> scheme.isPresent()
                ? SignatureCarrier.read(scheme.get(), packet.body())
                : new PGPSignature(stream(packet)));
    }

    static Optional<SymmetricKeyEncSessionPacket> passwordPacket(RawPacket packet) {
        return attempt(() -> (SymmetricKeyEncSessionPacket) read(packet));
    }

    private static Object read(RawPacket packet) throws IOException {
        return stream(packet).readPacket();
    }

    private static BCPGInputStream stream(RawPacket packet) {
        return new BCPGInputStream(new ByteArrayInputStream(packet.encoded()));
    }
}
