package org.waxwing.crypto.mime;

/// How much structure one message may have. What a person writes stays far below.
///
/// @param depth parts within parts; deeper nesting exhausts stacks elsewhere
/// @param parts in the whole message
/// @param headerBytes in one header section
/// @param headerFields in one header section
record MimeLimits(int depth, int parts, int headerBytes, int headerFields) {
    static final MimeLimits STANDARD = new MimeLimits(64, 10_000, 2 << 20, 10_000);
}
