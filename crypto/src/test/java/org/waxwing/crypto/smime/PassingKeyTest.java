package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;

/// The agreement of RFC 5903 §8.1 and of the platform, and points that are none.
final class PassingKeyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final X9ECParameters P256 = CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
    private static final String INITIATOR = "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433";
    private static final String INITIATOR_X = "dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180";
    private static final String INITIATOR_Y = "5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3";
    private static final String RESPONDER_X = "d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63";
    private static final String RESPONDER_Y = "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab";
    private static final String COMMON = "d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de";

    private final SecureRandom random = new SecureRandom();

    @Test
    void agreesAsTheStandardDoesHoweverItIsBlinded() throws GeneralSecurityException {
        PassingKey own = new BlindedPassingKey(P256, new BigInteger(INITIATOR, 16), random);
        assertArrayEquals(HEX.parseHex("04" + INITIATOR_X + INITIATOR_Y), own.encoded());
        for (int again = 0; again < 20; again++) {
            assertArrayEquals(
                    HEX.parseHex(COMMON),
                    own.agree(key(SECObjectIdentifiers.secp256r1, "04" + RESPONDER_X + RESPONDER_Y)));
        }
    }

    @Test
    void takesNoPointThatIsOffTheCurve() throws GeneralSecurityException {
        PassingKey own = new BlindedPassingKey(P256, new BigInteger(INITIATOR, 16), random);
        for (String point : List.of(
                "04" + RESPONDER_X + INITIATOR_Y,
                "04" + RESPONDER_X + RESPONDER_Y.replace('a', 'b'),
                "04" + "00".repeat(64),
                "00",
                "",
                "04" + RESPONDER_X,
                "02" + "ff".repeat(32))) {
            SubjectPublicKeyInfo bad = key(SECObjectIdentifiers.secp256r1, point);
            assertThrows(GeneralSecurityException.class, () -> own.agree(bad), point);
        }
    }

    @Test
    void isBlindedOnEveryCurveWithCofactorOne() throws GeneralSecurityException {
        SmimeFolk folk = new SmimeFolk();
        for (String curve : List.of("secp256r1", "secp384r1", "secp521r1")) {
            SubjectPublicKeyInfo like =
                    folk.person("Ben", "EC", curve).certificate().getSubjectPublicKeyInfo();
            assertInstanceOf(BlindedPassingKey.class, PassingKey.like(like, random));
        }
        SubjectPublicKeyInfo montgomery =
                folk.person("Ben", "X25519", "").certificate().getSubjectPublicKeyInfo();
        assertInstanceOf(PassingKey.OfThePlatform.class, PassingKey.like(montgomery, random));
    }

    private static SubjectPublicKeyInfo key(ASN1ObjectIdentifier curve, String point) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), HEX.parseHex(point));
    }
}
