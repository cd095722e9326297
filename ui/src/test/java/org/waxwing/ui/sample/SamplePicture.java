package org.waxwing.ui.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A small picture of our own.
final class SamplePicture {
    private SamplePicture() {}

    /// A PNG, in lines.
    static String base64() {
        BufferedImage image = new BufferedImage(360, 90, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, new Color(0xE9D8C4), 360, 90, new Color(0xA6352B)));
        brush.fillRect(0, 0, 360, 90);
        brush.setColor(new Color(0xFBFAF7));
        for (int x = 0; x < 360; x++) {
            brush.fillOval(x, (int) (45 + 25 * Math.sin(x / 24.0)), 4, 4);
        }
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        return Base64.getMimeEncoder().encodeToString(out.toByteArray());
    }
}
