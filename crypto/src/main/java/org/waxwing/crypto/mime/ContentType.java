package org.waxwing.crypto.mime;

import java.util.Locale;
import java.util.Optional;

/// A media type with its parameters (RFC 2045 §5).
///
/// @param type lower case, such as "text"
/// @param subtype lower case, such as "plain"
public record ContentType(String type, String subtype, Parameters parameters) {
    public static final ContentType TEXT_PLAIN = of("text", "plain");

    public static ContentType of(String type, String subtype) {
        return new ContentType(type, subtype, Parameters.NONE);
    }

    /// The media type in a field's value, or nothing where there is none.
    public static Optional<ContentType> parse(String value) {
        int semicolon = value.indexOf(';');
        String media = Parameters.withoutComments(semicolon < 0 ? value : value.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        int slash = media.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String type = media.substring(0, slash).strip();
        String subtype = media.substring(slash + 1).strip();
        if (!Parameters.isToken(type) || !Parameters.isToken(subtype)) {
            return Optional.empty();
        }
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(value.substring(semicolon));
        return Optional.of(new ContentType(type, subtype, parameters));
    }

    public boolean is(String otherType, String otherSubtype) {
        return type.equals(otherType) && subtype.equals(otherSubtype);
    }

    public boolean isMultipart() {
        return type.equals("multipart");
    }

    public boolean isText() {
        return type.equals("text");
    }

    /// Such as "text/plain", without parameters.
    public String media() {
        return type + "/" + subtype;
    }

    public Optional<String> parameter(String name) {
        return parameters.get(name);
    }

    /// Whether the parameter has this value, without regard to case.
    public boolean has(String name, String value) {
        return parameter(name).filter(value::equalsIgnoreCase).isPresent();
    }

    public ContentType with(String name, String value) {
        return new ContentType(type, subtype, parameters.with(name, value));
    }

    public ContentType without(String name) {
        return new ContentType(type, subtype, parameters.without(name));
    }

    /// The field's value, folded, ASCII only.
    String format() {
        return media() + parameters.format();
    }
}
