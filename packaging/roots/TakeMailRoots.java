import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Prints the authorities that Mozilla trusts for e-mail, as the bundle that crypto carries.
///
/// They are read from NSS's PKCS#11 module of built-in objects (`libnssckbi.so`, in Debian's package
/// libnss3), which holds each certificate beside its trust bits. 64-bit Unix only: the offsets are those
/// of PKCS#11's structures there.
///
///     java --enable-native-access=ALL-UNNAMED packaging/roots/TakeMailRoots.java libnssckbi.so >
/// mail-roots.pem
final class TakeMailRoots {
    private static final long NSS = 0xCE534350L;
    private static final long CKO_CERTIFICATE = 1;
    private static final long CKO_NSS_TRUST = NSS + 3;
    private static final long CKA_LABEL = 3;
    private static final long CKA_VALUE = 0x11;
    private static final long CKA_ISSUER = 0x81;
    private static final long CKA_SERIAL_NUMBER = 0x82;
    private static final long CKA_NSS_EMAIL_DISTRUST_AFTER = NSS + 36;
    private static final long CKA_TRUST_EMAIL_PROTECTION = NSS + 0x2000 + 11;
    private static final long CKT_NSS_TRUSTED_DELEGATOR = NSS + 2;

    private final Arena arena;
    private final MemorySegment functions;
    private long session;

    private TakeMailRoots(Arena arena, MemorySegment functions) {
        this.arena = arena;
        this.functions = functions;
    }

    public static void main(String[] args) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            MethodHandle list = linker.downcallHandle(
                    SymbolLookup.libraryLookup(Path.of(args[0]).toAbsolutePath(), arena)
                            .findOrThrow("C_GetFunctionList"),
                    FunctionDescriptor.of(JAVA_LONG, ADDRESS));
            MemorySegment place = arena.allocate(ADDRESS);
            sound((long) list.invoke(place));
            new TakeMailRoots(arena, place.get(ADDRESS, 0).reinterpret(8 + 70 * 8)).print();
        }
    }

    private void print() throws Throwable {
        sound((long) function(0, ADDRESS).invoke(MemorySegment.NULL));
        MemorySegment slots = arena.allocate(JAVA_LONG, 8);
        MemorySegment count = arena.allocateFrom(JAVA_LONG, 8);
        sound((long) function(4, JAVA_BYTE, ADDRESS, ADDRESS).invoke((byte) 1, slots, count));
        MemorySegment opened = arena.allocate(JAVA_LONG);
        long slot = slots.get(JAVA_LONG, 0);
        sound((long) function(12, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS)
                .invoke(slot, 4L, MemorySegment.NULL, MemorySegment.NULL, opened));
        session = opened.get(JAVA_LONG, 0);

        List<Long> objects = objects();
        Map<String, Long> certificates = new HashMap<>();
        for (long object : objects) {
            if (number(object, 0) == CKO_CERTIFICATE) {
                certificates.put(name(object), object);
            }
        }
        Map<String, String> roots = new TreeMap<>();
        for (long object : objects) {
            if (number(object, 0) == CKO_NSS_TRUST
                    && number(object, CKA_TRUST_EMAIL_PROTECTION) == CKT_NSS_TRUSTED_DELEGATOR) {
                String block = block(certificates.get(name(object)));
                roots.put(block, block);
            }
        }
        System.out.print(head(roots.size()));
        roots.values().forEach(System.out::print);
    }

    private String head(int roots) throws Throwable {
        MemorySegment info = arena.allocate(96, 8);
        sound((long) function(2, ADDRESS).invoke(info));
        // CK_INFO: the library's version stands after two versions' room, two names of 32 and the flags.
        String version = info.get(JAVA_BYTE, 80) + "." + info.get(JAVA_BYTE, 81);
        return """
            # Mozilla's certification authorities that are trusted for e-mail: %d of them, from version %s
            # of NSS's built-in roots. Made by packaging/roots/TakeMailRoots.java; not to be edited.
            #
            # This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy
            # of the MPL was not distributed with this file, You can obtain one at
            # https://mozilla.org/MPL/2.0/.
            """.formatted(roots, version);
    }

    private String block(long certificate) throws Throwable {
        byte[] der = value(certificate, CKA_VALUE).orElseThrow();
        String label = new String(value(certificate, CKA_LABEL).orElseThrow(), StandardCharsets.UTF_8);
        String end = label.indexOf(0) < 0 ? label : label.substring(0, label.indexOf(0));
        Optional<byte[]> distrust =
                value(certificate, CKA_NSS_EMAIL_DISTRUST_AFTER).filter(date -> date.length > 1);
        return "\n# " + end + "\n# SHA-256 "
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)) + "\n"
                + distrust.map(date -> "# distrust after " + new String(date, StandardCharsets.US_ASCII) + "\n")
                        .orElse("")
                + "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    /// Issuer and serial number: what ties a certificate to its trust.
    private String name(long object) throws Throwable {
        return Arrays.toString(value(object, CKA_ISSUER).orElseThrow())
                + Arrays.toString(value(object, CKA_SERIAL_NUMBER).orElseThrow());
    }

    private List<Long> objects() throws Throwable {
        sound((long) function(26, JAVA_LONG, ADDRESS, JAVA_LONG).invoke(session, MemorySegment.NULL, 0L));
        List<Long> all = new ArrayList<>();
        MemorySegment some = arena.allocate(JAVA_LONG, 64);
        MemorySegment count = arena.allocate(JAVA_LONG);
        do {
            sound((long) function(27, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS).invoke(session, some, 64L, count));
            for (int i = 0; i < count.get(JAVA_LONG, 0); i++) {
                all.add(some.getAtIndex(JAVA_LONG, i));
            }
        } while (count.get(JAVA_LONG, 0) > 0);
        return all;
    }

    private long number(long object, long attribute) throws Throwable {
        byte[] little = value(object, attribute).orElse(new byte[0]);
        long number = 0;
        for (int i = little.length - 1; i >= 0; i--) {
            number = number << 8 | little[i] & 0xFF;
        }
        return number;
    }

    private Optional<byte[]> value(long object, long attribute) throws Throwable {
        MethodHandle get = function(24, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
        MemorySegment asked = arena.allocate(24, 8);
        asked.set(JAVA_LONG, 0, attribute);
        long outcome = (long) get.invoke(session, object, asked, 1L);
        long length = asked.get(JAVA_LONG, 16);
        if (outcome != 0 || length < 0) {
            return Optional.empty();
        }
        MemorySegment room = arena.allocate(Math.max(1, length));
        asked.set(ADDRESS, 8, room);
        sound((long) get.invoke(session, object, asked, 1L));
        return Optional.of(room.asSlice(0, length).toArray(JAVA_BYTE));
    }

    /// The function at this place of CK_FUNCTION_LIST, after its version.
    private MethodHandle function(int place, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(functions.get(ADDRESS, 8 + 8L * place), FunctionDescriptor.of(JAVA_LONG, parameters));
    }

    private static void sound(long outcome) {
        if (outcome != 0) {
            throw new IllegalStateException("the module answers 0x" + Long.toHexString(outcome));
        }
    }
}
