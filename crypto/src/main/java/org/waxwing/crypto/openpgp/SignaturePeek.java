package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.mime.Octets;

/// What a signature packet says about itself, read without mathematics: enough to know whose it claims to
/// be and whether it is worth the cost of checking (RFC 9580 §5.2.3).
///
/// @param created as claimed, in seconds since 1970; 0 where it says nothing
/// @param issuerKeyIds as claimed; nobody has proven anything
/// @param issuerFingerprints as claimed, upper-case hexadecimal
/// @param strangeCritical whether a critical subpacket is one that we don't know, so that the signature
///   must not count (RFC 9580 §5.2.3.7)
/// @param local whether it is not meant to leave its maker's computer (RFC 9580 §5.2.3.19)
/// @param tail what follows the hashed area's end and decides how the digest begins
record SignaturePeek(
        int version,
        int type,
        int algorithm,
        int hash,
        long created,
        Set<Long> issuerKeyIds,
        Set<String> issuerFingerprints,
        boolean strangeCritical,
        boolean local,
        Tail tail) {
    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();
    private static final int MAX_SIGNATURE = 1 << 16;
    private static final Set<Integer> KNOWN_SUBPACKETS =
            Set.of(2, 3, 4, 5, 6, 7, 9, 11, 12, 16, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 39);

    /// @param hashedEnd how many octets of the body are covered by the signature
    /// @param digestPrefix the first 16 bits of the digest, as claimed
    /// @param salt of version 6; empty in version 4
    record Tail(int hashedEnd, int digestPrefix, Octets salt) {
        static final Tail NONE = new Tail(0, -1, Octets.empty());

        /// Reads what lies behind the unhashed area.
        static Optional<Tail> of(Octets body, int hashedEnd, int at) {
            if (body.length() - at < 2) {
                return Optional.empty();
            }
            int prefix = (int) number(body, at, 2);
            if (body.at(0) != 6) {
                return Optional.of(new Tail(hashedEnd, prefix, Octets.empty()));
            }
            int salt = at + 3;
            return salt > body.length() || salt + body.at(at + 2) > body.length()
                    ? Optional.empty()
                    : Optional.of(new Tail(hashedEnd, prefix, body.slice(salt, salt + body.at(at + 2))));
        }
    }

    SignaturePeek {
        issuerKeyIds = Set.copyOf(issuerKeyIds);
        issuerFingerprints = Set.copyOf(issuerFingerprints);
    }

    /// Nothing where the packet is no signature of version 3, 4 or 6 or doesn't follow its format.
    static Optional<SignaturePeek> of(RawPacket packet) {
        Octets body = packet.body();
        if (body.length() < 10 || body.length() > MAX_SIGNATURE) {
            return Optional.empty();
        }
        return switch (body.at(0)) {
            case 3 ->
                body.length() < 19
                        ? Optional.empty()
                        : Optional.of(new SignaturePeek(
                                3,
                                body.at(2),
                                body.at(15),
                                body.at(16),
                                number(body, 3, 4),
                                Set.of(number(body, 7, 8)),
                                Set.of(),
                                false,
                                false,
                                Tail.NONE));
            case 4 -> subpackets(body, 4, 2);
            case 6 -> subpackets(body, 6, 4);
            default -> Optional.empty();
        };
    }

    private static Optional<SignaturePeek> subpackets(Octets body, int version, int width) {
        Set<Long> ids = new HashSet<>();
        Set<String> fingerprints = new HashSet<>();
        boolean strange = false;
        boolean local = false;
        long created = 0;
        int at = 4;
        int hashedEnd = 0;
        for (boolean hashed : List.of(true, false)) {
            if (body.length() - at < width) {
                return Optional.empty();
            }
            long length = number(body, at, width);
            at += width;
            if (length > body.length() - at) {
                return Optional.empty();
            }
            Optional<List<Octets>> area = split(body.slice(at, at + (int) length));
            if (area.isEmpty()) {
                return Optional.empty();
            }
            for (Octets subpacket : area.get()) {
                int type = subpacket.at(0) & 0x7F;
                if (hashed && (subpacket.at(0) & 0x80) != 0) {
                    // No notation is known to us, so every critical one is strange.
                    strange |= type == 20 || !KNOWN_SUBPACKETS.contains(type);
                }
                if (hashed && type == 2 && subpacket.length() == 5) {
                    created = number(subpacket, 1, 4);
                } else if (hashed && type == 4 && subpacket.length() == 2) {
                    local = subpacket.at(1) == 0;
                } else if (type == 16 && subpacket.length() == 9) {
                    ids.add(number(subpacket, 1, 8));
                } else if (type == 33 && isOfVersion(subpacket, version)) {
                    fingerprints.add(hex(subpacket.slice(2, subpacket.length())));
                }
            }
            at += (int) length;
            hashedEnd = hashed ? at : hashedEnd;
        }
        Optional<Tail> tail = Tail.of(body, hashedEnd, at);
        if (tail.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SignaturePeek(
                version, body.at(1), body.at(2), body.at(3), created, ids, fingerprints, strange, local, tail.get()));
    }

    /// A key of another version can't have made the signature, so its name is passed over
    /// (RFC 9580 §5.2.3.35).
    private static boolean isOfVersion(Octets issuer, int version) {
        return issuer.length() == (version == 6 ? 34 : 22) && issuer.at(1) == version;
    }

    private static Optional<List<Octets>> split(Octets area) {
        List<Octets> subpackets = new ArrayList<>();
        int at = 0;
        while (at < area.length()) {
            int first = area.at(at++);
            long length = first;
            if (first >= 192 && first < 255) {
                if (at >= area.length()) {
                    return Optional.empty();
                }
                length = ((first - 192L) << 8) + area.at(at++) + 192;
            } else if (first == 255) {
                if (area.length() - at < 4) {
                    return Optional.empty();
                }
                length = number(area, at, 4);
                at += 4;
            }
            if (length < 1 || length > area.length() - at) {
                return Optional.empty();
            }
            subpackets.add(area.slice(at, at + (int) length));
            at += (int) length;
        }
        return Optional.of(subpackets);
    }

    /// Whether it may have been made by the key: true as well when it names nobody.
    boolean mayBeBy(String fingerprint, long keyId) {
        if (!issuerFingerprints.isEmpty()) {
            return issuerFingerprints.contains(fingerprint);
        }
        return issuerKeyIds.isEmpty() || issuerKeyIds.contains(keyId);
    }

    static long number(Octets bytes, int at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | bytes.at(at + i);
        }
        return value;
    }

    static String hex(Octets bytes) {
        return UPPER_CASE.formatHex(bytes.toByteArray());
    }
}
