package org.waxwing.app.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.app.StorageException;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// Reads what a [FieldWriter] wrote. The bytes were authenticated before, so what doesn't fit is damage or
/// a mistake of ours.
final class FieldReader {
    private final Octets all;
    private final DataInputStream in;

    FieldReader(Octets all) {
        this.all = all;
        this.in = new DataInputStream(all.stream());
    }

    long number() {
        try {
            return in.readLong();
        } catch (IOException cut) {
            throw damaged(cut);
        }
    }

    /// Whether everything was read.
    boolean atEnd() {
        try {
            return in.available() == 0;
        } catch (IOException cut) {
            throw damaged(cut);
        }
    }

    boolean truth() {
        return number() != 0;
    }

    Octets bytes() {
        try {
            int length = in.readInt();
            if (length < 0 || length > all.length()) {
                throw new IOException("a field is longer than the whole");
            }
            byte[] read = new byte[length];
            in.readFully(read);
            return Octets.of(read);
        } catch (IOException cut) {
            throw damaged(cut);
        }
    }

    String text() {
        return bytes().utf8();
    }

    AddrSpec address() {
        return AddrSpec.of(text());
    }

    Mailbox mailbox() {
        String name = text();
        return new Mailbox(name, address());
    }

    /// Without those whose address is none any more, for what an address may hold changes with the program
    /// and with the platform's letters: one such in a line must not cost the list.
    List<Mailbox> mailboxes() {
        return many(in -> {
                    String name = in.text();
                    return AddrSpec.parse(in.text()).map(address -> new Mailbox(name, address));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    <T> List<T> many(Function<FieldReader, T> each) {
        long count = number();
        List<T> found = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            found.add(each.apply(this));
        }
        return found;
    }

    <T> Optional<T> maybe(Function<FieldReader, T> reading) {
        return many(reading).stream().findFirst();
    }

    private static StorageException damaged(IOException why) {
        return new StorageException("A sealed value in the mail database is damaged.", why);
    }
}
