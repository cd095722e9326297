package org.waxwing.keystore.sqlite;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// Several octet strings in one, each with its length before it, in four octets.
final class OctetsList {
    private OctetsList() {}

    static Octets together(List<Octets> parts) {
        int length =
                parts.stream().mapToInt(part -> Integer.BYTES + part.length()).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        parts.forEach(part -> out.putInt(part.length()).put(part.toByteArray()));
        return Octets.of(out.array());
    }

    static List<Octets> apart(Octets together) {
        ByteBuffer in = ByteBuffer.wrap(together.toByteArray());
        List<Octets> parts = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] part = new byte[in.getInt()];
            in.get(part);
            parts.add(Octets.of(part));
        }
        return parts;
    }
}
