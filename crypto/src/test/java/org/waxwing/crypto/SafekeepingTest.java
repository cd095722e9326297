package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;

class SafekeepingTest {
    private static final Octets TEXT = Octets.ofUtf8("From: anna@example.org\r\n\r\nCANARY-IN-THE-LETTER\r\n");

    @Test
    void aSealedMessageComesBackAsWhatItWas() {
        try (SecretBytes key = SecretBytes.random(new SecureRandom(), 32)) {
            Safekeeping safe = Safekeeping.with(key, new SecureRandom());
            for (Protection protection : Protection.values()) {
                Octets kept = safe.keep(new SealedMessage(TEXT, protection), "outbox/1");
                Submittable back = safe.restore(kept, "outbox/1").orElseThrow();
                assertEquals(
                        protection, assertInstanceOf(SealedMessage.class, back).protection());
                assertEquals(TEXT, back.bytes());
            }
        }
    }

    @Test
    void aPostcardStaysAPostcard() {
        try (SecretBytes key = SecretBytes.random(new SecureRandom(), 32)) {
            Safekeeping safe = Safekeeping.with(key, new SecureRandom());
            Octets kept = safe.keep(new DeliberateCleartext(TEXT), "outbox/1");
            Submittable back = safe.restore(kept, "outbox/1").orElseThrow();
            assertEquals(TEXT, assertInstanceOf(DeliberateCleartext.class, back).bytes());
        }
    }

    @Test
    void aMessageOfManyChunksComesBackWhole() {
        try (SecretBytes key = SecretBytes.random(new SecureRandom(), 32)) {
            Safekeeping safe = Safekeeping.with(key, new SecureRandom());
            byte[] large = new byte[3 * 32 * 1024 + 17];
            Arrays.fill(large, (byte) 'x');
            Octets kept = safe.keep(new SealedMessage(Octets.of(large), Protection.SIGNED), "outbox/1");
            assertEquals(
                    Octets.of(large),
                    safe.restore(kept, "outbox/1").orElseThrow().bytes());
        }
    }

    @Test
    void nothingComesBackFromAnotherPlaceOrUnderAnotherKeyOrChanged() {
        try (SecretBytes key = SecretBytes.random(new SecureRandom(), 32);
                SecretBytes other = SecretBytes.random(new SecureRandom(), 32)) {
            Safekeeping safe = Safekeeping.with(key, new SecureRandom());
            Octets kept = safe.keep(new SealedMessage(TEXT, Protection.SIGNED), "outbox/1");
            assertEquals(Optional.empty(), safe.restore(kept, "outbox/2"));
            assertEquals(
                    Optional.empty(),
                    Safekeeping.with(other, new SecureRandom()).restore(kept, "outbox/1"));
            assertEquals(Optional.empty(), safe.restore(kept.slice(0, 20), "outbox/1"));
            for (int at = 0; at < kept.length(); at++) {
                byte[] changed = kept.toByteArray();
                changed[at] ^= 1;
                assertTrue(safe.restore(Octets.of(changed), "outbox/1").isEmpty());
            }
        }
    }

    @Test
    void bareBytesNeverBecomeASubmittable() {
        try (SecretBytes key = SecretBytes.random(new SecureRandom(), 32)) {
            Safekeeping safe = Safekeeping.with(key, new SecureRandom());
            assertEquals(Optional.empty(), safe.restore(TEXT, "outbox/1"));
        }
    }

    @Test
    void whatIsStoredShowsNothingOfTheLetter() {
        try (SecretBytes key = SecretBytes.random(new SecureRandom(), 32)) {
            Safekeeping safe = Safekeeping.with(key, new SecureRandom());
            String kept = safe.keep(new DeliberateCleartext(TEXT), "outbox/1").latin1();
            assertFalse(kept.contains("CANARY") || kept.contains("anna"));
        }
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        try (SecretBytes key = SecretBytes.random(new SecureRandom(), 16)) {
            assertThrows(IllegalArgumentException.class, () -> Safekeeping.with(key, new SecureRandom()));
        }
    }
}
