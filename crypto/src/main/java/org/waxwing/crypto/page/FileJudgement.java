package org.waxwing.crypto.page;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.mime.AttachedFile;

/// What an attached file really is, and why to be careful with it. What the sender declared counts for
/// nothing here.
///
/// @param kind by its content where that can be told, else by the ending of its name
public record FileJudgement(FileKind kind, Set<Caution> cautions) {
    private static final Map<FileKind, Set<String>> ENDINGS = Map.of(
            FileKind.PICTURE, Set.of("png", "jpg", "jpeg", "jpe", "gif", "bmp", "webp", "tif", "tiff", "heic", "ico"),
            FileKind.SOUND_OR_FILM, Set.of("mp3", "mp4", "m4a", "mov", "avi", "wav", "ogg", "flac", "mkv", "webm"),
            FileKind.PDF, Set.of("pdf"),
            FileKind.OFFICE,
                    Set.of(
                            "doc", "docx", "docm", "dot", "dotm", "xls", "xlsx", "xlsm", "xlsb", "ppt", "pptx", "pptm",
                            "odt", "ods", "odp", "odg", "rtf", "pages", "numbers"),
            FileKind.WEB_PAGE, Set.of("html", "htm", "xhtml", "svg", "mht", "mhtml", "shtml"),
            FileKind.TEXT,
                    Set.of("txt", "csv", "md", "ics", "vcf", "log", "json", "xml", "tex", "tsv", "diff", "patch"),
            FileKind.LETTER, Set.of("eml", "msg"),
            FileKind.KEYS,
                    Set.of("asc", "pgp", "gpg", "sig", "p7s", "p7m", "p7c", "p12", "pfx", "pem", "crt", "cer", "key"),
            FileKind.ARCHIVE,
                    Set.of("zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "zst", "iso", "img", "vhd", "cab"),
            FileKind.PROGRAM,
                    Set.of(
                            "exe",
                            "com",
                            "scr",
                            "pif",
                            "bat",
                            "cmd",
                            "msi",
                            "msp",
                            "dll",
                            "cpl",
                            "lnk",
                            "url",
                            "js",
                            "jse",
                            "vbs",
                            "vbe",
                            "wsf",
                            "wsh",
                            "hta",
                            "ps1",
                            "reg",
                            "jar",
                            "jnlp",
                            "sh",
                            "bash",
                            "py",
                            "pl",
                            "rb",
                            "app",
                            "dmg",
                            "pkg",
                            "deb",
                            "rpm",
                            "appimage",
                            "desktop",
                            "scf",
                            "chm",
                            "inf",
                            "xll",
                            "ade",
                            "command",
                            "workflow",
                            "apk",
                            "msix",
                            "appx",
                            "one",
                            "iqy",
                            "settingcontent-ms",
                            "library-ms",
                            "search-ms",
                            "webloc"));
    private static final Set<String> MACROS =
            Set.of("docm", "dotm", "xlsm", "xlsb", "pptm", "doc", "xls", "ppt", "xll");

    public FileJudgement {
        cautions = Set.copyOf(cautions);
    }

    /// Looks at the first bytes and at the name, and opens nothing.
    public static FileJudgement of(AttachedFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        String ending = ending(name);
        FileKind named = byEnding(ending);
        Optional<FileKind> seen = FileSigns.kind(file.content());
        FileKind kind = seen.filter(found -> !refines(named, found)).orElse(named);
        EnumSet<Caution> cautions = EnumSet.noneOf(Caution.class);
        if (kind == FileKind.PROGRAM || named == FileKind.PROGRAM) {
            cautions.add(Caution.DOES_SOMETHING);
        }
        if (kind != named && named != FileKind.UNKNOWN) {
            cautions.add(Caution.NOT_WHAT_ITS_NAME_SAYS);
        }
        if (named == FileKind.PROGRAM && name.indexOf('.') != name.lastIndexOf('.') && isHarmless(beforeEnding(name))) {
            cautions.add(Caution.TWO_ENDINGS);
        }
        if (kind == FileKind.WEB_PAGE || (kind == FileKind.OFFICE && MACROS.contains(ending))) {
            cautions.add(Caution.MAY_RUN_THINGS);
        }
        return new FileJudgement(kind, cautions);
    }

    /// Whether what the name says is only more exact than what the first bytes tell.
    private static boolean refines(FileKind named, FileKind seen) {
        return switch (seen) {
            case TEXT ->
                named == FileKind.LETTER
                        || named == FileKind.KEYS
                        || named == FileKind.WEB_PAGE
                        || named == FileKind.PROGRAM;
            case ARCHIVE -> named == FileKind.OFFICE || named == FileKind.PROGRAM;
            case OFFICE -> named == FileKind.LETTER || named == FileKind.PROGRAM;
            case PROGRAM, PICTURE, SOUND_OR_FILM, PDF, WEB_PAGE, LETTER, KEYS, UNKNOWN -> false;
        };
    }

    private static FileKind byEnding(String ending) {
        return ENDINGS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(ending))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FileKind.UNKNOWN);
    }

    private static boolean isHarmless(String name) {
        FileKind kind = byEnding(ending(name));
        return kind != FileKind.UNKNOWN && kind != FileKind.PROGRAM;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).strip();
    }

    private static String beforeEnding(String name) {
        return name.substring(0, name.lastIndexOf('.')).strip();
    }

    /// Why to be careful with a file.
    public enum Caution {
        /// Its content is of another kind than the ending of its name.
        NOT_WHAT_ITS_NAME_SAYS,
        /// Opening it would start something.
        DOES_SOMETHING,
        /// A harmless ending stands before the one that counts, such as `invoice.pdf.exe`.
        TWO_ENDINGS,
        /// The program that opens it may load or run what is in it.
        MAY_RUN_THINGS
    }
}
