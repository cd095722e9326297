package org.waxwing.app.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.app.compose.Draft;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// Who gets which copy of a letter: one for everybody in To and Cc, and one of their own for everybody in
/// Bcc, because a message encrypted for several tells each of them about the others (RFC 9787 §9.4).
final class Copies {
    private Copies() {}

    /// @param sent whether the sender keeps this one under Sent
    record Copy(List<AddrSpec> recipients, boolean sent) {
        Copy {
            recipients = List.copyOf(recipients);
        }

        @Override
        public String toString() {
            return "Copy[" + recipients.size() + " recipients]";
        }
    }

    /// Everyone once, in the order of the draft.
    static Set<AddrSpec> everyone(Draft draft) {
        return addresses(Stream.of(draft.to(), draft.cc(), draft.bcc()));
    }

    static List<Copy> of(Draft draft) {
        Set<AddrSpec> open = addresses(Stream.of(draft.to(), draft.cc()));
        Set<AddrSpec> hidden = addresses(Stream.of(draft.bcc()));
        hidden.removeAll(open);
        List<Copy> copies = new ArrayList<>();
        if (!open.isEmpty()) {
            copies.add(new Copy(List.copyOf(open), true));
        }
        for (AddrSpec one : hidden) {
            copies.add(new Copy(List.of(one), copies.isEmpty()));
        }
        return copies;
    }

    /// A copy and the key that signs it.
    record Signed(Copy copy, LockedSecretKey signer) {}

    /// The copies of a letter that is signed: where it is encrypted, each is divided into those who read
    /// OpenPGP and those who read S/MIME. The sender keeps the first.
    static List<Signed> signed(Draft draft, Protection protection, Resolution resolution) {
        return of(draft).stream()
                .flatMap(copy -> switch (protection) {
                    case SIGNED -> resolution.signer().stream().map(signer -> new Signed(copy, signer));
                    case SIGNED_AND_ENCRYPTED -> divided(copy, resolution);
                })
                .toList();
    }

    private static Stream<Signed> divided(Copy copy, Resolution resolution) {
        List<Signed> divided = new ArrayList<>();
        resolution.groups(copy.recipients()).forEach((technology, group) -> {
            LockedSecretKey signer = Objects.requireNonNull(resolution.own().get(technology));
            divided.add(new Signed(new Copy(group, copy.sent() && divided.isEmpty()), signer));
        });
        return divided.stream();
    }

    private static Set<AddrSpec> addresses(Stream<List<Mailbox>> fields) {
        Set<AddrSpec> found = new LinkedHashSet<>();
        fields.flatMap(List::stream).map(Mailbox::address).forEach(found::add);
        return found;
    }
}
