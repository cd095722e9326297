package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// Encrypts what is written to it into an EnvelopedData or AuthEnvelopedData, in constant memory. The
/// stream below stays open when this one is closed.
final class EnvelopedOutput extends OutputStream {
    private static final int PIECE = 1 << 16;
    private static final int TAG = 16;
    private static final int GCM_NONCE = 12;
    private static final int BLOCK = 16;

    private final BerOutput ber;
    private final boolean authenticated;
    private final Cipher cipher;
    private final byte[] plain = new byte[PIECE];
    private final byte[] sealed = new byte[PIECE + 2 * BLOCK];
    private int filled;

    /// @param key the content key
    EnvelopedOutput(
            OutputStream out, ContentCipher content, byte[] key, List<RecipientInfo> recipients, SecureRandom random)
            throws IOException, GeneralSecurityException {
        this.ber = new BerOutput(out);
        this.authenticated = content.mode().authenticated();
        byte[] nonce = new byte[authenticated ? GCM_NONCE : BLOCK];
        random.nextBytes(nonce);
        this.cipher = cipher(content, key, nonce);
        ASN1Encodable parameters =
                content.mode() == ContentCipher.Mode.GCM ? new GCMParameters(nonce, TAG) : new DEROctetString(nonce);
        ber.begin(BerHeader.SEQUENCE);
        ber.element((authenticated ? CmsKind.AUTH_ENVELOPED : CmsKind.ENVELOPED).identifier());
        ber.begin(BerHeader.context(0));
        ber.begin(BerHeader.SEQUENCE);
        ber.element(new ASN1Integer(authenticated ? 0 : version(recipients)));
        ber.element(new DERSet(recipients.toArray(ASN1Encodable[]::new)));
        ber.begin(BerHeader.SEQUENCE);
        ber.element(CMSObjectIdentifiers.data);
        ber.element(new AlgorithmIdentifier(content.identifier(), parameters));
        ber.begin(BerHeader.context(0));
    }

    private static Cipher cipher(ContentCipher content, byte[] key, byte[] nonce) throws GeneralSecurityException {
        return switch (content.mode()) {
            case CBC -> initialized("AES/CBC/PKCS5Padding", new SecretKeySpec(key, "AES"), new IvParameterSpec(nonce));
            case GCM ->
                initialized("AES/GCM/NoPadding", new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
            case CHACHA ->
                initialized("ChaCha20-Poly1305", new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            case CCM -> throw new IllegalArgumentException("CCM is read only");
        };
    }

    private static Cipher initialized(String name, SecretKeySpec key, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        Cipher made = Cipher.getInstance(name);
        made.init(Cipher.ENCRYPT_MODE, key, parameters);
        return made;
    }

    /// RFC 5652 §6.1.
    private static int version(List<RecipientInfo> recipients) {
        boolean other = recipients.stream().anyMatch(entry -> entry.getInfo() instanceof OtherRecipientInfo);
        boolean plain = recipients.stream().allMatch(entry -> entry.getInfo() instanceof KeyTransRecipientInfo);
        return other ? 3 : plain ? 0 : 2;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, PIECE - filled);
            System.arraycopy(octets, from + done, plain, filled, some);
            filled += some;
            done += some;
            if (filled == PIECE) {
                flushPiece();
            }
        }
    }

    private void flushPiece() throws IOException {
        try {
            int made = cipher.update(plain, 0, filled, sealed, 0);
            filled = 0;
            if (made > 0) {
                ber.octets(sealed, 0, made);
            }
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException("there is room for a block more", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        flushPiece();
        byte[] last;
        try {
            last = cipher.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption can't fail here", impossible);
        }
        int text = authenticated ? last.length - TAG : last.length;
        if (text > 0) {
            ber.octets(last, 0, text);
        }
        ber.end();
        ber.end();
        if (authenticated) {
            ber.octets(last, text, TAG);
        }
        ber.end();
        ber.end();
        ber.end();
        Arrays.fill(plain, (byte) 0);
    }
}
