package org.waxwing.ui.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line icons, all from one set. An icon never says anything alone: its control has the words.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather icon) {
        FontIcon made = new FontIcon(icon);
        made.setFocusTraversable(false);
        made.setMouseTransparent(true);
        return made;
    }
}
