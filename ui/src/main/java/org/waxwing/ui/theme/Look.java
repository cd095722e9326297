package org.waxwing.ui.theme;

/// Which of the two palettes is on.
public enum Look {
    LIGHT,
    DARK;

    /// The other one.
    public Look other() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> LIGHT;
        };
    }
}
