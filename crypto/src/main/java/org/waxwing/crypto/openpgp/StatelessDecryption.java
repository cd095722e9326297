package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.Sop.Decrypted;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// The Stateless OpenPGP operation `decrypt`. Text comes out only whole and proven.
public final class StatelessDecryption {
    private final AlgorithmPolicy policy;
    private final StatelessInputs inputs;
    private final StatelessVerification verification;

    public StatelessDecryption(AlgorithmPolicy policy, Instant now) {
        this.policy = policy;
        this.inputs = new StatelessInputs(new CertificateReader(policy));
        this.verification = new StatelessVerification(policy, now);
    }

    public SopResult<Decrypted> decrypt(Octets message, Openers openers, Verifiers verifiers) {
        Optional<EncryptedMessage> parsed = MessageReader.packets(message).flatMap(EncryptedMessage::of);
        if (parsed.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        EncryptedMessage encrypted = parsed.get();
        if (!encrypted.isIntegrityProtected() || !encrypted.isSupported()) {
            return new Failed<>(SopFailure.CANNOT_DECRYPT);
        }
        return inputs.keys(openers.keys().keys())
                .then(keys -> candidates(encrypted, openers, keys))
                .then(candidates -> opened(encrypted.data(), candidates, verifiers));
    }

    static SopResult<List<SessionKeyCandidate>> candidates(
            EncryptedMessage message, Openers openers, List<OpenPgpSecretKey> keys) {
        List<SessionKeyCandidate> candidates = new ArrayList<>();
        for (SessionKey given : openers.sessionKeys()) {
            candidates.add(SessionKeyCandidate.given(
                    new PGPSessionKey(given.cipher(), given.key().toByteArray())));
        }
        SessionKeys.Search search = SessionKeys.search(
                message,
                SecretKeySource.of(keys),
                StatelessInputs.source(openers.keys().keyPasswords()));
        candidates.addAll(search.found());
        candidates.addAll(PasswordSessionKeys.search(message, openers.passwords()));
        return candidates.isEmpty() && !search.locked().isEmpty()
                ? new Failed<>(SopFailure.KEY_IS_PROTECTED)
                : new Done<>(candidates);
    }

    private SopResult<Decrypted> opened(RawPacket data, List<SessionKeyCandidate> candidates, Verifiers verifiers) {
        for (SessionKeyCandidate candidate : candidates) {
            Optional<Octets> inside = MessageReader.decrypt(data, candidate);
            if (inside.isPresent()) {
                return inside(inside.get(), sessionKey(data, candidate.key()), verifiers);
            }
        }
        return new Failed<>(SopFailure.CANNOT_DECRYPT);
    }

    /// Newer messages name their cipher themselves.
    static SessionKey sessionKey(RawPacket data, PGPSessionKey key) {
        return new SessionKey(
                SessionKeyChoice.isVersion1(data)
                        ? key.getAlgorithm()
                        : data.body().at(1),
                Octets.of(key.getKey()));
    }

    private SopResult<Decrypted> inside(Octets inside, SessionKey sessionKey, Verifiers verifiers) {
        return switch (MessageGrammar.read(inside, policy)) {
            case MessageGrammar.Result.Malformed _, MessageGrammar.Result.TooLarge _ ->
                new Failed<>(SopFailure.BAD_DATA);
            case MessageGrammar.Result.Message read ->
                verification
                        .valid(read.signatures(), read.text(), verifiers)
                        .then(valid -> new Done<>(new Decrypted(read.text(), valid, sessionKey)));
        };
    }
}
