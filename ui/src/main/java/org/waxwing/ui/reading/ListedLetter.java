package org.waxwing.ui.reading;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.CoveredPart;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.crypto.page.Page;
import org.waxwing.ui.shield.Signers;

/// A signed letter to which a mailing list added a footer (RFC 9787 §6.2.1.1): the text of the letter is
/// exactly what was signed, and the footer is nobody's.
///
/// @param signer who signed the text, where that is proven
/// @param another the signer's address, where that isn't the one in the From that is shown
/// @param footer what the list wrote
public record ListedLetter(Optional<String> signer, Optional<String> another, Page footer) {
    static ListedLetter of(CoveredPart part) {
        Optional<String> signer = switch (part.authenticity()) {
            case Authenticity.Verified verified -> Optional.of(Signers.name(verified.signer()));
            case Authenticity.Unsigned _, Authenticity.Unverified _ -> Optional.empty();
        };
        return new ListedLetter(
                signer,
                part.another().map(AddrSpec::text),
                LetterContent.plain(part.footer(), List.of()).page());
    }

    @Override
    public String toString() {
        return "ListedLetter[redacted]";
    }
}
