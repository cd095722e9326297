package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop.Decrypted;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Keys;
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

    public SopResult<Decrypted> decrypt(
            Octets message, Keys keyInput, List<Passphrase> passwords, Verifiers verifiers) {
        Optional<EncryptedMessage> encrypted = MessageReader.packets(message).flatMap(EncryptedMessage::of);
        if (encrypted.isEmpty()) {
            return new Failed<>(SopFailure.BAD_DATA);
        }
        if (!encrypted.get().isIntegrityProtected() || !encrypted.get().isSupported()) {
            return new Failed<>(SopFailure.CANNOT_DECRYPT);
        }
        return inputs.keys(keyInput.keys()).then(keys -> {
            SessionKeys.Search search = SessionKeys.search(
                    encrypted.get(),
                    SecretKeySource.of(keys),
                    locked -> StatelessInputs.fitting(locked, keyInput.keyPasswords()));
            List<SessionKeyCandidate> candidates = new ArrayList<>(search.found());
            candidates.addAll(PasswordSessionKeys.search(encrypted.get(), passwords));
            if (candidates.isEmpty() && !search.locked().isEmpty()) {
                return new Failed<>(SopFailure.KEY_IS_PROTECTED);
            }
            return candidates.stream()
                    .flatMap(candidate -> MessageReader.decrypt(encrypted.get().data(), candidate).stream())
                    .findFirst()
                    .<SopResult<Decrypted>>map(inside -> inside(inside, verifiers))
                    .orElseGet(() -> new Failed<>(SopFailure.CANNOT_DECRYPT));
        });
    }

    private SopResult<Decrypted> inside(Octets inside, Verifiers verifiers) {
        return switch (MessageGrammar.read(inside, policy)) {
            case MessageGrammar.Result.Malformed _, MessageGrammar.Result.TooLarge _ ->
                new Failed<>(SopFailure.BAD_DATA);
            case MessageGrammar.Result.Message read ->
                verification
                        .valid(read.signatures(), read.text(), verifiers)
                        .then(valid -> new Done<>(new Decrypted(read.text(), valid)));
        };
    }
}
