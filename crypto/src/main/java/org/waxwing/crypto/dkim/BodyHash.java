package org.waxwing.crypto.dkim;

import java.security.MessageDigest;
import org.waxwing.crypto.mime.Octets;

/// The digest of a text in its canonical form (RFC 6376 §3.4.3, §3.4.4), made in one pass without a copy.
final class BodyHash {
    private final Canonicalization form;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[8192];
    private int filled;
    private long left;
    private long written;
    private long emptyLines;
    private boolean emptyLine = true;
    private boolean blank;

    private BodyHash(Canonicalization form, MessageDigest digest, long length) {
        this.form = form;
        this.digest = digest;
        this.left = length;
    }

    /// @param value of as many octets as were to be taken
    /// @param length of the whole canonical form
    record Hash(Octets value, long length) {}

    /// @param length how many octets of the canonical form to take
    static Hash of(Octets body, Canonicalization form, MessageDigest digest, long length) {
        return new BodyHash(form, digest, length).run(body);
    }

    private Hash run(Octets body) {
        for (int i = 0; i < body.length(); i++) {
            int c = body.at(i);
            boolean beforeLineEnd = c == '\r' && i + 1 < body.length() && body.at(i + 1) == '\n';
            if (c == '\n') {
                endLine();
            } else if (form == Canonicalization.RELAXED && (c == ' ' || c == '\t')) {
                blank = true;
            } else if (!beforeLineEnd) {
                put(c);
            }
        }
        if (!emptyLine) {
            endLine();
        }
        if (written == 0 && form == Canonicalization.SIMPLE) {
            lineEnd();
        }
        digest.update(buffer, 0, filled);
        return new Hash(Octets.of(digest.digest()), written);
    }

    private void put(int c) {
        for (; emptyLines > 0; emptyLines--) {
            lineEnd();
        }
        if (blank) {
            emit(' ');
            blank = false;
        }
        emit(c);
        emptyLine = false;
    }

    private void endLine() {
        blank = false;
        if (emptyLine) {
            emptyLines++;
        } else {
            lineEnd();
            emptyLine = true;
        }
    }

    private void lineEnd() {
        emit('\r');
        emit('\n');
    }

    private void emit(int c) {
        written++;
        if (left <= 0) {
            return;
        }
        left--;
        if (filled == buffer.length) {
            digest.update(buffer, 0, filled);
            filled = 0;
        }
        buffer[filled++] = (byte) c;
    }
}
