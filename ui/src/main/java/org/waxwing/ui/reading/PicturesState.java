package org.waxwing.ui.reading;

import java.util.List;
import org.waxwing.app.read.LoadedPictures.Missing;
import org.waxwing.crypto.page.Page;

/// What became of the pictures on other computers that the letter in the pane wants.
public sealed interface PicturesState {
    /// Nobody was asked.
    record NotLoaded() implements PicturesState {}

    /// The person said so, and the servers are being asked.
    record Loading() implements PicturesState {}

    /// Shown this one time.
    ///
    /// @param page the formatted page with the pictures that came; an answer never quotes it
    /// @param missing those that did not come
    record Loaded(Page page, List<Missing> missing) implements PicturesState {
        public Loaded {
            missing = List.copyOf(missing);
        }

        @Override
        public String toString() {
            return "Loaded[missing " + missing.size() + "]";
        }
    }
}
