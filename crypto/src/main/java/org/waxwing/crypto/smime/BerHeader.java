package org.waxwing.crypto.smime;

/// The beginning of one BER element (X.690 §8.1).
///
/// @param identifier the first octet: class, constructed bit and a tag below 31
/// @param length of the contents in octets, or [#INDEFINITE]
record BerHeader(int identifier, long length) {
    static final long INDEFINITE = -1;
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int CONSTRUCTED_OCTETS = 0x24;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int CONSTRUCTED = 0x20;
    private static final int CONTEXT = 0x80;

    /// The identifier of a constructed, context-specific tag.
    static int context(int tag) {
        return CONTEXT | CONSTRUCTED | tag;
    }

    /// The identifier of a primitive, context-specific tag.
    static int primitive(int tag) {
        return CONTEXT | tag;
    }

    boolean constructed() {
        return (identifier & CONSTRUCTED) != 0;
    }

    boolean indefinite() {
        return length == INDEFINITE;
    }

    /// Whether it has this identifier, the constructed bit aside.
    boolean is(int wanted) {
        return (identifier | CONSTRUCTED) == (wanted | CONSTRUCTED);
    }
}
