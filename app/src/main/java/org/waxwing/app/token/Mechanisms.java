package org.waxwing.app.token;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// The mechanisms of PKCS #11 (v2.40 §2 of the mechanisms) that are used, and their parameters.
final class Mechanisms {
    static final long RSA_PKCS = 0x1;
    static final long RSA_RAW = 0x3;
    static final long RSA_OAEP = 0x9;
    static final long RSA_PSS = 0xD;
    static final long ECDSA = 0x1041;
    static final long ECDH = 0x1050;

    private static final long NO_DERIVATION = 1;
    private static final long LABEL_GIVEN = 1;
    private static final long SECRET_KEYS = 4;
    private static final long GENERIC_SECRET = 0x10;
    private static final long CLASS = 0x0;
    private static final long ON_TOKEN = 0x1;
    private static final long KEY_TYPE = 0x100;
    private static final long SENSITIVE = 0x103;
    private static final long EXTRACTABLE = 0x162;
    private static final long VALUE_LENGTH = 0x161;

    private Mechanisms() {}

    /// No token is asked about a hash of this name.
    static final class UnknownHash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnknownHash() {
            super("no such hash");
        }
    }

    static MemorySegment of(CkMemory memory, long mechanism, List<Object> parameters) {
        if (parameters.isEmpty()) {
            return memory.structure(List.of(mechanism, MemorySegment.NULL, 0L));
        }
        return memory.structure(List.of(mechanism, memory.structure(parameters), CkMemory.size(parameters)));
    }

    static List<Object> pss(String hash, String maskHash, int saltLength) {
        return List.of(hash(hash), mask(maskHash), (long) saltLength);
    }

    static List<Object> oaep(String hash, String maskHash, int labelLength, MemorySegment label) {
        return List.of(hash(hash), mask(maskHash), LABEL_GIVEN, label, (long) labelLength);
    }

    static List<Object> ecdh(int pointLength, MemorySegment point) {
        return List.of(NO_DERIVATION, 0L, MemorySegment.NULL, (long) pointLength, point);
    }

    /// A secret that can be read and is forgotten with the session.
    ///
    /// @param length in octets, or 0 where the token finds it out
    static List<Object> secretTemplate(CkMemory memory, int length) {
        List<Object> template = new ArrayList<>();
        number(template, memory, CLASS, SECRET_KEYS);
        number(template, memory, KEY_TYPE, GENERIC_SECRET);
        truth(template, memory, ON_TOKEN, false);
        truth(template, memory, SENSITIVE, false);
        truth(template, memory, EXTRACTABLE, true);
        if (length > 0) {
            number(template, memory, VALUE_LENGTH, length);
        }
        return template;
    }

    private static void number(List<Object> template, CkMemory memory, long type, long value) {
        template.addAll(List.of(type, memory.number(value), CkMemory.ULONG.byteSize()));
    }

    private static void truth(List<Object> template, CkMemory memory, long type, boolean value) {
        template.addAll(List.of(type, memory.octets(new byte[] {(byte) (value ? 1 : 0)}), 1L));
    }

    private static long hash(String name) {
        return switch (name) {
            case "SHA-1" -> 0x220;
            case "SHA-224" -> 0x255;
            case "SHA-256" -> 0x250;
            case "SHA-384" -> 0x260;
            case "SHA-512" -> 0x270;
            default -> throw new UnknownHash();
        };
    }

    private static long mask(String name) {
        return switch (name) {
            case "SHA-1" -> 1;
            case "SHA-256" -> 2;
            case "SHA-384" -> 3;
            case "SHA-512" -> 4;
            case "SHA-224" -> 5;
            default -> throw new UnknownHash();
        };
    }
}
