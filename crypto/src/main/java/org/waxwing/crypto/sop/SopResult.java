package org.waxwing.crypto.sop;

import java.util.function.Function;

/// What came of a Stateless OpenPGP operation.
public sealed interface SopResult<T> {
    record Done<T>(T value) implements SopResult<T> {}

    record Failed<T>(SopFailure failure) implements SopResult<T> {}

    /// The next step on a value; a failure stays one.
    default <U> SopResult<U> then(Function<T, SopResult<U>> step) {
        return switch (this) {
            case Done<T>(T value) -> step.apply(value);
            case Failed<T>(SopFailure failure) -> new Failed<>(failure);
        };
    }
}
