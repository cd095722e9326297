package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A signature in the header of the part that it covers (draft-gallagher-email-unobtrusive-signatures): a
/// message of one part in a multipart/mixed, whose first header field is `Sig`.
///
/// @param cms whether it is a CMS signature; else it is OpenPGP
/// @param signature as it is, without its base64
public record UnobtrusiveSignature(boolean cms, Octets signature) {
    private static final String FIELD = "Sig";

    /// The layer that a message is that was signed so. Without header protection for all to read it is
    /// none: there such a signature would leave it open whose letter this is.
    static Optional<CryptographicLayer> layer(MimePart.Multipart root) {
        if (!root.type().is("multipart", "mixed") || root.parts().size() != 1) {
            return Optional.empty();
        }
        MimePart part = root.parts().getFirst();
        List<UnobtrusiveSignature> signatures = new ArrayList<>();
        int covered = 0;
        for (HeaderField field : part.header().fields()) {
            if (!field.is(FIELD)) {
                break;
            }
            covered += field.raw().length();
            parse(field.value()).ifPresent(signatures::add);
        }
        return signatures.isEmpty() || !part.type().has("hp", "clear")
                ? Optional.empty()
                : Optional.of(new CryptographicLayer.Unobtrusive(
                        part, part.raw().slice(covered, part.raw().length()), signatures));
    }

    /// `t=p; b=…`; nothing where it is no signature that is known.
    private static Optional<UnobtrusiveSignature> parse(String value) {
        String type = "";
        String code = "";
        for (String tag : value.split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                switch (tag.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                    case "t" -> type = tag.substring(equals + 1).strip();
                    case "b" -> code = tag.substring(equals + 1).replaceAll("\\s", "");
                    default -> {
                        // Other tags may come.
                    }
                }
            }
        }
        boolean cms = type.equals("c");
        if (code.isEmpty() || !(cms || type.equals("p"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new UnobtrusiveSignature(cms, Octets.of(Base64.getDecoder().decode(code))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
