package org.waxwing.crypto.smime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.DSAKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;
import org.waxwing.crypto.work.Work;

/// Finds out what one SignerInfo proves of a text (RFC 5652 §5.6), and nothing about trust.
final class SignerJudge {
    private static final int READ_SIZE = 1 << 16;
    private static final int MAX_CANDIDATES = 4;
    private static final int MIN_RSA_BITS = 2048;

    private final ASN1ObjectIdentifier contentType;
    private final Source text;
    private final TextHashes hashes;
    private final List<X509CertificateHolder> certificates;

    /// @param certificates the ones in the message and the ones at hand
    SignerJudge(
            ASN1ObjectIdentifier contentType,
            Source text,
            TextHashes hashes,
            List<X509CertificateHolder> certificates) {
        this.contentType = contentType;
        this.text = text;
        this.hashes = hashes;
        this.certificates = certificates;
    }

    SignerFinding judge(SignerInfo info) throws IOException {
        try {
            return judged(info);
        } catch (BrokenCmsException broken) {
            return SignerFinding.failed(
                    broken.reason() == BrokenCmsException.Reason.UNSUPPORTED
                            ? Mathematics.UNSUPPORTED
                            : Mathematics.BAD);
        } catch (RuntimeException broken) {
            return SignerFinding.failed(Mathematics.BAD);
        }
    }

    private SignerFinding judged(SignerInfo info) throws IOException {
        Work.step();
        Optional<HashAlgorithm> digest =
                HashAlgorithm.of(info.getDigestAlgorithm().getAlgorithm());
        if (digest.isEmpty()) {
            return SignerFinding.failed(Mathematics.UNSUPPORTED);
        }
        CertificateReference reference = CertificateReference.of(info.getSID());
        List<X509CertificateHolder> candidates = certificates.stream()
                .filter(reference::names)
                .distinct()
                .limit(MAX_CANDIDATES)
                .toList();
        ASN1Set set = info.getAuthenticatedAttributes();
        Optional<SignedAttributes> attributes = set == null ? Optional.empty() : Optional.of(SignedAttributes.of(set));
        if (info.getUnauthenticatedAttributes() != null
                && SignedAttributes.of(info.getUnauthenticatedAttributes()).belongInside()) {
            return SignerFinding.failed(Mathematics.BAD);
        }
        Mathematics text = text(attributes, digest.get());
        Optional<Instant> claimed = attributes.isPresent() ? attributes.get().signingTime() : Optional.empty();
        SmimeCapabilities capabilities =
                attributes.isPresent() ? attributes.get().capabilities() : SmimeCapabilities.unknown();
        Optional<CertificateReference> replies =
                attributes.isPresent() ? attributes.get().forReplies() : Optional.empty();
        Function<Checked, SignerFinding> finding = checked -> new SignerFinding(
                checked.mathematics(), checked.certificate(), claimed, checked.weakness(), capabilities, replies);
        if (text != Mathematics.HOLDS) {
            return finding.apply(new Checked(text, candidates.stream().findFirst(), Optional.empty()));
        }
        Checked best = new Checked(Mathematics.NO_CERTIFICATE, Optional.empty(), Optional.empty());
        for (X509CertificateHolder candidate : candidates) {
            best = checked(info, attributes, digest.get(), candidate);
            if (best.mathematics() == Mathematics.HOLDS) {
                break;
            }
        }
        return finding.apply(best);
    }

    private record Checked(
            Mathematics mathematics, Optional<X509CertificateHolder> certificate, Optional<String> weakness) {}

    /// Whether the attributes are of this text.
    private Mathematics text(Optional<SignedAttributes> attributes, HashAlgorithm digest) throws IOException {
        if (attributes.isEmpty()) {
            // RFC 5652 §5.3: they must be there for anything but data. A text that is itself a set of
            // attributes was signed as such, in another message.
            boolean data = contentType.equals(CMSObjectIdentifiers.data);
            return data && !looksLikeAttributes() ? Mathematics.HOLDS : Mathematics.BAD;
        }
        Optional<byte[]> stated = attributes.get().messageDigest();
        if (stated.isEmpty() || !attributes.get().isOf(contentType)) {
            return Mathematics.BAD;
        }
        return MessageDigest.isEqual(stated.get(), hashes.of(digest, text))
                ? Mathematics.HOLDS
                : Mathematics.DIGEST_MISMATCH;
    }

    private boolean looksLikeAttributes() throws IOException {
        try (InputStream in = text.open()) {
            BerInput ber = new BerInput(in);
            Optional<BerHeader> set = ber.next().filter(header -> header.identifier() == BerHeader.SET);
            if (set.isEmpty()) {
                return false;
            }
            return SignedAttributes.of(ASN1Set.getInstance(ber.captured(set.get())))
                    .messageDigest()
                    .isPresent();
        } catch (BrokenCmsException | RuntimeException none) {
            return false;
        }
    }

    private Checked checked(
            SignerInfo info,
            Optional<SignedAttributes> attributes,
            HashAlgorithm digest,
            X509CertificateHolder certificate)
            throws IOException {
        boolean contradicted = attributes.isPresent()
                && !(attributes.get().protects(info) && attributes.get().means(certificate, certificate.getEncoded()));
        if (contradicted) {
            return new Checked(Mathematics.BAD, Optional.of(certificate), Optional.empty());
        }
        try {
            SignatureScheme scheme = SignatureScheme.of(info.getDigestEncryptionAlgorithm(), digest);
            PublicKey key = Platform.publicKey(certificate.getSubjectPublicKeyInfo());
            boolean holds = holds(info, scheme, key);
            return new Checked(
                    holds ? Mathematics.HOLDS : Mathematics.BAD,
                    Optional.of(certificate),
                    weakness(scheme, digest, key));
        } catch (GeneralSecurityException unknown) {
            return new Checked(Mathematics.UNSUPPORTED, Optional.of(certificate), Optional.empty());
        }
    }

    private boolean holds(SignerInfo info, SignatureScheme scheme, PublicKey key)
            throws IOException, GeneralSecurityException {
        ASN1Set set = info.getAuthenticatedAttributes();
        if (set == null) {
            try (InputStream in = text.open()) {
                return holds(info, scheme, key, in);
            }
        }
        byte[] ordered = set.getEncoded(ASN1Encoding.DER);
        byte[] received = set.getEncoded(ASN1Encoding.DL);
        // RFC 5652 §5.4: signed in DER; some programs sign what they send, in an order of their own.
        return holds(info, scheme, key, new ByteArrayInputStream(ordered))
                || (!Arrays.equals(ordered, received) && holds(info, scheme, key, new ByteArrayInputStream(received)));
    }

    private static boolean holds(SignerInfo info, SignatureScheme scheme, PublicKey key, InputStream signed)
            throws IOException, GeneralSecurityException {
        Signature machine = scheme.machine(key);
        machine.initVerify(key);
        byte[] buffer = new byte[READ_SIZE];
        for (int n = signed.read(buffer); n >= 0; n = signed.read(buffer)) {
            machine.update(buffer, 0, n);
        }
        try {
            return machine.verify(info.getEncryptedDigest().getOctets());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static Optional<String> weakness(SignatureScheme scheme, HashAlgorithm digest, PublicKey key) {
        if (digest.broken()) {
            return Optional.of(digest.javaName());
        }
        if (scheme.hash().filter(HashAlgorithm::broken).isPresent()) {
            return scheme.hash().map(HashAlgorithm::javaName);
        }
        if (key instanceof DSAKey) {
            return Optional.of("DSA");
        }
        return key instanceof RSAKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS
                ? Optional.of("RSA-" + rsa.getModulus().bitLength())
                : Optional.empty();
    }
}
