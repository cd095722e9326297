package org.waxwing.crypto.page;

/// Something that a reader of a page should know, because it isn't on the page or looks otherwise there.
///
/// @param count how often, at least 1
public record Notice(Kind kind, int count) {
    /// What there is to tell.
    public enum Kind {
        /// Words that a browser would not have shown; they are left out.
        HIDDEN_TEXT,
        /// Words in the colour of their ground; they are shown so that they can be read.
        FAINT_TEXT,
        /// Pictures on other computers; they are not loaded.
        REMOTE_PICTURES,
        /// Points on other computers that nobody would see, made to report who reads; they are never loaded.
        TRACKING_PIXELS,
        /// Pictures in the letter that are too large or not what they say; they are not shown.
        REFUSED_PICTURES,
        /// Scripts, forms and embedded things; they are left out.
        ACTIVE_CONTENT,
        /// Links whose words name another place than the one they lead to.
        LINK_GOES_ELSEWHERE,
        /// Characters that turn the direction of writing; they are shown as what they are.
        DIRECTION_MARKS,
        /// The letter is longer or deeper than what is shown; the rest is left out.
        CUT_SHORT
    }
}
