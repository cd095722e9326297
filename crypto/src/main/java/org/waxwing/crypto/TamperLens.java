package org.waxwing.crypto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waxwing.crypto.FieldDifference.Change;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// Compares the fields outside with what the protected part says stood there.
///
/// Only what a person sees: some relays give every message an identifier of their own, and threads follow
/// the protected one anyway.
record TamperLens(HeaderSection outer, HeaderProtection protection) {
    private static final Set<String> ADDRESSES = Set.of("from", "to", "cc", "reply-to", "followup-to", "sender");

    List<FieldDifference> differences() {
        return switch (protection.scheme()) {
            case ABSENT -> List.of();
            case RFC_9788 -> allDifferences();
            case INFERRED -> addedRecipients();
        };
    }

    private List<FieldDifference> allDifferences() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(protection.referenceOuter().stream(), outer.fields().stream())
                .filter(FieldsBuilder::isUserFacing)
                .forEach(field -> names.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field.name()));
        HeaderSection reference = new HeaderSection(protection.referenceOuter(), Octets.empty());
        List<FieldDifference> differences = new ArrayList<>();
        names.forEach((name, shown) -> differences.addAll(of(shown, reference, ADDRESSES.contains(name))));
        return differences;
    }

    /// An address outside that isn't inside: the older schemes tell nothing else about what was outside.
    private List<FieldDifference> addedRecipients() {
        HeaderSection inside = new HeaderSection(protection.protectedFields(), Octets.empty());
        if (inside.first("To").isEmpty() && inside.first("Cc").isEmpty()) {
            return List.of();
        }
        return Stream.of("To", "Cc", "Reply-To")
                .flatMap(name -> only(name, addresses(outer, name), addresses(inside, name), Change.ADDED))
                .toList();
    }

    private List<FieldDifference> of(String name, HeaderSection reference, boolean addresses) {
        List<String> written = texts(reference, name);
        List<String> found = texts(outer, name);
        if (written.stream().sorted().toList().equals(found.stream().sorted().toList())) {
            return List.of();
        }
        if (addresses) {
            List<AddrSpec> before = addresses(reference, name);
            List<AddrSpec> after = addresses(outer, name);
            List<FieldDifference> each = Stream.concat(
                            only(name, after, before, Change.ADDED), only(name, before, after, Change.REMOVED))
                    .toList();
            if (!each.isEmpty()) {
                return each;
            }
        }
        Change change = written.isEmpty() ? Change.ADDED : found.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return List.of(new FieldDifference(name, change, String.join(", ", written), String.join(", ", found)));
    }

    private static Stream<FieldDifference> only(String name, List<AddrSpec> here, List<AddrSpec> there, Change change) {
        Set<AddrSpec> known = Set.copyOf(there);
        return here.stream()
                .filter(Predicate.not(known::contains))
                .distinct()
                .map(AddrSpec::text)
                .map(text -> change == Change.ADDED
                        ? new FieldDifference(name, change, "", text)
                        : new FieldDifference(name, change, text, ""));
    }

    private static List<String> texts(HeaderSection section, String name) {
        return section.all(name).stream().map(HeaderField::text).toList();
    }

    private static List<AddrSpec> addresses(HeaderSection section, String name) {
        return section.addresses(name).mailboxes().stream()
                .map(Mailbox::address)
                .toList();
    }

    @Override
    public String toString() {
        return "TamperLens[redacted]";
    }
}
