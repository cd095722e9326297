package org.waxwing.app.read;

import java.util.List;
import java.util.Map;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.RemotePicture;

/// What came of loading pictures.
///
/// @param pictures what came, each of them a picture by its content
/// @param missing those that did not come
public record LoadedPictures(Map<RemotePicture, Octets> pictures, List<Missing> missing) {
    public LoadedPictures {
        pictures = Map.copyOf(pictures);
        missing = List.copyOf(missing);
    }

    /// A picture that is not there.
    ///
    /// @param host as it may be shown
    /// @param why never [Inquiry.Outcome#ANSWERED]
    public record Missing(String host, Inquiry.Outcome why) {}

    @Override
    public String toString() {
        return "LoadedPictures[" + pictures.size() + ", missing " + missing.size() + "]";
    }
}
