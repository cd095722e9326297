package org.waxwing.app.cli.letter;

import org.waxwing.crypto.EnclosedLetter;

/// Names the letters inside a letter.
final class LayerWords {
    private LayerWords() {}

    /// The word in JSON.
    static String code(EnclosedLetter.Kind kind) {
        return switch (kind) {
            case SIGNED_PART -> "signed-part";
            case SEALED_PART -> "sealed-part";
            case FORWARDED -> "forwarded";
            case INLINE_PGP -> "inline-pgp";
        };
    }

    /// @param code a word in JSON
    static String sentence(String code) {
        return switch (code) {
            case "signed-part" -> "This letter contains a part that is signed on its own.";
            case "sealed-part" -> "This letter contains another sealed part.";
            case "forwarded" -> "This letter contains a letter that was passed on.";
            default -> "The text contains sealed text.";
        };
    }

    static String covered(LetterReport.Covered covered) {
        if (covered.signer().isEmpty()) {
            return "A list added a footer, and no signature above it counts.";
        }
        String signer = covered.another()
                .map(address -> address + " (" + covered.signer().get() + "), who is not the one in From")
                .orElse("the one in From");
        return "Signed by " + signer + "; the list added a footer, which is attached and not signed.";
    }
}
