package org.waxwing.app.practice;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The criteria of a SEARCH (RFC 3501 §6.4.4), all of which must hold. Text is compared by bytes without
/// regard to ASCII case.
final class ImapSearch {
    private static final int DEEPEST = 32;
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-yyyy")
            .toFormatter(Locale.ROOT);

    private final List<ImapToken> tokens;
    private final long largestNumber;
    private final long largestUid;
    private int at;
    private int depth;

    private ImapSearch(List<ImapToken> tokens, long largestNumber, long largestUid) {
        this.tokens = tokens;
        this.largestNumber = largestNumber;
        this.largestUid = largestUid;
    }

    /// A letter and its number at the moment.
    record Candidate(long number, StoredLetter letter) {
        private boolean holds(String text) {
            return letter.bytes().latin1().toLowerCase(Locale.ROOT).contains(text);
        }

        private LocalDate day() {
            return letter.received().atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    static Predicate<Candidate> parse(List<ImapToken> tokens, long largestNumber, long largestUid)
            throws ImapSyntaxException {
        ImapSearch search = new ImapSearch(tokens, largestNumber, largestUid);
        if (tokens.isEmpty()) {
            throw new ImapSyntaxException("search for what?");
        }
        if (search.tokens.getFirst() instanceof ImapToken.Word(var text) && text.equalsIgnoreCase("CHARSET")) {
            search.at = 2;
        }
        return search.every();
    }

    private Predicate<Candidate> every() throws ImapSyntaxException {
        Predicate<Candidate> all = candidate -> true;
        while (at < tokens.size()) {
            all = all.and(one());
        }
        return all;
    }

    private ImapToken next() throws ImapSyntaxException {
        if (at >= tokens.size()) {
            throw new ImapSyntaxException("a criterion is not complete");
        }
        return tokens.get(at++);
    }

    private Predicate<Candidate> deeper() throws ImapSyntaxException {
        depth++;
        if (depth > DEEPEST) {
            throw new ImapSyntaxException("criteria too deep");
        }
        Predicate<Candidate> inner = one();
        depth--;
        return inner;
    }

    private Predicate<Candidate> one() throws ImapSyntaxException {
        ImapToken token = next();
        if (token instanceof ImapToken.Group(var members)) {
            return new ImapSearch(members, largestNumber, largestUid).every();
        }
        String key = token.keyword();
        return switch (key) {
            case "ALL", "OLD" -> candidate -> true;
            case "NEW", "RECENT" -> candidate -> false;
            case "ANSWERED", "DELETED", "DRAFT", "FLAGGED", "SEEN" -> flag("\\" + key);
            case "UNANSWERED", "UNDELETED", "UNDRAFT", "UNFLAGGED", "UNSEEN" ->
                flag("\\" + key.substring(2)).negate();
            case "KEYWORD" -> flag(next().string());
            case "UNKEYWORD" -> flag(next().string()).negate();
            case "NOT" -> deeper().negate();
            case "OR" -> deeper().or(deeper());
            case "UID" -> {
                ImapSet set = ImapSet.parse(next().string(), largestUid);
                yield candidate -> set.holds(candidate.letter().uid());
            }
            case "HEADER" -> field(next().string(), next().string());
            case "FROM", "TO", "CC", "BCC", "SUBJECT" -> field(key, next().string());
            case "TEXT", "BODY" -> {
                String text = next().string().toLowerCase(Locale.ROOT);
                yield candidate -> candidate.holds(text);
            }
            case "LARGER" -> {
                long bytes = number(next().string());
                yield candidate -> candidate.letter().bytes().length() > bytes;
            }
            case "SMALLER" -> {
                long bytes = number(next().string());
                yield candidate -> candidate.letter().bytes().length() < bytes;
            }
            case "SINCE" -> {
                LocalDate day = day(next().string());
                yield candidate -> !candidate.day().isBefore(day);
            }
            case "BEFORE" -> {
                LocalDate day = day(next().string());
                yield candidate -> candidate.day().isBefore(day);
            }
            case "ON" -> {
                LocalDate day = day(next().string());
                yield candidate -> candidate.day().equals(day);
            }
            default -> {
                if (!ImapSet.looksLikeOne(key)) {
                    throw new ImapSyntaxException("that criterion is not served here");
                }
                ImapSet set = ImapSet.parse(key, largestNumber);
                yield candidate -> set.holds(candidate.number());
            }
        };
    }

    private static Predicate<Candidate> flag(String flag) {
        return candidate -> candidate.letter().has(flag);
    }

    private static Predicate<Candidate> field(String name, String text) {
        return candidate -> OuterFields.of(candidate.letter().bytes()).holds(name, text);
    }

    private static long number(String text) throws ImapSyntaxException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ImapSyntaxException("not a number");
        }
        return Long.parseLong(text);
    }

    private static LocalDate day(String text) throws ImapSyntaxException {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException notADate) {
            throw new ImapSyntaxException("not a date");
        }
    }
}
