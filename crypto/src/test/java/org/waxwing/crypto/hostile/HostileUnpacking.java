package org.waxwing.crypto.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.waxwing.crypto.mime.Octets;

/// Letters that are small until they are unpacked, by compressed data of S/MIME.
final class HostileUnpacking {
    private static final String FIELDS = "From: Anna <anna@waxwing.example>\r\n";
    private static final String TEXT = "Content-Type: text/plain\r\n\r\n";
    private static final String HEADER = """
        Content-Type: application/pkcs7-mime; smime-type=compressed-data
        Content-Transfer-Encoding: base64

        """;
    private static final int SWELLING = 5;
    private static final int RARE = 150;

    private HostileUnpacking() {}

    static SequencedMap<String, IntFunction<Octets>> all() {
        SequencedMap<String, IntFunction<Octets>> all = new LinkedHashMap<>();
        all.put("packed zeros", size -> packed(zeros(SWELLING * size), 1));
        all.put("packed zeros, packed again", size -> packed(zeros(SWELLING * size), 2));
        all.put("packed nearly zeros", size -> packed(nearlyZeros(SWELLING * size), 1));
        all.put("packed nearly zeros around each other", size -> packed(nearlyZeros(size), 7));
        all.put("packed twelve times", _ -> packed(zeros(1000), 12));
        return all;
    }

    private static byte[] zeros(int size) {
        return Arrays.copyOf(Octets.ofUtf8(TEXT).toByteArray(), size);
    }

    /// No unpacker takes it for a bomb by its ratio alone.
    private static byte[] nearlyZeros(int size) {
        byte[] bytes = zeros(size);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = TEXT.length(); i < size; i += RARE) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static Octets packed(byte[] part, int times) {
        byte[] packed = part;
        for (int i = 0; i < times; i++) {
            packed = packed(packed);
        }
        return joined(FIELDS, packed);
    }

    private static byte[] packed(byte[] part) {
        try {
            byte[] cms = new CMSCompressedDataGenerator()
                    .generate(new CMSProcessableByteArray(part), new ZlibCompressor())
                    .getEncoded();
            return joined(HEADER, Base64.getMimeEncoder().encode(cms)).toByteArray();
        } catch (CMSException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Octets joined(String before, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Octets.ofUtf8(before).toByteArray());
        out.writeBytes(bytes);
        return Octets.of(out.toByteArray());
    }
}
