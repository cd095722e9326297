package org.waxwing.crypto.page;

import org.waxwing.crypto.mime.AttachedFile;

/// A file of the letter that its HTML may show (RFC 2392).
///
/// @param id the Content-ID without its brackets
/// @param file the same as among the attachments
public record InlinePart(String id, AttachedFile file) {
    @Override
    public String toString() {
        return "InlinePart[redacted]";
    }
}
