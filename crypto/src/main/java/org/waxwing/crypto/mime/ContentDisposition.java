package org.waxwing.crypto.mime;

import java.util.Locale;
import java.util.Optional;

/// The Content-Disposition of a part (RFC 2183).
///
/// @param kind lower case, such as "attachment" or "inline"
public record ContentDisposition(String kind, Parameters parameters) {
    static ContentDisposition parse(String value) {
        int semicolon = value.indexOf(';');
        String kind = semicolon < 0 ? value : value.substring(0, semicolon);
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(value.substring(semicolon));
        return new ContentDisposition(kind.strip().toLowerCase(Locale.ROOT), parameters);
    }

    public boolean isAttachment() {
        return kind.equals("attachment");
    }

    /// The name the sender gave the file, unsafe as it is.
    public Optional<String> fileName() {
        return parameters.get("filename");
    }
}
