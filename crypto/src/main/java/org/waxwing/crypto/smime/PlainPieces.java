package org.waxwing.crypto.smime;

import java.io.IOException;
import org.waxwing.crypto.mime.Pieces;

/// Room for text while it is decrypted: each array that is full goes to its keeper as it is, so that no text is
/// copied. The arrays grow with the text, so that a short letter takes little.
final class PlainPieces {
    private static final int LARGEST = 1 << 20;

    private final Pieces keeper;
    private byte[] piece = new byte[0];
    private int filled;
    private long before;

    PlainPieces(Pieces keeper) {
        this.keeper = keeper;
    }

    /// Where to write at least `count` octets, from [#at] on.
    byte[] room(int count) throws IOException {
        if (piece.length - filled < count) {
            flush();
            piece = new byte[Math.max(count, Math.clamp(before, 0, LARGEST))];
        }
        return piece;
    }

    int at() {
        return filled;
    }

    /// So many octets more were written.
    void made(int count) {
        filled += count;
    }

    /// Hands over what is there.
    void flush() throws IOException {
        if (filled > 0) {
            keeper.take(piece, filled);
            before += filled;
            piece = new byte[0];
            filled = 0;
        }
    }
}
