package org.waxwing.crypto.dkim;

import java.util.List;

/// What the DNS said to a [DkimQuestion].
public sealed interface DkimAnswer {
    /// @param texts one for each TXT record, its strings joined without anything between (RFC 6376
    ///   §3.6.2.2); empty where the name or the record doesn't exist
    record Texts(List<String> texts) implements DkimAnswer {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /// Nobody answered, or not in a way that counts. Later it may be another.
    record Silent() implements DkimAnswer {}
}
