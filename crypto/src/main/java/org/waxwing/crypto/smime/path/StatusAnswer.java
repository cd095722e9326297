package org.waxwing.crypto.smime.path;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.waxwing.crypto.mime.Octets;

/// One OCSP response (RFC 6960 §4.2), judged by whom it comes from and when it was said.
final class StatusAnswer {
    private static final int MAX_OCTETS = 1024 * 1024;
    private static final int MAX_RESPONDERS = 8;
    private static final int MAX_RESPONSES = 64;

    /// Clocks differ.
    private static final Duration SKEW = Duration.ofMinutes(5);

    /// An answer without an end of its own lasts so long.
    private static final Duration LASTS = Duration.ofDays(7);

    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

    private final BasicOCSPResp response;

    private StatusAnswer(BasicOCSPResp response) {
        this.response = response;
    }

    /// The answer in these octets; nothing when it is unreadable, or says that there is none.
    static Optional<StatusAnswer> read(Octets der) {
        if (der.length() > MAX_OCTETS) {
            return Optional.empty();
        }
        try {
            OCSPResp envelope = new OCSPResp(der.toByteArray());
            return envelope.getStatus() == OCSPResp.SUCCESSFUL
                            && envelope.getResponseObject() instanceof BasicOCSPResp basic
                            && basic.getResponses().length <= MAX_RESPONSES
                    ? Optional.of(new StatusAnswer(basic))
                    : Optional.empty();
        } catch (IOException | OCSPException | RuntimeException malformed) {
            // The edge: an unreadable answer says nothing.
            return Optional.empty();
        }
    }

    /// What it says of a certificate; nothing when it is of others, of somebody who may not say it, or old.
    Optional<Revocation> of(PathCertificate certificate, PathCertificate issuer, Instant at) {
        try {
            if (!comesFrom(issuer, at)) {
                return Optional.empty();
            }
            BigInteger serial = certificate.structure().getSerialNumber();
            for (SingleResp single : response.getResponses()) {
                if (single.getCertID().getSerialNumber().equals(serial)
                        && single.getCertID().matchesIssuer(issuer.structure(), DIGESTS)) {
                    return status(single, at);
                }
            }
            return Optional.empty();
        } catch (OCSPException | OperatorException | RuntimeException malformed) {
            // The edge again: keys, hashes and extensions are a stranger's.
            return Optional.empty();
        }
    }

    /// That something was revoked stays true when the answer is old.
    private static Optional<Revocation> status(SingleResp single, Instant at) {
        if (single.getCertStatus() instanceof RevokedStatus revoked) {
            Instant since = revoked.getRevocationTime().toInstant();
            return since.isAfter(at)
                    ? Optional.empty()
                    : Optional.of(new Revocation.Revoked(since, RevocationReasons.of(revoked)));
        }
        Instant said = single.getThisUpdate().toInstant();
        Instant ends = Optional.ofNullable(single.getNextUpdate())
                .map(next -> next.toInstant())
                .orElse(said.plus(LASTS));
        boolean current = !said.isAfter(at.plus(SKEW)) && !at.isAfter(ends.plus(SKEW));
        // Bouncy Castle says "good" by saying nothing.
        boolean good = Optional.ofNullable(single.getCertStatus()).isEmpty();
        return good && current ? Optional.of(new Revocation.Good()) : Optional.empty();
    }

    /// Whether the issuer said it, or somebody whom it charged with that (RFC 6960 §4.2.2.2).
    private boolean comesFrom(PathCertificate issuer, Instant at) throws OCSPException, OperatorException {
        List<PathCertificate> charged = Stream.of(response.getCerts())
                .limit(MAX_RESPONDERS)
                .flatMap(holder -> responder(holder).stream())
                .filter(one -> isCharged(one, issuer, at))
                .toList();
        for (PathCertificate one :
                Stream.concat(Stream.of(issuer), charged.stream()).toList()) {
            if (isNamed(one)
                    && response.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(PathCertificate.PROVIDER)
                            .build(one.certificate().getPublicKey()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCharged(PathCertificate responder, PathCertificate issuer, Instant at) {
        return responder.issuer().equals(issuer.subject())
                && responder
                        .extensions()
                        .extendedKeyUsage()
                        .filter(use -> use.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning))
                        .isPresent()
                && CertificateRules.validity(responder, at).isEmpty()
                && responder.isSignedBy(issuer);
    }

    /// Whether the answer names it as the responder, by name or by the hash of its key.
    private boolean isNamed(PathCertificate responder) throws OCSPException, OperatorException {
        RespID id = response.getResponderId();
        if (id.toASN1Primitive().getName() != null) {
            return id.toASN1Primitive().getName().equals(responder.subject());
        }
        byte[] hash = id.toASN1Primitive().getKeyHash();
        RespID own = new RespID(responder.structure().getSubjectPublicKeyInfo(), DIGESTS.get(RespID.HASH_SHA1));
        return Octets.of(hash).equals(Octets.of(own.toASN1Primitive().getKeyHash()));
    }

    private static Optional<PathCertificate> responder(X509CertificateHolder holder) {
        try {
            return PathCertificate.read(Octets.of(holder.getEncoded()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
