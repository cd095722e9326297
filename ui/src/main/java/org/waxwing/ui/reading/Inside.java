package org.waxwing.ui.reading;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.RemotePictures;
import org.waxwing.crypto.page.RemotePicture;

/// What was found in a letter beside its text.
///
/// @param letters the letters inside, each with a verdict of its own that nobody knows yet
/// @param listed what is proven of the text above a mailing list's footer
/// @param pictures what its HTML wants from other computers; only a clear letter has any
/// @param sealedAround it stands inside a letter that was sealed
/// @param encryptedAround it stands inside a letter that was sealed, or encrypted by a cipher that anybody
///   can break
public record Inside(
        List<EnclosedLetter> letters,
        Optional<ListedLetter> listed,
        Optional<WantedPictures> pictures,
        boolean sealedAround,
        boolean encryptedAround) {
    /// A letter of its own, with nothing beside its text.
    public static final Inside NOTHING = new Inside(List.of(), Optional.empty(), Optional.empty(), false, false);

    public Inside {
        letters = List.copyOf(letters);
    }

    static Inside of(Opening.Opened opened, boolean sealedAround, boolean encryptedAround) {
        return new Inside(
                opened.payload().enclosed(),
                opened.payload().coveredPart().map(ListedLetter::of),
                opened.payload().remotePictures().map(WantedPictures::of).filter(wanted -> !wanted.isEmpty()),
                sealedAround,
                encryptedAround);
    }

    /// The pictures and the servers that have them.
    ///
    /// @param source what to hand over in order to load them
    /// @param hosts each once, as they may be shown, in the order of the letter
    public record WantedPictures(RemotePictures source, List<String> hosts) {
        public WantedPictures {
            hosts = List.copyOf(hosts);
        }

        /// Reads the letter once more; takes a while for a long one.
        public static WantedPictures of(RemotePictures source) {
            return new WantedPictures(
                    source,
                    source.wanted().stream().map(RemotePicture::host).distinct().toList());
        }

        boolean isEmpty() {
            return hosts.isEmpty();
        }
    }

    @Override
    public String toString() {
        return "Inside[redacted]";
    }
}
