package org.waxwing.app.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// Writes the fields of a private value one after the other, each with its length; [FieldReader] reads
/// them in the same order.
final class FieldWriter {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(written);

    @CanIgnoreReturnValue
    FieldWriter number(long value) {
        try {
            out.writeLong(value);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @CanIgnoreReturnValue
    FieldWriter truth(boolean value) {
        return number(value ? 1 : 0);
    }

    @CanIgnoreReturnValue
    FieldWriter bytes(Octets value) {
        try {
            out.writeInt(value.length());
            value.writeTo(out);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @CanIgnoreReturnValue
    FieldWriter text(String value) {
        return bytes(Octets.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    @CanIgnoreReturnValue
    FieldWriter address(AddrSpec value) {
        return text(value.text());
    }

    @CanIgnoreReturnValue
    FieldWriter mailbox(Mailbox value) {
        return text(value.displayName()).address(value.address());
    }

    @CanIgnoreReturnValue
    <T> FieldWriter many(Collection<T> values, BiConsumer<FieldWriter, T> each) {
        number(values.size());
        values.forEach(value -> each.accept(this, value));
        return this;
    }

    @CanIgnoreReturnValue
    <T> FieldWriter maybe(Optional<T> value, BiConsumer<FieldWriter, T> writing) {
        return many(value.stream().toList(), writing);
    }

    Octets done() {
        return Octets.of(written.toByteArray());
    }
}
