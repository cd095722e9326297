package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;

/// The octets of a string are the same whether they are read or passed on, from memory or from elsewhere, in one
/// piece or in many.
final class BerOctetsTest {
    private static byte[] some(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return octets;
    }

    private static BerOctets open(InputStream in) throws IOException {
        BerInput ber = new BerInput(in);
        return new BerOctets(ber, ber.required());
    }

    private static byte[] passed(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Passage passage = new Passage(limit, all::write);
        long length = open(in).transferTo(passage);
        assertEquals(all.size(), length);
        assertEquals(length, passage.length());
        return all.toByteArray();
    }

    @Test
    void passesOnWhatItReads() throws IOException {
        for (int length : new int[] {0, 1, 1000, 1 << 16, (1 << 16) + 1, 3_000_001}) {
            byte[] text = some(length);
            for (byte[] encoded : new byte[][] {
                new DEROctetString(text).getEncoded(), new BEROctetString(text, 1000).getEncoded("BER")
            }) {
                Octets whole = Octets.of(encoded);
                assertArrayEquals(text, open(whole.stream()).readAllBytes());
                assertArrayEquals(text, passed(whole.stream(), length));
                assertArrayEquals(text, passed(new BufferedInputStream(whole.stream()), length));
            }
        }
    }

    @Test
    void refusesMoreThanMayPassAndWhatIsCutOff() throws IOException {
        byte[] encoded = new DEROctetString(some(3_000_000)).getEncoded();
        Octets whole = Octets.of(encoded);
        assertThrows(Passage.Overflow.class, () -> passed(whole.stream(), 2_999_999));
        Octets cut = Octets.of(Arrays.copyOf(encoded, encoded.length - 1));
        assertThrows(BrokenCmsException.class, () -> passed(cut.stream(), 3_000_000));
        assertThrows(BrokenCmsException.class, () -> passed(new BufferedInputStream(cut.stream()), 3_000_000));
    }
}
