package org.waxwing.crypto.smime.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.smime.path.Bounds;

/// ASN.1 values out of bytes that anyone may have written.
final class Der {
    private Der() {}

    /// The one value in the bytes. Zeros and line ends after it are let pass: programs pad files.
    static ASN1Primitive value(byte[] bytes) throws Refusal {
        ByteArrayInputStream stream = new ByteArrayInputStream(bytes);
        try (ASN1InputStream asn1 = new ASN1InputStream(stream, bytes.length)) {
            ASN1Primitive value = asn1.readObject();
            for (int after = stream.read(); after >= 0; after = stream.read()) {
                if (after != 0 && after != '\r' && after != '\n') {
                    throw new Refusal(IdentityProblem.MALFORMED);
                }
            }
            return Optional.ofNullable(value).orElseThrow(() -> new Refusal(IdentityProblem.MALFORMED));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }

    static ASN1Sequence sequence(byte[] bytes) throws Refusal {
        if (value(bytes) instanceof ASN1Sequence sequence) {
            return sequence;
        }
        throw new Refusal(IdentityProblem.MALFORMED);
    }

    static X509CertificateHolder certificate(byte[] der) throws Refusal {
        try {
            X509CertificateHolder certificate = new X509CertificateHolder(Certificate.getInstance(sequence(der)));
            if (Bounds.hold(certificate.getSubject()) && Bounds.hold(certificate.getIssuer())) {
                return certificate;
            }
            throw new Refusal(IdentityProblem.TOO_LARGE);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }
}
