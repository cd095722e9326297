package org.waxwing.crypto.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/// The octets of several arrays, one after the other.
final class PiecesInput extends InputStream implements Lending {
    private final Iterator<Octets> pieces;
    private OctetsInput current = new OctetsInput(new byte[0], 0, 0);

    PiecesInput(List<Octets> pieces) {
        this.pieces = pieces.iterator();
    }

    /// Goes on to the next piece where the current one has ended; false at the end of all.
    private boolean advance() {
        while (current.available() == 0) {
            if (!pieces.hasNext()) {
                return false;
            }
            current = pieces.next().lent();
        }
        return true;
    }

    @Override
    public int read() {
        return advance() ? current.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        return count == 0 ? 0 : advance() ? current.read(into, from, count) : -1;
    }

    @Override
    public int lend(OutputStream to, int most) throws IOException {
        return advance() ? current.lend(to, most) : -1;
    }

    @Override
    public int available() {
        return current.available();
    }
}
