package org.waxwing.app.journey;

import java.util.List;
import java.util.Optional;

/// What the reader's own provider found out about the sender when the letter came in: SPF, DKIM, DMARC, ARC
/// (RFC 8601). It is the provider's word about servers, and proves nothing about the text.
///
/// @param by the name under which the provider says so; nothing where it says nothing
/// @param results in the order of the letter
/// @param ignored how many such fields the letter carries that are not of this provider, or stand where its
///   sender could have written them
public record Authentication(Optional<String> by, List<Result> results, int ignored) {
    public Authentication {
        results = List.copyOf(results);
    }

    public static Authentication none() {
        return new Authentication(Optional.empty(), List.of(), 0);
    }

    /// @param method such as `dkim`, lower case
    /// @param result such as `pass`, lower case
    /// @param properties what was looked at
    public record Result(String method, String result, List<Property> properties) {
        public Result {
            properties = List.copyOf(properties);
        }

        @Override
        public String toString() {
            return "Result[" + method + "]";
        }
    }

    /// @param name such as `header.d`
    public record Property(String name, String value) {
        @Override
        public String toString() {
            return "Property[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Authentication[" + results.size() + " results]";
    }
}
