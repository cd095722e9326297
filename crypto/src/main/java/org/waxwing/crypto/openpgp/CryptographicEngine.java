package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;

/// What sealing and opening a letter need of OpenPGP: four operations over bytes. [OpenPgpEngine] is the
/// one that goes to the wire; the tests of the structure of messages have one without mathematics.
public interface CryptographicEngine {
    /// Signs and encrypts in one pass; armoured. Intended recipients are named in the signature.
    Production signAndEncrypt(
            Octets plaintext,
            OpenPgpSecretKey signer,
            List<? extends OpenPgpCertificate> recipients,
            PassphraseSource passphrases,
            Instant now);

    /// A detached, armoured signature over exactly these bytes.
    Production sign(Octets signed, OpenPgpSecretKey signer, PassphraseSource passphrases, Instant now);

    /// Decrypts an armoured or binary message and judges the signatures inside. Plaintext is returned
    /// only whole, and only after its integrity was proven.
    Decryption decrypt(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now);

    /// Judges every signature in a detached signature block over exactly these bytes. One outcome for
    /// each, in order.
    List<SignatureOutcome> verify(Octets signed, Octets signature, CertificateSource certificates, Instant now);
}
