package org.waxwing.ui.reading;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.waxwing.ui.text.Words;

/// The body of a letter: plain text that can be selected, at most 72 figures wide, with a gutter for each
/// level of quoting. Nothing in it is a link and nothing is fetched.
final class LetterText extends VBox {
    /// 72 figures of the base font.
    private static final double MEASURE = 640;

    LetterText(String body) {
        getStyleClass().add("letter-text");
        setMaxWidth(MEASURE);
        Words words = Words.in(LetterText.class);
        for (QuotedText.Run run : QuotedText.runs(body)) {
            getChildren().add(new Block(run, words));
        }
    }

    /// One run of text, exactly as high as its lines.
    private static final class Block extends TextArea {
        private static final double LINE_GAP = 6;
        private static final double GUTTER = 16;

        private final Text ruler = new Text();

        Block(QuotedText.Run run, Words words) {
            super(run.text());
            setEditable(false);
            setWrapText(true);
            setAccessibleText(
                    run.level() == 0
                            ? words.of("body.spoken", run.text())
                            : words.of("body.quoteSpoken", run.level(), run.text()));
            getStyleClass().add("letter-block");
            if (run.level() > 0) {
                getStyleClass().addAll("quoted", "quoted-" + Math.min(run.level(), 3));
                VBox.setMargin(this, new Insets(0, 0, 0, (run.level() - 1) * GUTTER));
            }
            ruler.setText(run.text());
            ruler.setLineSpacing(LINE_GAP);
            addEventFilter(ScrollEvent.SCROLL, this::passOn);
        }

        @Override
        protected double computePrefHeight(double width) {
            ruler.setFont(getFont());
            double edge = snappedLeftInset() + snappedRightInset();
            double inner = (width > 0 ? width : getWidth() > 0 ? getWidth() : MEASURE) - edge - 2;
            ruler.setWrappingWidth(Math.max(80, inner));
            return Math.ceil(ruler.getLayoutBounds().getHeight()) + LINE_GAP + snappedTopInset() + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        private void passOn(ScrollEvent event) {
            if (getParent() != null) {
                event.consume();
                getParent().fireEvent(event.copyFor(getParent(), getParent()));
            }
        }
    }
}
