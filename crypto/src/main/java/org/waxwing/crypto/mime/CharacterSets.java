package org.waxwing.crypto.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/// Turns bytes into text by the name of a character set. Always gives some text.
final class CharacterSets {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CharacterSets() {}

    /// The text in the named set. Without a usable name, or where ASCII is claimed of other bytes: UTF-8 if
    /// the bytes are that, else Windows-1252.
    static String decode(Octets bytes, Optional<String> name) {
        Optional<Charset> declared = name.flatMap(CharacterSets::named);
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.US_ASCII)) {
            return new String(bytes.toByteArray(), declared.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes.toByteArray(), WINDOWS_1252);
        }
    }

    private static Optional<Charset> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("iso-8859-1") || plain.equals("latin1")) {
            // Its senders mean Windows-1252, whose quotes and dashes are controls in ISO 8859-1.
            return Optional.of(WINDOWS_1252);
        }
        try {
            return Optional.of(Charset.forName(plain));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
