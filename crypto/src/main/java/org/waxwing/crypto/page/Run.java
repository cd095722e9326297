package org.waxwing.crypto.page;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// What stands in a line.
public sealed interface Run {
    /// @param text never empty; `\n` begins a new line
    record Words(String text, TextStyle style, Optional<Link> link) implements Run {
        static Words plain(String text) {
            return new Words(text, TextStyle.NONE, Optional.empty());
        }
    }

    /// A picture that came with the letter and is what it says.
    ///
    /// @param words what its writer says it shows; may be empty
    /// @param width in pixels
    /// @param height in pixels
    /// @param shownWidth how wide its writer wants it, in pixels
    record Picture(String words, int width, int height, int shownWidth, Octets content) implements Run {
        @Override
        public String toString() {
            return "Picture[" + width + "x" + height + "]";
        }
    }

    /// A picture that isn't shown.
    ///
    /// @param words what its writer says it shows; never empty
    record MissingPicture(String words) implements Run {}
}
