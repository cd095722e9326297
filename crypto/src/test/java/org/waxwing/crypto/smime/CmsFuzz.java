package org.waxwing.crypto.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.waxwing.crypto.SmimeCast;
import org.waxwing.crypto.mime.Octets;

/// Any bytes can be read as a message by S/MIME, sealed, signed or compressed; nothing that nobody sealed
/// for this key is ever taken for intact.
public final class CmsFuzz {
    private static final SmimeEngine ENGINE = new SmimeEngine(new SecureRandom());
    private static final Octets TEXT = Octets.ofUtf8("Content-Type: text/plain\r\n\r\nsigned\r\n");
    // Issuer and number of the first person are the same in every process, so that the seeds name a key here.
    private static final UnlockedIdentity OWN = identity(new SmimeCast().person("Anna", "anna@waxwing.example"));

    private CmsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Octets message = Octets.of(input);
        try {
            Unsealing unsealing = ENGINE.decrypt(message::stream, OwnKeys.of(List.of(OWN)), Holding.memory());
            if (unsealing instanceof Unsealing.Unsealed unsealed && unsealed.authenticated()) {
                throw new AssertionError("opened what nobody sealed for this key");
            }
            Object _ = ENGINE.openSigned(message::stream, List.of(OWN.certificate()), Holding.memory());
            hold(ENGINE.openSigned(HeldContent.of(message), List.of()));
            Object _ = ENGINE.verifyDetached(message::stream, TEXT::stream, List.of());
            Object _ = ENGINE.decompress(message::stream, Holding.memory());
        } catch (IOException escaped) {
            throw new UncheckedIOException(escaped);
        }
    }

    /// The content of a message that is held is there as long as the message is.
    private static void hold(SignedReading reading) throws IOException {
        if (reading instanceof SignedReading.Read read) {
            Octets content = read.content().octets();
            try (InputStream in = read.content().open()) {
                if (!Octets.readAll(in).equals(content)) {
                    throw new AssertionError("two contents of one message");
                }
            }
        }
    }

    /// What fuzzing starts from: a message of each kind, by a key of their own.
    public static List<byte[]> seeds() {
        UnlockedIdentity anna = identity(new SmimeCast().person("Anna", "anna@waxwing.example"));
        List<byte[]> all = new ArrayList<>();
        try {
            for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
                ByteArrayOutputStream sealed = new ByteArrayOutputStream();
                Object _ = ENGINE.encrypt(
                        TEXT.stream(), List.of(new SmimeRecipient(anna.certificate(), capabilities)), sealed);
                all.add(sealed.toByteArray());
            }
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            if (ENGINE.signOpaque(TEXT.stream(), anna, SmimeCast.NOW, signed)) {
                all.add(signed.toByteArray());
            }
            all.add(compressed());
            ENGINE.signDetached(TEXT.stream(), anna, SmimeCast.NOW)
                    .ifPresent(made -> all.add(made.encoded().toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return all;
    }

    private static byte[] compressed() throws IOException {
        try {
            return new CMSCompressedDataGenerator()
                    .generate(new CMSProcessableByteArray(TEXT.toByteArray()), new ZlibCompressor())
                    .getEncoded();
        } catch (CMSException impossible) {
            throw new IOException(impossible);
        }
    }

    private static UnlockedIdentity identity(SmimeCast.Person person) {
        try {
            return new UnlockedIdentity(
                    new X509CertificateHolder(
                            person.key().certificate().encoded().toByteArray()),
                    List.of(),
                    UnlockedKey.ofPkcs8(person.pkcs8()).orElseThrow());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
