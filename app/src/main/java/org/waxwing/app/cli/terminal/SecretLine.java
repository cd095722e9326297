package org.waxwing.app.cli.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The first line of some bytes as characters, without making text of it.
public final class SecretLine {
    private SecretLine() {}

    /// Up to the first LF, without it and without a CR before it; nothing where the bytes are not UTF-8.
    ///
    /// @param length how many of the bytes count
    public static Optional<char[]> first(byte[] bytes, int length) {
        int end = 0;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        if (end > 0 && bytes[end - 1] == '\r') {
            end--;
        }
        return whole(bytes, end);
    }

    /// All of the bytes that count; nothing where they are not UTF-8.
    public static Optional<char[]> whole(byte[] bytes, int length) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            char[] line = new char[decoded.remaining()];
            decoded.get(line);
            Arrays.fill(decoded.array(), '\0');
            return Optional.of(line);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
