package org.waxwing.crypto.smime.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Reads the files in which S/MIME identities travel: PKCS#12, PKCS#8, the keys of older programs, PKCS#7
/// with certificates only, and certificates, each in DER or PEM. What the bytes are is seen in the bytes.
///
/// A private key that comes to light is locked again before this returns.
public final class IdentityReader {
    private static final int LARGEST = 16 << 20;

    private final PrivateKeyLock lock;

    public IdentityReader(SecureRandom random) {
        this.lock = new PrivateKeyLock(random);
    }

    /// How the private keys are to be locked.
    ///
    /// @param passphrase stays the caller's
    public record Locking(Passphrase passphrase, LockStrength strength) {
        @Override
        public String toString() {
            return "Locking[" + strength + "]";
        }
    }

    /// Everything that the file holds. Never throws for what is in it.
    ///
    /// @param passphrase the file's own, if the person knows one
    /// @param cancelled asked again and again while the passphrase is worked on
    public IdentityReading read(
            Octets file, Optional<Passphrase> passphrase, Locking locking, BooleanSupplier cancelled) {
        if (file.length() > LARGEST) {
            return new IdentityReading.Refused(IdentityProblem.TOO_LARGE);
        }
        try (Findings findings = new Findings()) {
            KeyDerivation derivation = new KeyDerivation(new WorkBudget(cancelled));
            new IdentityFormats(derivation, passphrase).read(file.toByteArray(), findings);
            return findings.nothingOpened()
                    ? new IdentityReading.Refused(whyNothing(findings))
                    : new IdentityReading.Read(items(findings, locking));
        } catch (Refusal refusal) {
            return new IdentityReading.Refused(refusal.problem());
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            // The one edge: whatever a hostile file does to a parser is that it isn't well formed.
            return new IdentityReading.Refused(IdentityProblem.MALFORMED);
        }
    }

    private static IdentityProblem whyNothing(Findings findings) {
        return findings.passedOver().stream()
                .map(IdentityItem.PassedOver::problem)
                .findFirst()
                .orElse(IdentityProblem.NOT_RECOGNIZED);
    }

    private List<IdentityItem> items(Findings findings, Locking locking) {
        Marriage marriage = Marriage.of(findings);
        List<IdentityItem> items = new ArrayList<>();
        List<IdentityItem> lone = new ArrayList<>();
        Set<X509CertificateHolder> used = new HashSet<>();
        for (FoundKey found : findings.keys()) {
            Octets locked = lock.lock(found.pkcs8(), locking.passphrase(), locking.strength());
            List<X509CertificateHolder> own = marriage.of(found.half());
            for (X509CertificateHolder certificate : own) {
                List<X509CertificateHolder> chain = marriage.chain(certificate);
                used.add(certificate);
                items.add(new IdentityItem.Identity(
                        Marriage.der(certificate),
                        chain.stream().map(Marriage::der).toList(),
                        locked));
            }
            if (own.isEmpty()) {
                lone.add(new IdentityItem.KeyAlone(locked));
            }
        }
        items.addAll(lone);
        for (Findings.FoundCertificate found : findings.certificates()) {
            if (!used.contains(found.certificate())) {
                items.add(new IdentityItem.CertificateAlone(Marriage.der(found.certificate())));
            }
        }
        items.addAll(findings.passedOver());
        return items;
    }
}
