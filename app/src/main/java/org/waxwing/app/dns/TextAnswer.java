package org.waxwing.app.dns;

import java.util.List;

/// What the DNS has as TXT under a name.
sealed interface TextAnswer {
    /// @param texts one for each record; empty where the name or its records don't exist
    record Got(List<String> texts) implements TextAnswer {
        public Got {
            texts = List.copyOf(texts);
        }

        /// How much text came.
        long octets() {
            return texts.stream().mapToLong(String::length).sum();
        }
    }

    record Failed(Why why) implements TextAnswer {}

    /// Why nothing came.
    enum Why {
        UNREACHABLE,
        /// The server can't or won't say.
        REFUSED,
        TOO_SLOW,
        TOO_LARGE
    }
}
