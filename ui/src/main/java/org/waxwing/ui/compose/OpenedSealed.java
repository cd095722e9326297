package org.waxwing.ui.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The texts of the sealed letters that were read lately in this window, so that what is pasted out of
/// them is known. In memory only.
public final class OpenedSealed {
    private static final int MOST = 16;

    private final Deque<String> texts = new ArrayDeque<>();

    /// The text of a sealed letter is on the screen.
    public void shown(String text) {
        texts.remove(text);
        texts.addFirst(text);
        if (texts.size() > MOST) {
            texts.removeLast();
        }
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    public String toString() {
        return "OpenedSealed[" + texts.size() + "]";
    }
}
