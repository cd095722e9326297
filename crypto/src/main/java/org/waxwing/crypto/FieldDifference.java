package org.waxwing.crypto;

/// One thing that somebody on the way did to the header fields outside, as the protected part tells it
/// (RFC 9788 §4.9).
///
/// @param field the name, such as `Cc`
/// @param written what the sender had put outside; empty where it was added
/// @param found what stands there now; empty where it was removed
public record FieldDifference(String field, Change change, String written, String found) {
    @Override
    public String toString() {
        return "FieldDifference[" + change + "]";
    }

    /// What was done. In a field of addresses it is told of each address.
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }
}
