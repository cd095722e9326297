package org.waxwing.crypto.sop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.StreamingOperations;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Spool;
import org.waxwing.crypto.sop.Sop.Signatures;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopInputs.Writing;

/// The subcommands of Stateless OpenPGP on binary data of any length, in little memory. They answer as
/// [Sop] does; streams are the caller's to close, and an `IOException` is always theirs.
public final class SopStreams {
    private final StreamingOperations operations;

    private SopStreams(StreamingOperations operations) {
        this.operations = operations;
    }

    /// @param now the instant at which certificates are judged and signatures made
    /// @param spool where decrypted text waits, sealed, until it is proven
    public static SopStreams with(SecureRandom random, AlgorithmPolicy policy, Instant now, Spool spool) {
        return new SopStreams(new StreamingOperations(random, policy, now, spool));
    }

    /// @param length in octets where it is known beforehand, else -1
    public record Source(InputStream stream, long length) {
        /// Data whose length shows at its end.
        public static Source of(InputStream stream) {
            return new Source(stream, -1);
        }
    }

    /// Text that was proven, where it waits. Closing it discards it.
    public interface Held extends AutoCloseable {
        List<Verification> verifications();

        SessionKey sessionKey();

        void writeTo(OutputStream out) throws IOException;

        @Override
        void close() throws IOException;
    }

    /// `encrypt`, signed by each of the signers. What was written is of no use where this fails.
    ///
    /// @return the session key
    public SopResult<SessionKey> encrypt(
            Source text, OutputStream out, Recipients recipients, Keys signers, Writing writing) throws IOException {
        return operations.encrypt(text, out, recipients, signers, writing);
    }

    /// `decrypt`, with any of the openers. Nothing can be read before the integrity of everything was
    /// proven and the message was complete.
    public SopResult<Held> decrypt(InputStream message, Openers openers, Verifiers verifiers) throws IOException {
        return operations.decrypt(message, openers, verifiers);
    }

    /// `sign`: detached, one signature by each key.
    public SopResult<Signatures> sign(Source document, Keys signers, boolean armored) throws IOException {
        return operations.sign(document, signers, armored);
    }

    /// `verify`: the valid signatures, at least one.
    public SopResult<List<Verification>> verify(InputStream document, Octets signatures, Verifiers verifiers)
            throws IOException {
        return operations.verify(document, signatures, verifiers);
    }
}
