package org.waxwing.app.practice;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The commands about mailboxes as a whole: LIST, STATUS, CREATE, APPEND.
final class ImapMailboxes {
    private static final Pattern NAME = Pattern.compile("[!-~&&[^%*\"\\\\]][ -~&&[^%*\"\\\\]]{0,63}");
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[d][ d]-MMM-yyyy HH:mm:ss Z")
            .toFormatter(Locale.ROOT);

    private final Wire wire;
    private final Pigeonholes pigeonholes;
    private final InstantSource clock;

    ImapMailboxes(Wire wire, Pigeonholes pigeonholes, InstantSource clock) {
        this.wire = wire;
        this.pigeonholes = pigeonholes;
        this.clock = clock;
    }

    Optional<Pigeonhole> named(ImapToken name) throws ImapSyntaxException {
        return pigeonholes.named(name.string());
    }

    /// LIST and LSUB with the attribute of RFC 6154; a leading list of selection options is read and only
    /// SPECIAL-USE counts.
    void list(ImapCommand command) throws IOException {
        boolean options = command.argument(0) instanceof ImapToken.Group;
        boolean specialOnly = options && command.argument(0).members().contains(new ImapToken.Word("SPECIAL-USE"));
        String pattern = command.argument(options ? 1 : 0).string()
                + command.argument(options ? 2 : 1).string();
        if (pattern.isEmpty()) {
            wire.writeLine("* " + command.name() + " (\\Noselect) \"/\" \"\"");
        }
        for (Pigeonhole pigeonhole : pigeonholes.all()) {
            boolean special = pigeonhole == pigeonholes.sent();
            if (matches(pattern, pigeonhole.name()) && (special || !specialOnly)) {
                wire.writeLine("* " + command.name() + " (\\HasNoChildren" + (special ? " \\Sent" : "") + ") \"/\" "
                        + ImapText.quoted(pigeonhole.name()));
            }
        }
    }

    /// There is no hierarchy here, so `%` and `*` match the same (RFC 3501 §6.3.8).
    private static boolean matches(String pattern, String name) {
        int wildcard = firstWildcard(pattern);
        if (wildcard < 0) {
            return pattern.equals(name) || (name.equals("INBOX") && pattern.equalsIgnoreCase("INBOX"));
        }
        String rest = pattern.substring(wildcard + 1);
        return name.startsWith(pattern.substring(0, wildcard))
                && (firstWildcard(rest) < 0
                        ? name.length() >= wildcard + rest.length() && name.endsWith(rest)
                        : name.substring(wildcard).contains(rest.replaceAll("[%*]", "")));
    }

    private static int firstWildcard(String pattern) {
        int star = pattern.indexOf('*');
        int percent = pattern.indexOf('%');
        return star < 0 ? percent : percent < 0 ? star : Math.min(star, percent);
    }

    void status(Pigeonhole pigeonhole, ImapCommand command) throws IOException {
        StringBuilder answer = new StringBuilder();
        List<StoredLetter> letters = pigeonhole.letters();
        for (ImapToken item : command.argument(1).members()) {
            String name = item.keyword();
            long value = switch (name) {
                case "MESSAGES" -> letters.size();
                case "RECENT" -> 0;
                case "UIDNEXT" -> pigeonhole.nextUid();
                case "UIDVALIDITY" -> pigeonhole.uidValidity();
                case "UNSEEN" ->
                    letters.stream().filter(letter -> !letter.has("\\Seen")).count();
                default -> throw new ImapSyntaxException("that item is not served here");
            };
            answer.append(answer.isEmpty() ? "" : " ").append(name).append(' ').append(value);
        }
        wire.writeLine("* STATUS " + ImapText.quoted(pigeonhole.name()) + " (" + answer + ")");
    }

    boolean create(ImapCommand command) throws ImapSyntaxException {
        String name = command.argument(0).string();
        return NAME.matcher(name).matches() && !name.contains("/") && pigeonholes.create(name);
    }

    /// APPEND: the bytes as they are.
    ///
    /// @return the response code with the new UID (RFC 4315 §3)
    String append(Pigeonhole pigeonhole, ImapCommand command) throws IOException {
        int last = command.arguments().size() - 1;
        if (last < 1 || !(command.argument(last) instanceof ImapToken.Literal(var bytes))) {
            throw new ImapSyntaxException("a letter comes as a literal");
        }
        Set<String> flags = Set.of();
        Instant received = clock.instant();
        for (ImapToken option : command.arguments().subList(1, last)) {
            switch (option) {
                case ImapToken.Group group -> flags = ImapSelection.flags(group);
                case ImapToken.Quoted(var text) -> received = dateTime(text);
                case ImapToken.Word _, ImapToken.Literal _ -> throw new ImapSyntaxException("flags and a date only");
            }
        }
        long uid = pigeonhole.put(bytes, flags, received);
        return "[APPENDUID " + pigeonhole.uidValidity() + " " + uid + "]";
    }

    private static Instant dateTime(String text) throws ImapSyntaxException {
        try {
            return DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeParseException notADate) {
            throw new ImapSyntaxException("not a date and time");
        }
    }
}
