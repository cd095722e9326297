package org.waxwing.ui.shield;

import javafx.scene.Node;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;

/// Shapes for places that have their words beside them.
public final class Marks {
    private Marks() {}

    /// For rows of unprotected letters from people who usually seal.
    public static Node postcard() {
        return Mark.POSTCARD.draw();
    }

    /// For a bar that says who the letter claims to be from.
    public static Node warning() {
        return Mark.TRIANGLE.draw();
    }

    /// The seal of the program: on the first page, on Send.
    public static Node seal() {
        return Mark.SEAL_FILLED.draw();
    }

    /// How ready someone is for a sealed letter.
    public static Node readiness(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready ready -> standing(ready.standing());
            case Readiness.NoCard _ -> Mark.POSTCARD.draw();
            case Readiness.CardUnusable _, Readiness.OtherTechnology _ -> Mark.SEAL_CRACKED.draw();
        };
    }

    /// How well a card is known.
    public static Node standing(Standing standing) {
        return switch (standing) {
            case CHECKED, OWN -> Mark.SEAL_FILLED.draw();
            case ACCEPTED -> Mark.SEAL_OUTLINE.draw();
            case FOUND -> Mark.SEAL_DASHED.draw();
            case REJECTED -> Mark.SEAL_CRACKED.draw();
        };
    }
}
