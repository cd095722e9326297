package org.waxwing.crypto.mime;

/// A file that came with a letter, or goes with one.
///
/// @param name safe to use as a file name in one folder: no path, no control or direction characters,
///   never empty
/// @param mediaType as declared, lower case, such as "application/pdf"; a claim, not a fact
/// @param content decoded bytes
public record AttachedFile(String name, String mediaType, Octets content) {
    @Override
    public String toString() {
        return "AttachedFile[" + content.length() + " bytes]";
    }
}
