package org.waxwing.ui.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// Text in its few sizes, and fields with their names above.
public final class Labels {
    private static final Pattern RIGHT_TO_LEFT =
            Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\x{10800}-\\x{10FFF}\\x{1E800}-\\x{1EFFF}]"
                    + "[^\\p{IsLatin}\\n]*+");
    /// Characters, so few that there is room for them in one line.
    private static final int JOINED = 40;
    /// Other characters, so many that they are a sentence.
    private static final int SENTENCE = 20;

    private Labels() {}

    /// A heading of a page.
    public static Label title(String text) {
        return styled(text, "page-title");
    }

    /// Running text, wrapped.
    public static Label text(String text) {
        return styled(text, "page-text");
    }

    /// Text of the second rank.
    public static Label quiet(String text) {
        return styled(text, "quiet-text");
    }

    /// Text with a style class, wrapped, never cut.
    public static Label styled(String text, String style) {
        Label label = new Label(joined(text));
        label.getStyleClass().add(style);
        label.setWrapText(mayBreak(label.getText()));
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /// The text with no place for a line to end within words that run from right to left: there the toolkit
    /// fails, and draws nothing more of the window. Many of them are cut where they stand in a sentence,
    /// which is to be read to its end.
    private static String joined(String text) {
        return RIGHT_TO_LEFT.matcher(text).replaceAll(words -> {
            String all = words.group();
            boolean inSentence = text.length() - all.length() > SENTENCE;
            String shown = all.length() > JOINED && inSentence ? all.substring(0, JOINED - 2) + "… " : all;
            return Matcher.quoteReplacement(shown.length() > JOINED ? shown : shown.replace(' ', '\u00A0'));
        });
    }

    /// Many such words without a sentence stand in one line, as far as there is room.
    private static boolean mayBreak(String joined) {
        return RIGHT_TO_LEFT
                .matcher(joined)
                .results()
                .noneMatch(words -> words.group().length() > JOINED);
    }

    /// A field with its name above it.
    public static VBox named(String name, TextInputControl field) {
        Label label = styled(name, "field-name");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("field-box");
        return box;
    }
}
