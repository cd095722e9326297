package org.waxwing.crypto.mime;

/// How much structure one message may have. What a person writes stays far below.
///
/// @param depth parts within parts; deeper nesting exhausts stacks elsewhere
/// @param parts in the whole message
/// @param headerBytes in one header section
/// @param headerFields in one header section
/// @param readings how often each octet may be read in the search for boundaries, on an average
/// @param unpacked how often the message's length the letters inside it may have without their transfer
///   encoding
record MimeLimits(int depth, int parts, int headerBytes, int headerFields, int readings, int unpacked) {
    static final MimeLimits STANDARD = new MimeLimits(64, 10_000, 2 << 20, 10_000, 16, 2);
    private static final long SMALL = 32 << 20;

    /// So many octets may be read in all.
    long mostRead(int length) {
        return Math.max(SMALL, (long) length * readings);
    }

    long mostUnpacked(int length) {
        return (long) length * unpacked;
    }
}
