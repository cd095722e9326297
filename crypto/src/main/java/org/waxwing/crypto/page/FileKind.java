package org.waxwing.crypto.page;

/// What a file is, as far as its first bytes and its name tell.
public enum FileKind {
    PICTURE,
    SOUND_OR_FILM,
    PDF,
    /// Of a word processor, a table calculation or a presentation.
    OFFICE,
    /// A page for a browser; it may load and run things.
    WEB_PAGE,
    TEXT,
    LETTER,
    /// Keys, certificates and signatures.
    KEYS,
    ARCHIVE,
    /// It does something when it is opened: a program, a script, an installer, a shortcut.
    PROGRAM,
    UNKNOWN
}
