package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/// Makes a SignedData (RFC 5652 §5.1) of a text that passes by.
final class SignatureWriting {
    private static final int READ_SIZE = 1 << 16;

    private final UnlockedIdentity signer;
    private final SigningScheme scheme;
    private final Instant now;

    SignatureWriting(UnlockedIdentity signer, Instant now) throws GeneralSecurityException {
        this.signer = signer;
        this.scheme = SigningScheme.of(signer.certificate().getSubjectPublicKeyInfo());
        this.now = now;
    }

    /// The hash as a multipart/signed names it.
    String micalg() {
        return scheme.hash().micalg();
    }

    /// A hash of the text, to be finished by the caller and given to [#detached].
    MessageDigest begin() {
        return scheme.hash().begin();
    }

    /// A signature that stands beside its text.
    byte[] detached(byte[] digest) throws IOException, GeneralSecurityException {
        DERSequence signed = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(1), hashes(), new DERSequence(CMSObjectIdentifiers.data), certificates(), signers(digest)
        });
        return new DERSequence(new ASN1Encodable[] {CmsKind.SIGNED.identifier(), new DERTaggedObject(true, 0, signed)})
                .getEncoded();
    }

    /// The text with its signature in one structure.
    void opaque(InputStream text, OutputStream out) throws IOException, GeneralSecurityException {
        BerOutput ber = new BerOutput(out);
        ber.begin(BerHeader.SEQUENCE);
        ber.element(CmsKind.SIGNED.identifier());
        ber.begin(BerHeader.context(0));
        ber.begin(BerHeader.SEQUENCE);
        ber.element(new ASN1Integer(1));
        ber.element(hashes());
        ber.begin(BerHeader.SEQUENCE);
        ber.element(CMSObjectIdentifiers.data);
        ber.begin(BerHeader.context(0));
        ber.begin(BerHeader.CONSTRUCTED_OCTETS);
        MessageDigest digest = begin();
        byte[] buffer = new byte[READ_SIZE];
        for (int n = in(text, buffer); n > 0; n = in(text, buffer)) {
            digest.update(buffer, 0, n);
            ber.octets(buffer, 0, n);
        }
        ber.end();
        ber.end();
        ber.end();
        ber.element(certificates());
        ber.element(signers(digest.digest()));
        ber.end();
        ber.end();
        ber.end();
    }

    private static int in(InputStream text, byte[] buffer) throws IOException {
        return text.readNBytes(buffer, 0, READ_SIZE);
    }

    private DERSet hashes() {
        return new DERSet(new AlgorithmIdentifier(scheme.hash().identifier()));
    }

    private DERTaggedObject certificates() {
        Set<X509CertificateHolder> all = new LinkedHashSet<>();
        all.add(signer.certificate());
        signer.forReplies().ifPresent(all::add);
        all.addAll(signer.chain());
        ASN1Encodable[] structures =
                all.stream().map(X509CertificateHolder::toASN1Structure).toArray(ASN1Encodable[]::new);
        return new DERTaggedObject(false, 0, new DERSet(structures));
    }

    private DERSet signers(byte[] digest) throws IOException, GeneralSecurityException {
        return new DERSet(new SignerStatement(signer, scheme, now).sign(digest));
    }
}
