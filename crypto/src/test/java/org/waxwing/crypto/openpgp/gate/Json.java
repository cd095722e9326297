package org.waxwing.crypto.openpgp.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON text as a tree, as far as the corpora need it: objects, arrays and scalars as text.
public sealed interface Json {
    record Fields(Map<String, Json> all) implements Json {}

    record Items(List<Json> all) implements Json {}

    /// @param text empty for `null`
    record Scalar(String text) implements Json {}

    static Json parse(Octets text) {
        try (JsonParser parser =
                JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text.toByteArray())) {
            return value(parser, parser.nextToken());
        }
    }

    private static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    fields.put(name, value(parser, parser.nextToken()));
                }
                yield new Fields(fields);
            }
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield new Items(items);
            }
            case VALUE_NULL -> new Scalar("");
            default -> new Scalar(Optional.ofNullable(parser.getString()).orElse(""));
        };
    }

    /// The items of an array; none for anything else.
    default List<Json> items() {
        return this instanceof Items(List<Json> all) ? all : List.of();
    }

    /// A field of an object; an empty scalar where there is none.
    default Json at(String name) {
        return this instanceof Fields(Map<String, Json> all) ? all.getOrDefault(name, new Scalar("")) : new Scalar("");
    }

    default List<String> names() {
        return this instanceof Fields(Map<String, Json> all) ? List.copyOf(all.keySet()) : List.of();
    }

    default String text() {
        return this instanceof Scalar(String text) ? text : "";
    }
}
