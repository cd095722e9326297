package org.waxwing.crypto.smime;

import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.StatedCapabilities;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.engine.Unwrapping;
import org.waxwing.crypto.mime.Octets;

/// What sealing and opening a letter need of S/MIME: one operation for each kind of layer (RFC 8551 §3),
/// over CMS structures without base64. [CmsLayers] is the one that goes to the wire; the tests of the
/// structure of messages have one without mathematics.
public interface SmimeLayers {
    /// What a CMS structure is, as far as mail uses it.
    enum Kind {
        SIGNED,
        ENVELOPED,
        /// Encrypted with a tag over the content.
        AUTH_ENVELOPED,
        COMPRESSED,
        OTHER
    }

    /// By what the structure itself says; what stands in its header fields doesn't count.
    Kind kind(Octets cms);

    /// A detached signature over exactly these bytes.
    Production sign(Octets part, SmimeSecretKey signer, PassphraseSource passphrases, Instant now);

    /// Encrypts a part, which carries its signature inside, with the best cipher that all recipients are
    /// known to read.
    Production encrypt(Octets part, List<SmimeCertificate> recipients, StatedCapabilities capabilities, Instant now);

    /// Decrypts. Whatever goes wrong once a key was found is one outcome.
    Decryption decrypt(Octets cms, SecretKeySource keys, PassphraseSource passphrases);

    /// Takes off a signature that stands around its text.
    Unwrapping open(Octets cms, CertificateSource certificates, Instant now);

    /// Takes off a compression, which proves nothing.
    Unwrapping decompress(Octets cms);

    /// Judges every signature over exactly these bytes.
    List<SignatureOutcome> verify(Octets signed, Octets signature, CertificateSource certificates, Instant now);
}
