package org.waxwing.crypto.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// Tells files by the bytes that they begin with.
final class FileSigns {
    private static final int LOOKED_AT = 4096;

    /// Bytes, each one character, at a place.
    private record Sign(int at, String bytes, FileKind kind) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(0, "\u0089PNG\r\n\u001A\n", FileKind.PICTURE),
            new Sign(0, "\u00FF\u00D8\u00FF", FileKind.PICTURE),
            new Sign(0, "GIF8", FileKind.PICTURE),
            new Sign(8, "WEBP", FileKind.PICTURE),
            new Sign(0, "II*\0", FileKind.PICTURE),
            new Sign(0, "MM\0*", FileKind.PICTURE),
            new Sign(4, "ftypheic", FileKind.PICTURE),
            new Sign(4, "ftyp", FileKind.SOUND_OR_FILM),
            new Sign(0, "OggS", FileKind.SOUND_OR_FILM),
            new Sign(0, "ID3", FileKind.SOUND_OR_FILM),
            new Sign(8, "WAVE", FileKind.SOUND_OR_FILM),
            new Sign(0, "fLaC", FileKind.SOUND_OR_FILM),
            new Sign(0, "%PDF-", FileKind.PDF),
            new Sign(0, "{\\rtf", FileKind.OFFICE),
            new Sign(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", FileKind.OFFICE),
            new Sign(0, "MZ", FileKind.PROGRAM),
            new Sign(0, "\u007FELF", FileKind.PROGRAM),
            new Sign(0, "\u00FE\u00ED\u00FA", FileKind.PROGRAM),
            new Sign(0, "\u00CF\u00FA\u00ED\u00FE", FileKind.PROGRAM),
            new Sign(0, "\u00CA\u00FE\u00BA\u00BE", FileKind.PROGRAM),
            new Sign(0, "#!", FileKind.PROGRAM),
            new Sign(0, "L\0\0\0\u0001\u0014\u0002\0", FileKind.PROGRAM),
            new Sign(0, "[Desktop Entry]", FileKind.PROGRAM),
            new Sign(0, "[InternetShortcut]", FileKind.PROGRAM),
            new Sign(0, "!<arch>\ndebian", FileKind.PROGRAM),
            new Sign(0, "PK\u0003\u0004", FileKind.ARCHIVE),
            new Sign(0, "\u001F\u008B", FileKind.ARCHIVE),
            new Sign(0, "BZh", FileKind.ARCHIVE),
            new Sign(0, "\u00FD7zXZ", FileKind.ARCHIVE),
            new Sign(0, "7z\u00BC\u00AF", FileKind.ARCHIVE),
            new Sign(0, "Rar!", FileKind.ARCHIVE),
            new Sign(0, "MSCF", FileKind.ARCHIVE),
            new Sign(257, "ustar", FileKind.ARCHIVE),
            new Sign(0, "-----BEGIN ", FileKind.KEYS));

    private FileSigns() {}

    /// What the content is; nothing where its bytes don't tell.
    static Optional<FileKind> kind(Octets content) {
        String start = content.slice(0, Math.min(LOOKED_AT, content.length())).latin1();
        Optional<FileKind> signed = SIGNS.stream()
                .filter(sign -> start.startsWith(sign.bytes(), sign.at()))
                .map(Sign::kind)
                .findFirst();
        if (signed.filter(FileKind.ARCHIVE::equals).isPresent() && isOffice(start)) {
            return Optional.of(FileKind.OFFICE);
        }
        return signed.or(() -> ofText(start, content));
    }

    private static boolean isOffice(String start) {
        return start.contains("[Content_Types].xml") || start.contains("mimetypeapplication/vnd.oasis");
    }

    private static Optional<FileKind> ofText(String start, Octets content) {
        String first =
                start.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        boolean web = first.startsWith("<!doctype html")
                || first.startsWith("<html")
                || first.startsWith("<svg")
                || first.startsWith("<script")
                || (first.startsWith("<?xml") && first.contains("<svg"));
        if (web) {
            return Optional.of(FileKind.WEB_PAGE);
        }
        boolean controls = start.chars().anyMatch(c -> c < 0x20 && "\t\n\r\f\u001B".indexOf(c) < 0);
        return !start.isEmpty() && !controls && isUtf8(start, content.length() > LOOKED_AT)
                ? Optional.of(FileKind.TEXT)
                : Optional.empty();
    }

    /// @param cut the last character may be half there
    private static boolean isUtf8(String start, boolean cut) {
        String text = new String(start.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.chars().filter(c -> c == 0xFFFD).count() <= (cut ? 1 : 0);
    }
}
