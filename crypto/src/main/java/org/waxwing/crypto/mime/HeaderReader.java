package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.work.Work;

/// Cuts a header section into fields (RFC 5322 §2.2), folding kept.
final class HeaderReader {
    private HeaderReader() {}

    /// Where the body begins: after the first empty line; at the end where there is none.
    static int bodyStart(Octets part) {
        int line = 0;
        while (line >= 0 && line < part.length()) {
            if (Lines.isEmpty(part, line)) {
                return Lines.next(part, line);
            }
            line = Lines.next(part, line);
        }
        return part.length();
    }

    /// Where the header section ends, the empty line left out.
    static int headerEnd(Octets part, int bodyStart) {
        int emptyLine = Lines.endBefore(part, bodyStart);
        boolean hasEmptyLine = emptyLine == 0 || part.at(emptyLine - 1) == '\n';
        return hasEmptyLine ? emptyLine : bodyStart;
    }

    static List<HeaderField> fields(Octets section) {
        List<HeaderField> fields = new ArrayList<>();
        int start = 0;
        while (start >= 0 && start < section.length()) {
            int end = Lines.next(section, start);
            while (end >= 0 && end < section.length() && isBlank(section.at(end))) {
                end = Lines.next(section, end);
            }
            int stop = end < 0 ? section.length() : end;
            fields.add(field(section.slice(start, stop)));
            start = end;
        }
        return fields;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    private static HeaderField field(Octets raw) {
        Work.step();
        int colon = raw.indexOf(':', 0);
        int end = colon;
        while (end > 0 && isBlank(raw.at(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (raw.at(i) <= 0x20 || raw.at(i) >= 0x7F) {
                return new HeaderField("", raw);
            }
        }
        return new HeaderField(end <= 0 ? "" : raw.slice(0, end).latin1(), raw);
    }
}
