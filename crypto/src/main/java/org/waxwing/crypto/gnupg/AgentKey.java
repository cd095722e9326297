package org.waxwing.crypto.gnupg;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.SmartCard;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;

/// What a file of `private-keys-v1.d` gave for one key of a certificate.
sealed interface AgentKey {
    /// The secret numbers, fitting the certificate's.
    record Unlocked(SecretNumbers numbers) implements AgentKey {}

    /// Locked as OpenPGP locks keys, so it can be taken without its passphrase.
    ///
    /// @param tail what follows the public numbers in a secret key packet
    record StillLocked(Octets tail) implements AgentKey {}

    record Missing(SkipReason reason) implements AgentKey {}

    /// On a card, which alone can use it.
    record OnCard(SmartCard card) implements AgentKey {}

    /// Reads the file, tries the passphrases, and proves that secret and certificate fit.
    static AgentKey read(Octets file, PublicPart half, PassphraseTrial trial) {
        Optional<Node> whole = PrivateKeyFile.parse(file);
        Optional<Node> key = whole.flatMap(node -> node.node(1));
        if (key.isEmpty()) {
            return new Missing(SkipReason.MALFORMED);
        }
        if (half instanceof PublicPart.OnCurve onCurve && onCurve.curve().kind() == Curve.Kind.OTHER) {
            return new Missing(SkipReason.UNSUPPORTED);
        }
        return switch (whole.get().name()) {
            case "private-key" -> fitting(SecretNumbers.of(key.get(), half));
            case "protected-private-key" -> unprotect(key.get(), half, trial);
            case "shadowed-private-key" -> shadow(key.get());
            default -> new Missing(SkipReason.MALFORMED);
        };
    }

    /// Where the agent left a shadow of the key, a card or another chip holds it.
    private static AgentKey shadow(Node key) {
        Optional<Node> shadow = key.named("shadowed");
        return shadow.flatMap(node -> node.text(1)).equals(Optional.of("t1-v1"))
                ? new OnCard(new SmartCard(shadow.flatMap(node -> node.node(2))
                        .flatMap(info -> info.atom(0))
                        .orElse(Octets.empty())))
                : new Missing(SkipReason.UNSUPPORTED);
    }

    private static AgentKey unprotect(Node key, PublicPart half, PassphraseTrial trial) {
        Optional<Node> protection = key.named("protected");
        String mode = protection.flatMap(node -> node.text(1)).orElse("");
        if (protection.isPresent() && AgentProtection.isCalled(mode)) {
            return AgentProtection.parse(key, protection.get())
                    .map(lock -> unlock(lock, half, trial))
                    .orElse(new Missing(SkipReason.MALFORMED));
        }
        if (protection.isPresent() && mode.equals("openpgp-native")) {
            Optional<List<BigInteger>> open = NativeProtection.numbersInTheOpen(protection.get());
            if (open.isPresent()) {
                return fitting(SecretNumbers.of(open.get(), half));
            }
            return NativeProtection.parse(protection.get())
                    .map(lock -> unlock(lock, half, trial))
                    .orElse(new Missing(SkipReason.UNSUPPORTED));
        }
        return new Missing(mode.isEmpty() ? SkipReason.MALFORMED : SkipReason.UNSUPPORTED);
    }

    private static AgentKey unlock(AgentProtection lock, PublicPart half, PassphraseTrial trial) {
        if (!trial.affords(lock.stretching().count())) {
            return new Missing(SkipReason.TOO_LARGE);
        }
        return trial.open(lock.stretching(), lock::open)
                .map(open -> fitting(SecretNumbers.of(open, half)))
                .orElse(new Missing(withoutPassphrase(trial)));
    }

    private static AgentKey unlock(NativeProtection lock, PublicPart half, PassphraseTrial trial) {
        if (!trial.affords(lock.stretching().count())) {
            return new Missing(SkipReason.TOO_LARGE);
        }
        return trial.open(lock.stretching(), lock::open)
                .map(open -> fitting(SecretNumbers.of(open, half)))
                .orElseGet(() -> lock.packetTail()
                        .<AgentKey>map(StillLocked::new)
                        .orElse(new Missing(withoutPassphrase(trial))));
    }

    private static SkipReason withoutPassphrase(PassphraseTrial trial) {
        return trial.hasNone() ? SkipReason.PASSPHRASE_NEEDED : SkipReason.WRONG_PASSPHRASE;
    }

    private static AgentKey fitting(Optional<SecretNumbers> numbers) {
        return numbers.<AgentKey>map(Unlocked::new).orElse(new Missing(SkipReason.MALFORMED));
    }
}
