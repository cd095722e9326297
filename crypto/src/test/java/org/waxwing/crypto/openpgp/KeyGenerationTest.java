package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.BIRTH;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

class KeyGenerationTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\r\n");
    private static final List<UserId> OWNERS =
            List.of(new UserId("Anna Weber <anna@chem.example>"), new UserId("<anna@example.org>"));

    private static NewKey generated(KeyPlan plan, LockStrength strength) {
        try (Passphrase lock = People.passphrase()) {
            return ENGINE.generate(plan, lock, strength, BIRTH);
        }
    }

    // One RSA size is enough: finding primes takes seconds.
    @ParameterizedTest
    @EnumSource(value = KeyProfile.class, mode = EnumSource.Mode.EXCLUDE, names = "RSA_4096")
    void everyProfileSealsAndSigns(KeyProfile profile) {
        NewKey made = generated(
                new KeyPlan(OWNERS, profile, Optional.of(Duration.ofDays(1095))), LockStrength.CHOSEN_BY_A_PERSON);
        OpenPgpCertificate certificate = made.key().certificate();
        assertEquals(OWNERS, certificate.userIds());
        assertEquals(Optional.of(BIRTH.plus(Duration.ofDays(1095))), certificate.expires());
        assertTrue(certificate.usability(NOW).objections().isEmpty());
        Octets message = assertInstanceOf(
                        Production.Made.class,
                        ENGINE.signAndEncrypt(TEXT, made.key(), List.of(certificate), everyone(), NOW))
                .octets();
        Decryption.Decrypted opened = assertInstanceOf(
                Decryption.Decrypted.class,
                ENGINE.decrypt(
                        message,
                        SecretKeySource.of(List.of(made.key())),
                        CertificateSource.of(List.of(certificate)),
                        everyone(),
                        NOW));
        assertEquals(TEXT, opened.plaintext());
        assertInstanceOf(SignatureOutcome.Valid.class, opened.signatures().getFirst());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyProfile.class,
            names = {"CURVE25519", "CURVE25519_V6"})
    void theRevocationCertificateEndsTheKey(KeyProfile profile) {
        NewKey made = generated(new KeyPlan(OWNERS, profile, Optional.empty()), LockStrength.RANDOM_SECRET);
        OpenPgpCertificate ended =
                ENGINE.revoke(made.key().certificate(), made.revocation()).orElseThrow();
        assertFalse(ended.usability(NOW).canEncrypt());
        assertFalse(ended.usability(NOW).canSign());
    }

    @Test
    void version6IsOneAllThrough() {
        NewKey made = generated(
                new KeyPlan(OWNERS, KeyProfile.CURVE25519_V6, Optional.empty()), LockStrength.CHOSEN_BY_A_PERSON);
        assertInstanceOf(Fingerprint.OpenPgpV6.class, made.key().fingerprint());
        assertEquals(
                List.of("Ed25519", "X25519"),
                made.key().certificate().keys().stream()
                        .map(ComponentKey::algorithm)
                        .toList());
        Item read = ENGINE.read(ENGINE.armoredSecretKey(made.key())).items().getFirst();
        assertEquals(
                made.key(), assertInstanceOf(Item.SecretKeyFound.class, read).key());
        Octets message = assertInstanceOf(
                        Production.Made.class,
                        ENGINE.signAndEncrypt(
                                TEXT, made.key(), List.of(made.key().certificate()), everyone(), NOW))
                .octets();
        List<RawPacket> packets = MessageReader.packets(message).orElseThrow();
        assertEquals(
                2, EncryptedMessage.of(packets).orElseThrow().data().body().at(0), "it asks for version 2 encryption");
    }

    @Test
    void aKeyWithoutAUserIdSpeaksOfItselfDirectly() {
        for (KeyProfile profile : List.of(KeyProfile.CURVE25519, KeyProfile.CURVE25519_V6)) {
            NewKey made = generated(new KeyPlan(List.of(), profile, Optional.empty()), LockStrength.RANDOM_SECRET);
            assertTrue(made.key().certificate().usability(NOW).canEncrypt());
        }
    }

    @Test
    void noKeyLivesLongerThanCanBeWrittenDown() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new KeyPlan(OWNERS, KeyProfile.CURVE25519, Optional.of(Duration.ofDays(60_000))));
    }
}
