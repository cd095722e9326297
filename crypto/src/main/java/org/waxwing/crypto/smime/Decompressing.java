package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;
import org.waxwing.crypto.work.Work;

/// Reads a CompressedData (RFC 3274 §1.1), up to the limit.
final class Decompressing {
    private static final ASN1ObjectIdentifier ZLIB = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.3.8");
    private static final int READ_SIZE = 1 << 16;
    private static final long ALWAYS_ALLOWED = 1L << 20;

    /// Octets for each compressed one; what people write stays far below, a bomb reaches a thousand.
    private static final long MOST_FOR_EACH = 200;

    private final Holding holding;

    Decompressing(Holding holding) {
        this.holding = holding;
    }

    HeldContent read(InputStream message) throws IOException {
        BerInput ber = new BerInput(message);
        CmsKind kind = CmsKind.enter(ber);
        if (kind != CmsKind.COMPRESSED) {
            throw kind == CmsKind.OTHER ? BrokenCmsException.unsupported() : BrokenCmsException.malformed();
        }
        ber.enter(BerHeader.SEQUENCE);
        Object _ = ber.captured(ber.required());
        ber.enter(BerHeader.SEQUENCE);
        if (!CmsKind.identifier(ber).equals(ZLIB)) {
            throw BrokenCmsException.unsupported();
        }
        ber.leave();
        ber.enter(BerHeader.SEQUENCE);
        Object _ = CmsKind.identifier(ber);
        ber.enter(BerHeader.context(0));
        BerHeader string = ber.required();
        if (!string.is(BerHeader.OCTET_STRING)) {
            throw BrokenCmsException.unsupported();
        }
        SealedSpool kept = holding.begin();
        boolean released = false;
        Inflater inflater = new Inflater();
        try (InputStream in = new InflaterInputStream(new BerOctets(ber, string), inflater, READ_SIZE)) {
            byte[] buffer = new byte[READ_SIZE];
            long length = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Work.step();
                length += n;
                long allowed = Math.max(ALWAYS_ALLOWED, inflater.getBytesRead() * MOST_FOR_EACH);
                if (length > Math.min(holding.limit(), allowed)) {
                    throw BrokenCmsException.tooLarge();
                }
                kept.write(buffer, 0, n);
            }
            kept.complete();
            released = true;
            return new SpooledContent(kept);
        } catch (ZipException | java.io.EOFException broken) {
            throw BrokenCmsException.malformed(broken);
        } finally {
            inflater.end();
            if (!released) {
                kept.discard();
            }
        }
    }
}
