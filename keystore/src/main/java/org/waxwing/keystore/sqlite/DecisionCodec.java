package org.waxwing.keystore.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;

/// The bytes of one decision before they are sealed: acceptance (1), seconds since 1970 (8), then
/// fingerprint and evidence in UTF-8, parted by a line feed.
final class DecisionCodec {
    private static final int FIXED = 1 + 8;

    private DecisionCodec() {}

    static Octets encode(Decision decision) {
        byte[] text = (name(decision.certificate()) + "\n" + decision.evidence()).getBytes(StandardCharsets.UTF_8);
        return Octets.of(ByteBuffer.allocate(FIXED + text.length)
                .put(number(decision.acceptance()))
                .putLong(decision.at().getEpochSecond())
                .put(text)
                .array());
    }

    static Optional<Decision> decode(Octets clear) {
        if (clear.length() < FIXED) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(clear.toByteArray());
        Optional<Acceptance> acceptance = acceptance(in.get());
        long seconds = in.getLong();
        String text = clear.slice(FIXED, clear.length()).utf8();
        int end = text.indexOf('\n');
        if (acceptance.isEmpty() || end < 0) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochSecond(seconds);
            Fingerprint fingerprint = fingerprint(text.substring(0, end));
            return Optional.of(new Decision(fingerprint, acceptance.get(), at, text.substring(end + 1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String name(Fingerprint fingerprint) {
        return switch (fingerprint) {
            case Fingerprint.OpenPgpV4(String hex) -> "4:" + hex;
            case Fingerprint.OpenPgpV6(String hex) -> "6:" + hex;
            case Fingerprint.X509Sha256(String hex) -> "x:" + hex;
        };
    }

    private static Fingerprint fingerprint(String name) {
        String hex = name.substring(Math.min(2, name.length()));
        return switch (name.substring(0, Math.min(2, name.length()))) {
            case "4:" -> new Fingerprint.OpenPgpV4(hex);
            case "6:" -> new Fingerprint.OpenPgpV6(hex);
            case "x:" -> new Fingerprint.X509Sha256(hex);
            default -> throw new IllegalArgumentException("no fingerprint of a known kind");
        };
    }

    private static byte number(Acceptance acceptance) {
        return switch (acceptance) {
            case REJECTED -> 0;
            case UNDECIDED -> 1;
            case ACCEPTED -> 2;
            case VERIFIED -> 3;
        };
    }

    private static Optional<Acceptance> acceptance(byte number) {
        return switch (number) {
            case 0 -> Optional.of(Acceptance.REJECTED);
            case 1 -> Optional.of(Acceptance.UNDECIDED);
            case 2 -> Optional.of(Acceptance.ACCEPTED);
            case 3 -> Optional.of(Acceptance.VERIFIED);
            default -> Optional.empty();
        };
    }
}
