package org.waxwing.crypto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.crypto.work.Work;

/// Finds addresses of pages in plain text.
final class LinkFinder {
    private static final int MOST = 2_000;
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:https?://|www\\.)[^\\s<>\"“”]{2,2000}", Pattern.CASE_INSENSITIVE);

    private LinkFinder() {}

    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        int done = 0;
        while (runs.size() < MOST && matcher.find()) {
            Work.step();
            String found = trimmed(matcher.group());
            Optional<Link> link = Link.to(found.regionMatches(true, 0, "www.", 0, 4) ? "http://" + found : found);
            if (link.isPresent()) {
                if (matcher.start() > done) {
                    runs.add(Run.Words.plain(text.substring(done, matcher.start())));
                }
                runs.add(new Run.Words(found, TextStyle.NONE, link));
                done = matcher.start() + found.length();
            }
        }
        if (done < text.length()) {
            runs.add(Run.Words.plain(text.substring(done)));
        }
        return runs;
    }

    /// Without the marks that end a sentence; a closing bracket stays where its opening one is inside.
    private static String trimmed(String found) {
        int end = found.length();
        while (end > 0) {
            char last = found.charAt(end - 1);
            boolean unopened = last == ')' && found.lastIndexOf('(', end - 1) < 0;
            if (!unopened && ".,;:!?'»]}*_".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return found.substring(0, end);
    }
}
