package org.waxwing.crypto.page;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// How large a picture says it is, read from its first bytes before anything decodes it. PNG, JPEG, GIF
/// and BMP; nothing for any other content, whatever it is called.
///
/// @param frames of an animation, else 1
record PictureSize(int width, int height, int frames) {
    private static final int LONGEST_SIDE = 20_000;

    static Optional<PictureSize> of(Octets content) {
        if (content.length() > PageLimits.PICTURE_BYTES || content.length() < 26) {
            return Optional.empty();
        }
        Optional<PictureSize> said = switch (big(content, 0)) {
            case 0x8950 -> png(content);
            case 0xFFD8 -> jpeg(content);
            case 0x4749 -> gif(content);
            case 0x424D ->
                Optional.of(new PictureSize(
                        little(content, 18) | (little(content, 20) << 16),
                        little(content, 22) | (little(content, 24) << 16),
                        1));
            default -> Optional.empty();
        };
        return said.filter(PictureSize::isBearable);
    }

    long pixels() {
        return (long) width * height * frames;
    }

    private boolean isBearable() {
        return width > 0
                && height > 0
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && pixels() <= PageLimits.PIXELS;
    }

    private static Optional<PictureSize> png(Octets content) {
        boolean header =
                content.at(12) == 'I' && content.at(13) == 'H' && content.at(14) == 'D' && content.at(15) == 'R';
        return header
                ? Optional.of(new PictureSize(
                        (big(content, 16) << 16) | big(content, 18), (big(content, 20) << 16) | big(content, 22), 1))
                : Optional.empty();
    }

    /// Steps from marker to marker up to the start of a frame. A picture that comes in passes is gone over in
    /// full for each of them (ITU-T T.81 §G.1.2), and one pass may take thirty octets.
    private static Optional<PictureSize> jpeg(Octets content) {
        return passes(content) > PageLimits.PASSES ? Optional.empty() : frame(content);
    }

    /// The marker that begins a pass stands in no coded data (ITU-T T.81 §B.1.1.5). Small pictures within
    /// this one count as well.
    private static int passes(Octets content) {
        int passes = 0;
        for (int at = content.indexOf(0xFF, 0); at >= 0; at = content.indexOf(0xFF, at + 1)) {
            if (at + 1 < content.length() && content.at(at + 1) == 0xDA) {
                passes++;
            }
        }
        return passes;
    }

    /// Nothing where a marker comes that decoders step over in other ways, for the size would be another one
    /// for them.
    private static Optional<PictureSize> frame(Octets content) {
        int at = 2;
        while (at + 9 < content.length() && content.at(at) == 0xFF) {
            int marker = content.at(at + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return Optional.of(new PictureSize(big(content, at + 7), big(content, at + 5), 1));
            }
            boolean table = marker == 0xC4 || marker == 0xCC || marker == 0xDB || marker == 0xDD;
            if (!table && (marker < 0xE0 || marker > 0xEF) && marker < 0xFE) {
                return Optional.empty();
            }
            at += marker == 0xFF ? 1 : 2 + Math.max(2, big(content, at + 2));
        }
        return Optional.empty();
    }

    /// Counts the frames, for each is decoded in full size. Nothing where an extension of an application has
    /// no name: some decoders read on where it ends, and find other frames.
    private static Optional<PictureSize> gif(Octets content) {
        int at = 13 + table(content.at(10));
        int frames = 0;
        while (at + 10 < content.length() && content.at(at) != 0x3B) {
            if (content.at(at) == 0x2C) {
                frames++;
                at = blocksEnd(content, at + 10 + table(content.at(at + 9)) + 1);
            } else if (content.at(at) == 0x21) {
                if (content.at(at + 1) == 0xFF && content.at(at + 2) == 0) {
                    return Optional.empty();
                }
                at = blocksEnd(content, at + 2);
            } else {
                break;
            }
        }
        return Optional.of(new PictureSize(little(content, 6), little(content, 8), Math.max(1, frames)));
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int blocksEnd(Octets content, int start) {
        int at = start;
        while (at < content.length() && content.at(at) != 0) {
            at += content.at(at) + 1;
        }
        return at + 1;
    }

    private static int big(Octets content, int at) {
        return (content.at(at) << 8) | content.at(at + 1);
    }

    private static int little(Octets content, int at) {
        return content.at(at) | (content.at(at + 1) << 8);
    }
}
