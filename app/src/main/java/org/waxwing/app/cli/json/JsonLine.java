package org.waxwing.app.cli.json;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.waxwing.app.cli.terminal.SafeText;
import org.waxwing.app.cli.terminal.Terminal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// One JSON object on one line. Everything beyond ASCII is escaped, so the line is safe to show on any
/// terminal and no stranger's text can break it.
public final class JsonLine {
    private final JsonGenerator json;

    private JsonLine(JsonGenerator json) {
        this.json = json;
    }

    /// Prints the object that the filling makes.
    public static void print(Terminal terminal, Consumer<JsonLine> filling) throws IOException {
        StringWriter line = new StringWriter();
        JsonFactory factory =
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            filling.accept(new JsonLine(json));
            json.writeEndObject();
        }
        terminal.out().write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    }

    @CanIgnoreReturnValue
    public JsonLine text(String name, String value) {
        json.writeStringProperty(SafeText.wellFormed(name), SafeText.wellFormed(value));
        return this;
    }

    /// The text, or `null`.
    @CanIgnoreReturnValue
    public JsonLine text(String name, Optional<String> value) {
        if (value.isPresent()) {
            return text(name, value.get());
        }
        json.writeNullProperty(name);
        return this;
    }

    /// The instant as RFC 3339 writes it, in UTC, or `null`.
    @CanIgnoreReturnValue
    public JsonLine instant(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    @CanIgnoreReturnValue
    public JsonLine number(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    /// The number, or `null`.
    @CanIgnoreReturnValue
    public JsonLine number(String name, Optional<Long> value) {
        if (value.isPresent()) {
            return number(name, value.get());
        }
        json.writeNullProperty(name);
        return this;
    }

    @CanIgnoreReturnValue
    public JsonLine truth(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    @CanIgnoreReturnValue
    public JsonLine texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(SafeText.wellFormed(value)));
        json.writeEndArray();
        return this;
    }

    /// An object inside.
    @CanIgnoreReturnValue
    public JsonLine object(String name, Consumer<JsonLine> filling) {
        json.writeObjectPropertyStart(SafeText.wellFormed(name));
        filling.accept(this);
        json.writeEndObject();
        return this;
    }

    /// An array of objects, one for each element.
    @CanIgnoreReturnValue
    public <T> JsonLine objects(String name, List<T> elements, BiConsumer<JsonLine, T> filling) {
        json.writeArrayPropertyStart(name);
        for (T element : elements) {
            json.writeStartObject();
            filling.accept(this, element);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }
}
