package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
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

/// Encrypts what is written to it into an EnvelopedData or AuthEnvelopedData, in constant memory: in DER
/// where the length of the text is known, since some programs read nothing else (Python's cryptography),
/// else in BER. The stream below stays open when this one is closed.
final class EnvelopedOutput extends OutputStream {
    private static final int PIECE = 1 << 16;
    private static final int TAG = 16;
    private static final int GCM_NONCE = 12;
    private static final int BLOCK = 16;

    private final BerOutput ber;
    private final boolean authenticated;
    private final OptionalLong length;
    private final Cipher cipher;
    private final byte[] plain = new byte[PIECE];
    private final byte[] sealed = new byte[PIECE + 2 * BLOCK];
    private int filled;
    private long written;

    /// @param key the content key
    /// @param length of the text in octets, where it is known
    EnvelopedOutput(
            OutputStream out,
            ContentCipher content,
            byte[] key,
            List<RecipientInfo> recipients,
            OptionalLong length,
            SecureRandom random)
            throws IOException, GeneralSecurityException {
        this.ber = new BerOutput(out);
        this.authenticated = content.mode().authenticated();
        byte[] nonce = new byte[authenticated ? GCM_NONCE : BLOCK];
        random.nextBytes(nonce);
        this.cipher = cipher(content, key, nonce);
        this.length = length;
        ASN1Encodable parameters =
                content.mode() == ContentCipher.Mode.GCM ? new GCMParameters(nonce, TAG) : new DEROctetString(nonce);
        byte[] kind = BerOutput.der((authenticated ? CmsKind.AUTH_ENVELOPED : CmsKind.ENVELOPED).identifier());
        byte[] version = BerOutput.der(new ASN1Integer(authenticated ? 0 : version(recipients)));
        byte[] entries = BerOutput.der(new DERSet(recipients.toArray(ASN1Encodable[]::new)));
        byte[] type = BerOutput.der(CMSObjectIdentifiers.data);
        byte[] algorithm = BerOutput.der(new AlgorithmIdentifier(content.identifier(), parameters));
        OptionalLong string = length.isEmpty() ? length : OptionalLong.of(ciphertext(length.getAsLong()));
        OptionalLong info = around(string, type.length + algorithm.length);
        OptionalLong enveloped =
                around(info, version.length + entries.length + (authenticated ? BerOutput.whole(TAG) : 0));
        OptionalLong tagged = around(enveloped, 0);
        ber.begin(BerHeader.SEQUENCE, around(tagged, kind.length));
        ber.contents(kind);
        ber.begin(BerHeader.context(0), tagged);
        ber.begin(BerHeader.SEQUENCE, enveloped);
        ber.contents(version);
        ber.contents(entries);
        ber.begin(BerHeader.SEQUENCE, info);
        ber.contents(type);
        ber.contents(algorithm);
        ber.begin(length.isPresent() ? BerHeader.primitive(0) : BerHeader.context(0), string);
    }

    private long ciphertext(long text) {
        return authenticated ? text : (text / BLOCK + 1) * BLOCK;
    }

    /// The length of what holds an element with contents of such a length, and `more` beside it.
    private static OptionalLong around(OptionalLong contents, long more) {
        return contents.isEmpty() ? contents : OptionalLong.of(BerOutput.whole(contents.getAsLong()) + more);
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
            written += filled;
            filled = 0;
            put(sealed, made);
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException("there is room for a block more", impossible);
        }
    }

    private void put(byte[] ciphertext, int count) throws IOException {
        if (count > 0) {
            if (length.isPresent()) {
                ber.contents(ciphertext, 0, count);
            } else {
                ber.octets(ciphertext, 0, count);
            }
        }
    }

    @Override
    public void close() throws IOException {
        flushPiece();
        if (length.isPresent() && length.getAsLong() != written) {
            throw new IOException("the text is not as long as it was said to be");
        }
        byte[] last;
        try {
            last = cipher.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption can't fail here", impossible);
        }
        int text = authenticated ? last.length - TAG : last.length;
        put(last, text);
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
