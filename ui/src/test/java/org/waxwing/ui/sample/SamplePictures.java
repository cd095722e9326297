package org.waxwing.ui.sample;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waxwing.app.read.LoadPictures;
import org.waxwing.app.read.LoadedPictures;
import org.waxwing.app.read.LoadedPictures.Missing;
import org.waxwing.app.trust.Inquiry.Outcome;
import org.waxwing.crypto.RemotePictures;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.RemotePicture;

/// A web on which every host has the same picture but `slow.example` and `odd.example`. Notes who was
/// asked.
public final class SamplePictures implements LoadPictures {
    private final List<String> asked = new ArrayList<>();

    @Override
    public LoadedPictures load(RemotePictures pictures) {
        Map<RemotePicture, Octets> came = new HashMap<>();
        List<Missing> missing = new ArrayList<>();
        for (RemotePicture picture : pictures.wanted()) {
            asked.add(picture.address());
            switch (picture.host()) {
                case "slow.example" -> missing.add(new Missing(picture.host(), Outcome.TOO_SLOW));
                case "odd.example" -> missing.add(new Missing(picture.host(), Outcome.OF_NO_USE));
                default -> came.put(picture, Octets.of(Base64.getMimeDecoder().decode(SamplePicture.base64())));
            }
        }
        return new LoadedPictures(came, missing);
    }

    /// Every address that was asked, in order.
    public List<String> asked() {
        return List.copyOf(asked);
    }
}
