package org.waxwing.app.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The mailbox that a client has selected, with the numbers as they were announced: a letter keeps its
/// sequence number until an EXPUNGE was said (RFC 3501 §7.4.1).
final class ImapSelection {
    private final Wire wire;
    private final Pigeonhole pigeonhole;
    private final boolean readOnly;
    private final List<StoredLetter> announced;

    ImapSelection(Wire wire, Pigeonhole pigeonhole, boolean readOnly) {
        this.wire = wire;
        this.pigeonhole = pigeonhole;
        this.readOnly = readOnly;
        this.announced = new ArrayList<>(pigeonhole.letters());
    }

    Pigeonhole pigeonhole() {
        return pigeonhole;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /// What SELECT says of a mailbox.
    void introduce() throws IOException {
        wire.writeLine("* FLAGS (\\Answered \\Deleted \\Draft \\Flagged \\Seen)");
        wire.writeLine("* OK [PERMANENTFLAGS (\\Answered \\Deleted \\Draft \\Flagged \\Seen \\*)] flags");
        wire.writeLine("* " + announced.size() + " EXISTS");
        wire.writeLine("* 0 RECENT");
        wire.writeLine("* OK [UIDVALIDITY " + pigeonhole.uidValidity() + "] as long as this office is open");
        wire.writeLine("* OK [UIDNEXT " + pigeonhole.nextUid() + "] next");
        int unseen = (int)
                announced.stream().takeWhile(letter -> letter.has("\\Seen")).count();
        if (unseen < announced.size()) {
            wire.writeLine("* OK [UNSEEN " + (unseen + 1) + "] first unread");
        }
    }

    /// Says what changed since it was last said.
    ///
    /// @param expunges whether sequence numbers may change now
    void announce(boolean expunges) throws IOException {
        Map<Long, StoredLetter> now =
                pigeonhole.letters().stream().collect(Collectors.toMap(StoredLetter::uid, Function.identity()));
        for (int i = announced.size() - 1; i >= 0; i--) {
            StoredLetter then = announced.get(i);
            StoredLetter current = now.remove(then.uid());
            if (current == null && expunges) {
                announced.remove(i);
                wire.writeLine("* " + (i + 1) + " EXPUNGE");
            } else if (current != null && !current.flags().equals(then.flags())) {
                announced.set(i, current);
                wire.writeLine("* " + (i + 1) + " FETCH (UID " + current.uid() + " FLAGS "
                        + ImapText.flags(current.flags()) + ")");
            }
        }
        if (!now.isEmpty()) {
            now.values().stream()
                    .sorted((one, other) -> Long.compare(one.uid(), other.uid()))
                    .forEach(announced::add);
            wire.writeLine("* " + announced.size() + " EXISTS");
        }
    }

    void fetch(ImapCommand command, boolean uid) throws IOException {
        Set<Long> chosen = chosen(command.argument(0), uid);
        ImapFetch fetch = ImapFetch.parse(command.argument(1), uid);
        boolean marks = fetch.marksSeen() && !readOnly;
        for (int i = 0; i < announced.size(); i++) {
            StoredLetter letter = announced.get(i);
            if (chosen.contains(letter.uid())) {
                boolean marked = marks && !letter.has("\\Seen");
                if (marked) {
                    letter = changed(i, flags -> with(flags, Set.of("\\Seen")));
                }
                wire.write(fetch.answer(i + 1, letter, marked).line());
            }
        }
    }

    /// STORE: FLAGS, +FLAGS or -FLAGS, each with .SILENT or without.
    void store(ImapCommand command, boolean uid) throws IOException {
        Set<Long> chosen = chosen(command.argument(0), uid);
        String item = command.argument(1).keyword();
        String action = item.replace(".SILENT", "");
        Set<String> given = flags(command.argument(2));
        for (int i = 0; i < announced.size(); i++) {
            if (chosen.contains(announced.get(i).uid())) {
                StoredLetter letter = changed(i, flags -> switch (action) {
                    case "+FLAGS" -> with(flags, given);
                    case "-FLAGS" -> without(flags, given);
                    default -> given;
                });
                if (!item.endsWith(".SILENT")) {
                    wire.writeLine("* " + (i + 1) + " FETCH (UID " + letter.uid() + " FLAGS "
                            + ImapText.flags(letter.flags()) + ")");
                }
            }
        }
    }

    void search(ImapCommand command, boolean uid) throws IOException {
        long largestUid = announced.isEmpty() ? 0 : announced.getLast().uid();
        Predicate<ImapSearch.Candidate> wanted = ImapSearch.parse(command.arguments(), announced.size(), largestUid);
        wire.writeLine(IntStream.range(0, announced.size())
                .mapToObj(i -> new ImapSearch.Candidate(i + 1, announced.get(i)))
                .filter(wanted)
                .map(found -> " " + (uid ? found.letter().uid() : found.number()))
                .collect(Collectors.joining("", "* SEARCH", "")));
    }

    void copy(ImapCommand command, boolean uid, Pigeonhole to) throws IOException {
        Set<Long> chosen = chosen(command.argument(0), uid);
        for (StoredLetter letter : List.copyOf(announced)) {
            if (chosen.contains(letter.uid())) {
                long _ = to.put(letter.bytes(), letter.flags(), letter.received());
            }
        }
    }

    /// Removes what is marked as deleted.
    void expunge() {
        pigeonhole.remove(letter -> letter.has("\\Deleted"));
    }

    /// EXPUNGE, or UID EXPUNGE with a set (RFC 4315 §2.1).
    void expunge(ImapCommand command, boolean uid) throws ImapSyntaxException {
        if (uid) {
            Set<Long> chosen = chosen(command.argument(0), true);
            pigeonhole.remove(letter -> letter.has("\\Deleted") && chosen.contains(letter.uid()));
        } else {
            expunge();
        }
    }

    static Set<String> flags(ImapToken token) throws ImapSyntaxException {
        Set<String> flags = new HashSet<>();
        for (ImapToken member : token.members()) {
            String flag = member.string();
            if (!flag.matches("\\\\?[A-Za-z0-9$_.-]{1,64}") || flags.size() == 32) {
                throw new ImapSyntaxException("not a flag");
            }
            flags.add(flag);
        }
        return flags;
    }

    private Set<Long> chosen(ImapToken token, boolean uid) throws ImapSyntaxException {
        long largest = announced.isEmpty() ? 0 : uid ? announced.getLast().uid() : announced.size();
        ImapSet set = ImapSet.parse(token.string(), largest);
        return IntStream.range(0, announced.size())
                .filter(i -> set.holds(uid ? announced.get(i).uid() : i + 1))
                .mapToObj(i -> announced.get(i).uid())
                .collect(Collectors.toSet());
    }

    private StoredLetter changed(int index, UnaryOperator<Set<String>> change) {
        StoredLetter letter = announced.get(index);
        StoredLetter now = pigeonhole.reflag(letter.uid(), change).orElse(letter);
        announced.set(index, now);
        return now;
    }

    private static Set<String> with(Set<String> flags, Set<String> more) {
        Set<String> all = new HashSet<>(without(flags, more));
        all.addAll(more);
        return all;
    }

    private static Set<String> without(Set<String> flags, Set<String> less) {
        return flags.stream()
                .filter(flag -> less.stream().noneMatch(flag::equalsIgnoreCase))
                .collect(Collectors.toSet());
    }
}
