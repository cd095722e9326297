package org.waxwing.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;

class PassphraseKdfTest {
    private static final Octets SALT = Octets.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));

    private static String derived(PassphraseKdf kdf, String words) {
        try (Passphrase passphrase = Passphrase.taking(words.toCharArray());
                SecretBytes key = kdf.derive(passphrase, 32)) {
            return key.<String>lend(bytes -> HexFormat.of().formatHex(bytes));
        }
    }

    /// Computed with libgcrypt 1.10.1 and with libargon2, the reference implementation: the vector of RFC
    /// 9106 §5.3 has a secret and associated data, which a passphrase has not.
    @Test
    void agreesWithTwoOtherImplementations() {
        assertEquals(
                "90b2db8be7d84dcfa2ea4c6bf6483191646d4d8e9cb83490ea9bba076c4502e4",
                derived(new PassphraseKdf(1024, 3, 4, SALT), "correct horse"));
    }

    @Test
    void everyParameterCounts() {
        String key = derived(new PassphraseKdf(64, 1, 1, SALT), "correct horse");
        assertNotEquals(key, derived(new PassphraseKdf(64, 1, 1, SALT), "correct horses"));
        assertNotEquals(key, derived(new PassphraseKdf(128, 1, 1, SALT), "correct horse"));
        assertNotEquals(key, derived(new PassphraseKdf(64, 2, 1, SALT), "correct horse"));
        assertNotEquals(key, derived(new PassphraseKdf(64, 1, 2, SALT), "correct horse"));
        PassphraseKdf fresh = PassphraseKdf.fresh(new SecureRandom());
        assertNotEquals(fresh.salt(), PassphraseKdf.fresh(new SecureRandom()).salt());
    }

    @Test
    @Attack(49)
    void refusesParametersThatAreUselessOrATrap() {
        assertTrue(PassphraseKdf.acceptable(64 * 1024, 3, 1));
        assertFalse(PassphraseKdf.acceptable(7, 1, 1));
        assertFalse(PassphraseKdf.acceptable(64, 0, 1));
        assertFalse(PassphraseKdf.acceptable(64, 17, 1));
        assertFalse(PassphraseKdf.acceptable(64, 1, 0));
        assertFalse(PassphraseKdf.acceptable(64, 1, 5));
        assertFalse(PassphraseKdf.acceptable(PassphraseKdf.MAX_MEMORY_KIB + 1, 1, 1));
        assertFalse(PassphraseKdf.acceptable(PassphraseKdf.MAX_MEMORY_KIB, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new PassphraseKdf(64, 1, 1, SALT.slice(0, 15)));
        assertThrows(IllegalArgumentException.class, () -> new PassphraseKdf(64, 1, 1, Octets.of(new byte[65])));
    }
}
