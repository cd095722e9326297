package org.waxwing.crypto.mime;

import org.waxwing.crypto.Letter;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.page.ContentReader;

/// Any bytes can be read as a message: cut without losing one, shown, and written again as a letter that
/// holds no bare line end.
public final class MimeFuzz {
    private MimeFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Octets message = Octets.of(input);
        switch (MimeParser.parse(message)) {
            case MimeParsing.BeyondLimits _ -> {}
            case MimeParsing.Parsed parsed -> {
                if (!parsed.root().raw().equals(message)) {
                    throw new AssertionError("octets are lost");
                }
                cut(parsed.root());
                read(parsed.root());
            }
        }
        var _ = Opener.outerFields(message);
        Letter.parse(message).ifPresent(letter -> {
            String rest = letter.bytes().latin1().replace("\r\n", "");
            if (rest.indexOf('\r') >= 0 || rest.indexOf('\n') >= 0) {
                throw new AssertionError("a bare line end");
            }
        });
    }

    private static void cut(MimePart part) {
        int head = part.raw().length() - part.body().length();
        if (!part.raw().slice(head, part.raw().length()).equals(part.body())) {
            throw new AssertionError("the body isn't the end of its part");
        }
        switch (part) {
            case MimePart.Leaf _ -> {}
            case MimePart.EmbeddedMessage embedded -> cut(embedded.message());
            case MimePart.Multipart multipart -> multipart.parts().forEach(MimeFuzz::cut);
        }
    }

    private static void read(MimePart root) {
        if (CryptographicStructure.of(root).errantLayers() < 0) {
            throw new AssertionError("fewer layers than none");
        }
        for (boolean insidePayload : new boolean[] {false, true}) {
            for (AttachedFile file : ContentReader.read(root, insidePayload).attachments()) {
                HeaderFuzz.safe(file.name());
            }
        }
    }
}
