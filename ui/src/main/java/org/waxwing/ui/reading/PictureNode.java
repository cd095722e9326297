package org.waxwing.ui.reading;

import java.io.ByteArrayInputStream;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.waxwing.crypto.page.Run;
import org.waxwing.ui.text.Words;

/// A picture of the letter, never wider than the text.
final class PictureNode {
    private PictureNode() {}

    /// Its size was looked at before; what still can't be decoded is its words.
    static Node of(Run.Picture picture) {
        Words words = Words.in(PictureNode.class);
        String said = picture.words().isEmpty() ? words.of("picture.unnamed") : picture.words();
        Image image = new Image(new ByteArrayInputStream(picture.content().toByteArray()));
        if (image.isError()) {
            Text text = new Text(words.of("picture.missing", said));
            text.getStyleClass().addAll("letter-words", "letter-place");
            return text;
        }
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(Math.min(picture.shownWidth(), PageView.MEASURE));
        view.setAccessibleText(words.of("picture.spoken", said));
        return view;
    }
}
