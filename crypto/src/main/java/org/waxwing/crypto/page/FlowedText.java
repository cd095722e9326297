package org.waxwing.crypto.page;

/// Takes the soft line breaks out of format=flowed text (RFC 3676 §4): a line that ends in a blank goes on
/// in the next one of the same quote depth. Quote marks stand before each line of what comes out.
final class FlowedText {
    private FlowedText() {}

    /// @param text lines ending in `\n`
    /// @param delSp the blank at the end of a soft line is not a part of the text
    static String joined(String text, boolean delSp) {
        StringBuilder out = new StringBuilder(text.length());
        int open = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String content = unstuffed(line.substring(depth));
            boolean signOff = content.equals("-- ");
            if (open >= 0 && (open != depth || signOff)) {
                open = -1;
            }
            if (open < 0) {
                out.append(out.isEmpty() ? "" : "\n").append(marks(depth, content));
            }
            boolean soft = content.endsWith(" ") && !signOff;
            out.append(soft && delSp ? content.substring(0, content.length() - 1) : content);
            open = soft ? depth : -1;
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String content) {
        return content.startsWith(" ") ? content.substring(1) : content;
    }

    /// A line of the writer's own that begins with a quote mark stays told from a quote by a blank.
    private static String marks(int depth, String content) {
        if (depth > 0) {
            return ">".repeat(depth) + " ";
        }
        return content.startsWith(">") ? " " : "";
    }
}
