package org.waxwing.ui.control;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A field for a passphrase. The characters live in an array of its own, the text of the control holds
/// dots only; there is no copy, no cut and no undo. Pasting works, for password managers.
public final class PassphraseField extends TextField {
    private static final int LONGEST = 1024;
    private static final String DOT = "●";

    private char[] characters = new char[0];

    /// @param label what a screen reader calls it
    public PassphraseField(String label) {
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setAccessibleText(label);
        getStyleClass().add("passphrase-field");
        setContextMenu(new ContextMenu());
        addEventFilter(KeyEvent.KEY_PRESSED, PassphraseField::refuseUndo);
    }

    /// Hands over what was typed and forgets it. The receiver makes a passphrase of it, which wipes it.
    public char[] take() {
        char[] typed = characters.clone();
        wipe();
        return typed;
    }

    /// Whether nothing was typed.
    public boolean isEmpty() {
        return characters.length == 0;
    }

    /// Whether both hold the same characters.
    public boolean sameAs(PassphraseField other) {
        return Arrays.equals(characters, other.characters);
    }

    /// Forgets everything that was typed.
    public void wipe() {
        replaceText(0, getLength(), "");
    }

    @Override
    public void replaceText(int start, int end, String text) {
        char[] typed = printable(text);
        if (start < 0 || end < start || end > characters.length) {
            throw new IllegalArgumentException("outside of what was typed");
        }
        int length = characters.length - (end - start) + typed.length;
        if (length <= LONGEST) {
            char[] next = new char[length];
            System.arraycopy(characters, 0, next, 0, start);
            System.arraycopy(typed, 0, next, start, typed.length);
            System.arraycopy(characters, end, next, start + typed.length, characters.length - end);
            Arrays.fill(characters, '\0');
            characters = next;
            super.replaceText(start, end, DOT.repeat(typed.length));
        }
        Arrays.fill(typed, '\0');
    }

    @Override
    public void clear() {
        wipe();
    }

    /// Nothing to copy.
    @Override
    public void copy() {
        deselect();
    }

    /// Nothing to cut.
    @Override
    public void cut() {
        deselect();
    }

    private static char[] printable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(kept::appendCodePoint);
        return kept.toString().toCharArray();
    }

    private static void refuseUndo(KeyEvent event) {
        if (event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y)) {
            event.consume();
        }
    }
}
