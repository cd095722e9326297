package org.waxwing.app.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The items of a FETCH, and the answer for one letter.
///
/// @param items in upper case, sections excepted
record ImapFetch(List<Item> items) {
    ImapFetch {
        items = List.copyOf(items);
    }

    /// One thing asked for.
    sealed interface Item {
        record Uid() implements Item {}

        record Flags() implements Item {}

        record InternalDate() implements Item {}

        record Size() implements Item {}

        record Envelope() implements Item {}

        record Section(String answerName, ImapSection section) implements Item {}
    }

    /// @param uid whether it was a UID FETCH, which answers with the UID in any case
    static ImapFetch parse(ImapToken token, boolean uid) throws ImapSyntaxException {
        List<Item> items = new ArrayList<>();
        if (uid) {
            items.add(new Item.Uid());
        }
        for (ImapToken member : token.members()) {
            for (Item item : items(member.string())) {
                if (!items.contains(item)) {
                    items.add(item);
                }
            }
        }
        return new ImapFetch(items);
    }

    private static List<Item> items(String name) throws ImapSyntaxException {
        String upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "UID" -> List.of(new Item.Uid());
            case "FLAGS" -> List.of(new Item.Flags());
            case "INTERNALDATE" -> List.of(new Item.InternalDate());
            case "RFC822.SIZE" -> List.of(new Item.Size());
            case "ENVELOPE" -> List.of(new Item.Envelope());
            case "FAST" -> List.of(new Item.Flags(), new Item.InternalDate(), new Item.Size());
            case "ALL" -> List.of(new Item.Flags(), new Item.InternalDate(), new Item.Size(), new Item.Envelope());
            case "RFC822" -> List.of(section(upper, "BODY[]"));
            case "RFC822.HEADER" -> List.of(section(upper, "BODY.PEEK[HEADER]"));
            case "RFC822.TEXT" -> List.of(section(upper, "BODY[TEXT]"));
            default -> {
                ImapSection section = ImapSection.parse(name)
                        .orElseThrow(() -> new ImapSyntaxException("that item is not served here"));
                yield List.of(new Item.Section(section.answerName(), section));
            }
        };
    }

    private static Item section(String answerName, String section) {
        return new Item.Section(answerName, ImapSection.parse(section).orElseThrow());
    }

    /// Whether it marks letters as seen.
    boolean marksSeen() {
        return items.stream()
                .anyMatch(item ->
                        item instanceof Item.Section asked && !asked.section().peek());
    }

    ImapText answer(long number, StoredLetter letter, boolean flagsChanged) {
        ImapText text = new ImapText().raw("* " + number + " FETCH (");
        List<Item> all = new ArrayList<>(items);
        if (flagsChanged && !all.contains(new Item.Flags())) {
            all.add(new Item.Flags());
        }
        for (int i = 0; i < all.size(); i++) {
            write(all.get(i), letter, i == 0 ? text : text.raw(" "));
        }
        return text.raw(")");
    }

    private static void write(Item item, StoredLetter letter, ImapText text) {
        ImapText _ = switch (item) {
            case Item.Uid() -> text.raw("UID " + letter.uid());
            case Item.Flags() -> text.raw("FLAGS " + ImapText.flags(letter.flags()));
            case Item.InternalDate() -> text.raw("INTERNALDATE " + ImapText.dateTime(letter.received()));
            case Item.Size() -> text.raw("RFC822.SIZE " + letter.bytes().length());
            case Item.Envelope() -> ImapEnvelope.write(OuterFields.of(letter.bytes()), text.raw("ENVELOPE "));
            case Item.Section(var name, var section) -> text.raw(name + " ").literal(section.of(letter.bytes()));
        };
    }
}
