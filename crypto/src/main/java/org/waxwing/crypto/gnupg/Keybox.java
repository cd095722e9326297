package org.waxwing.crypto.gnupg;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// GnuPG's `pubring.kbx`: a run of blobs, each with its length in front.
///
/// @param items what it holds, in its order
/// @param forOpenPgp its header says that gpg uses it; without, gpg may still use an old `pubring.gpg`
public record Keybox(List<Item> items, boolean forOpenPgp) {
    private static final int HEADER_BLOB = 1;
    private static final int OPENPGP_BLOB = 2;
    private static final int X509_BLOB = 3;
    /// A blob's length, type and version come before anything else.
    private static final int SMALLEST_BLOB = 6;
    private static final int LARGEST_KEYBLOCK = 5 << 20;
    private static final int OPENPGP_FLAG = 2;

    public Keybox {
        items = List.copyOf(items);
    }

    /// One blob that is not empty.
    public sealed interface Item {
        /// A certificate's packets, to be read as a key file.
        record Keyblock(Octets packets) implements Item {}

        /// An X.509 certificate.
        record X509() implements Item {}

        /// A blob that doesn't follow the format. Nothing behind a wrong length can be found, so then it
        /// stands for the rest of the file.
        ///
        /// @param offset where it begins in the file, in bytes
        record Damaged(int offset, boolean restOfFile) implements Item {}

        /// A blob with a certificate larger than any real one.
        record TooLarge(int offset) implements Item {}
    }

    /// Every blob; nothing is thrown for what is in the file.
    public static Keybox read(Octets file) {
        List<Item> items = new ArrayList<>();
        boolean forOpenPgp = false;
        int offset = 0;
        while (offset < file.length()) {
            long length = file.length() - offset < SMALLEST_BLOB ? -1 : unsigned(file, offset, 4);
            if (length < SMALLEST_BLOB || length > file.length() - offset) {
                items.add(new Item.Damaged(offset, true));
                break;
            }
            Octets blob = file.slice(offset, offset + (int) length);
            switch (blob.at(4)) {
                case HEADER_BLOB -> forOpenPgp |= blob.length() >= 8 && (blob.at(7) & OPENPGP_FLAG) != 0;
                case OPENPGP_BLOB -> items.add(keyblock(blob, offset));
                case X509_BLOB -> items.add(new Item.X509());
                default -> {
                    // An empty blob, left where something was deleted, or a kind made after us: neither is ours.
                }
            }
            offset += (int) length;
        }
        return new Keybox(items, forOpenPgp);
    }

    private static Item keyblock(Octets blob, int offset) {
        if (blob.length() < 16) {
            return new Item.Damaged(offset, false);
        }
        long start = unsigned(blob, 8, 4);
        long length = unsigned(blob, 12, 4);
        if (length == 0 || start < 16 || start + length > blob.length()) {
            return new Item.Damaged(offset, false);
        }
        return length > LARGEST_KEYBLOCK
                ? new Item.TooLarge(offset)
                : new Item.Keyblock(blob.slice((int) start, (int) (start + length)));
    }

    private static long unsigned(Octets bytes, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes.at(from + i);
        }
        return value;
    }
}
