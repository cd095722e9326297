package org.waxwing.app.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A set of sequence numbers or UIDs (RFC 3501 §9, `sequence-set`).
record ImapSet(List<Range> ranges) {
    private static final Pattern SYNTAX =
            Pattern.compile("[0-9*]{1,10}(:[0-9*]{1,10})?(,[0-9*]{1,10}(:[0-9*]{1,10})?)*+");

    ImapSet {
        ranges = List.copyOf(ranges);
    }

    record Range(long from, long to) {
        boolean holds(long number) {
            return from <= number && number <= to;
        }
    }

    /// @param largest what `*` stands for
    static ImapSet parse(String text, long largest) throws ImapSyntaxException {
        if (!SYNTAX.matcher(text).matches()) {
            throw new ImapSyntaxException("not a set of numbers");
        }
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.split(":");
            long one = number(ends[0], largest);
            long other = ends.length == 2 ? number(ends[1], largest) : one;
            ranges.add(new Range(Math.min(one, other), Math.max(one, other)));
        }
        return new ImapSet(ranges);
    }

    static boolean looksLikeOne(String text) {
        return SYNTAX.matcher(text).matches();
    }

    boolean holds(long number) {
        return ranges.stream().anyMatch(range -> range.holds(number));
    }

    private static long number(String text, long largest) throws ImapSyntaxException {
        if (text.equals("*")) {
            return largest;
        }
        if (text.indexOf('*') >= 0) {
            throw new ImapSyntaxException("not a set of numbers");
        }
        return Long.parseLong(text);
    }
}
