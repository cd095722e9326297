package org.waxwing.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretBytesTest {
    /// It is closed in the middle, which is what is tested.
    @SuppressWarnings("MustBeClosedChecker")
    @Test
    void wipesTheSourceAndItsOwnCopy() {
        byte[] source = {1, 2, 3};
        SecretBytes secret = SecretBytes.taking(source);
        assertArrayEquals(new byte[3], source);
        byte[] lent = secret.<byte[]>lend(bytes -> bytes);
        assertArrayEquals(new byte[] {1, 2, 3}, lent);
        secret.close();
        assertArrayEquals(new byte[3], lent);
        assertThrows(IllegalStateException.class, () -> secret.<byte[]>lend(bytes -> bytes));
    }

    @Test
    void isComparedByContentAndNeverPrinted() {
        try (SecretBytes one = SecretBytes.taking(new byte[] {7, 7});
                SecretBytes same = SecretBytes.taking(new byte[] {7, 7});
                SecretBytes other = SecretBytes.taking(new byte[] {7, 8});
                SecretBytes random = SecretBytes.random(new SecureRandom(), 32)) {
            assertEquals(one, same);
            assertEquals(one.hashCode(), other.hashCode());
            assertNotEquals(one, other);
            assertEquals(32, random.length());
            assertFalse(one.toString().contains("7"));
        }
    }
}
