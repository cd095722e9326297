package org.waxwing.crypto.smime.identity;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.waxwing.crypto.cert.SmimeKeyKind;

/// How a request is signed with each kind of key.
///
/// @param platformName as the Java platform calls it
record SignatureScheme(String platformName, AlgorithmIdentifier algorithm) {
    static SignatureScheme of(SmimeKeyKind key) {
        return switch (key) {
            case RSA_3072 ->
                new SignatureScheme(
                        "SHA256withRSA",
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE));
            case P_256 -> bare("SHA256withECDSA", X9ObjectIdentifiers.ecdsa_with_SHA256);
            case ED25519 -> bare("Ed25519", EdECObjectIdentifiers.id_Ed25519);
        };
    }

    private static SignatureScheme bare(String platformName, ASN1ObjectIdentifier oid) {
        return new SignatureScheme(platformName, new AlgorithmIdentifier(oid));
    }
}
