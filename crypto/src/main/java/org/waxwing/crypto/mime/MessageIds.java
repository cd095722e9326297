package org.waxwing.crypto.mime;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Message identifiers (RFC 5322 §3.6.4).
public final class MessageIds {
    private static final Pattern ID = Pattern.compile("<[\\x21-\\x7E&&[^<>]]{1,500}>");
    private static final int MAX = 1000;

    private MessageIds() {}

    /// Those in a field's value, with their angle brackets, in order.
    public static List<String> parse(String value) {
        return ID.matcher(value).results().limit(MAX).map(MatchResult::group).toList();
    }
}
