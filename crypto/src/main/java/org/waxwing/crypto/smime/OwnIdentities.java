package org.waxwing.crypto.smime;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.AuthorityAnswer;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.smime.identity.AnswerReader;
import org.waxwing.crypto.smime.identity.IdentityItem;
import org.waxwing.crypto.smime.identity.IdentityReader;
import org.waxwing.crypto.smime.identity.KeyRequest;
import org.waxwing.crypto.smime.identity.Pkcs12Writer;

/// The person's own certificates on their way to and from an authority, and to other programs.
public final class OwnIdentities {
    private static final int LINE = 64;

    private final SecureRandom random;

    public OwnIdentities(SecureRandom random) {
        this.random = random;
    }

    /// @param lock what the key is locked with: a random secret
    public WaitingKey request(CertificateWish wish, Passphrase lock) {
        return new KeyRequest(random).make(wish, new IdentityReader.Locking(lock, LockStrength.RANDOM_SECRET));
    }

    /// Finds the key that an authority's answer is for.
    public static AuthorityAnswer answer(Octets file, List<WaitingKey> waiting, List<SmimeSecretKey> own) {
        return switch (AnswerReader.take(file, waiting, own)) {
            case AnswerReader.Outcome.Married married -> fits(married);
            case AnswerReader.Outcome.ForAnotherKey(int certificates) ->
                new AuthorityAnswer.ForAnotherKey(certificates);
            case AnswerReader.Outcome.Refused(IdentityProblem problem) -> new AuthorityAnswer.Refused(problem);
        };
    }

    private static AuthorityAnswer fits(AnswerReader.Outcome.Married married) {
        IdentityItem.Identity identity = married.identity();
        List<SmimeCertificate> authorities = married.others().stream()
                .flatMap(der -> SmimeCards.read(der).stream())
                .filter(SmimeCards::isAuthority)
                .toList();
        return SmimeCards.read(identity.certificate())
                .<AuthorityAnswer>map(certificate -> new AuthorityAnswer.Fits(
                        new SmimeSecretKey(certificate, identity.chain(), identity.locked()),
                        married.waiting(),
                        authorities))
                .orElseGet(() -> new AuthorityAnswer.Refused(IdentityProblem.MALFORMED));
    }

    /// The key, its certificate and its chain in PKCS#12; nothing where the lock doesn't open, or
    /// the key lies on a token and can't leave it.
    ///
    /// @param name what other programs show for it
    /// @param lock what it is locked with here
    /// @param passphrase of the file; not empty
    public Optional<Octets> pkcs12(SmimeSecretKey key, String name, Passphrase lock, Passphrase passphrase) {
        return switch (key.place()) {
            case KeyPlace.Held(Octets locked) -> pkcs12(key, locked, name, lock, passphrase);
            case KeyPlace.OnToken _ -> Optional.empty();
        };
    }

    private Optional<Octets> pkcs12(
            SmimeSecretKey key, Octets locked, String name, Passphrase lock, Passphrase passphrase) {
        IdentityItem.Identity identity =
                new IdentityItem.Identity(key.certificate().encoded(), key.chain(), locked);
        return switch (new Pkcs12Writer(random).write(identity, name, lock, passphrase)) {
            case Pkcs12Writer.Export.Written(Octets file) -> Optional.of(file);
            case Pkcs12Writer.Export.Refused _ -> Optional.empty();
        };
    }

    /// PEM as RFC 7468 §2 writes it.
    ///
    /// @param label such as "CERTIFICATE"
    public static Octets pem(String label, Octets der) {
        String lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der.toByteArray());
        return Octets.ofUtf8("-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n");
    }
}
