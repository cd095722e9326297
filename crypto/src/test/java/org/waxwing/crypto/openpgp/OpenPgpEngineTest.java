package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.CARLA;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;
import static org.waxwing.crypto.openpgp.People.nobody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

class OpenPgpEngineTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\r\n");

    private static Octets sealed(OpenPgpSecretKey from, OpenPgpSecretKey... to) {
        List<OpenPgpCertificate> recipients =
                List.of(to).stream().map(OpenPgpSecretKey::certificate).toList();
        return assertInstanceOf(Production.Made.class, ENGINE.signAndEncrypt(TEXT, from, recipients, everyone(), NOW))
                .octets();
    }

    private static Decryption opened(Octets message, OpenPgpSecretKey reader, OpenPgpSecretKey... known) {
        return ENGINE.decrypt(
                message,
                SecretKeySource.of(List.of(reader)),
                CertificateSource.of(List.of(known).stream()
                        .map(OpenPgpSecretKey::certificate)
                        .toList()),
                everyone(),
                NOW);
    }

    @Test
    void everyRecipientReadsAndKnowsTheSigner() {
        Octets message = sealed(ANNA, BEN, CARLA);
        for (OpenPgpSecretKey reader : List.of(BEN, CARLA)) {
            Decryption.Decrypted decrypted =
                    assertInstanceOf(Decryption.Decrypted.class, opened(message, reader, ANNA));
            assertEquals(TEXT, decrypted.plaintext());
            assertEquals(CipherUsed.sound("AES-256 (OpenPGP)"), decrypted.cipher());
            SignatureOutcome.Valid valid = assertInstanceOf(
                    SignatureOutcome.Valid.class, decrypted.signatures().getFirst());
            assertEquals(ANNA.fingerprint(), valid.signer().fingerprint());
            assertEquals(NOW, valid.signedAt());
            assertEquals(List.of(BEN.fingerprint().hex(), CARLA.fingerprint().hex()), valid.intendedRecipients());
        }
    }

    @Test
    void aStrangerHasNoKey() {
        assertInstanceOf(Decryption.NoKey.class, opened(sealed(ANNA, BEN), CARLA));
    }

    @Test
    void asksForThePassphraseOfTheKeyThatFits() {
        Decryption locked = ENGINE.decrypt(
                sealed(ANNA, BEN), SecretKeySource.of(People.all()), CertificateSource.none(), nobody(), NOW);
        assertEquals(
                List.of(BEN),
                assertInstanceOf(Decryption.NeedPassphrase.class, locked).keys());
    }

    @Test
    void aSignatureByAnUnknownKeyProvesNothing() {
        Decryption.Decrypted decrypted =
                assertInstanceOf(Decryption.Decrypted.class, opened(sealed(ANNA, BEN), BEN, CARLA));
        assertEquals(
                List.of(new SignatureOutcome.Invalid(List.of(new Objection.UnknownIssuer()))), decrypted.signatures());
    }

    @Test
    void aDetachedSignatureHoldsOverItsBytesOnly() {
        Octets signature = assertInstanceOf(Production.Made.class, ENGINE.sign(TEXT, ANNA, everyone(), NOW))
                .octets();
        CertificateSource known = CertificateSource.of(List.of(ANNA.certificate()));
        assertInstanceOf(
                SignatureOutcome.Valid.class,
                ENGINE.verify(TEXT, signature, known, NOW).getFirst());
        assertEquals(
                List.of(new SignatureOutcome.Invalid(List.of(new Objection.BadSignature()))),
                ENGINE.verify(Octets.ofUtf8("Meet me at one.\r\n"), signature, known, NOW));
    }

    @Test
    void readsBackWhatItWrites() {
        List<Item> items = ENGINE.read(ENGINE.armoredCertificates(List.of(ANNA.certificate(), BEN.certificate())))
                .items();
        assertEquals(
                List.of(new Item.CertificateFound(ANNA.certificate()), new Item.CertificateFound(BEN.certificate())),
                items);
        assertEquals(
                List.of(new Item.SecretKeyFound(ANNA, true)),
                ENGINE.read(ENGINE.armoredSecretKey(ANNA)).items());
    }

    @Test
    @Attack(28)
    void anExpiredCertificateReceivesAndSignsNothing() {
        Instant later = NOW.plus(Duration.ofDays(1000));
        assertInstanceOf(
                Production.Refused.class,
                ENGINE.signAndEncrypt(TEXT, ANNA, List.of(BEN.certificate()), everyone(), later));
        assertTrue(ANNA.certificate().usability(later).objections().getFirst() instanceof Objection.Expired);
        assertTrue(ANNA.certificate().usability(NOW).canEncrypt());
    }

    @Test
    void aRevocationMadeAtBirthEndsTheKeyForGood() {
        OpenPgpCertificate revoked =
                ENGINE.revoke(ANNA.certificate(), People.ANNA_NEW.revocation()).orElseThrow();
        assertFalse(revoked.usability(NOW).canSign());
        assertInstanceOf(
                Objection.Revoked.class, revoked.usability(NOW).objections().getFirst());
        assertTrue(
                ENGINE.revoke(BEN.certificate(), People.ANNA_NEW.revocation()).isEmpty());
        OpenPgpCertificate merged = ENGINE.merge(revoked, ANNA.certificate());
        assertFalse(merged.usability(NOW).canEncrypt());
    }

    @Test
    void relocksAndForgetsTheOldPassphrase() {
        try (Passphrase old = People.passphrase();
                Passphrase fresh = Passphrase.taking("another".toCharArray());
                Passphrase fresher = Passphrase.taking("yet another".toCharArray())) {
            Relocking.Relocked relocked = assertInstanceOf(Relocking.Relocked.class, ENGINE.relock(ANNA, old, fresh));
            assertInstanceOf(Relocking.WrongPassphrase.class, ENGINE.relock(relocked.key(), old, fresher));
            assertInstanceOf(Relocking.Relocked.class, ENGINE.relock(relocked.key(), fresh, fresher));
        }
    }
}
