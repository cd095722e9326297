package org.waxwing.crypto.smime.identity;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.waxwing.crypto.cert.IdentityProblem;

/// The hash functions that such files name, as the Java platform calls them.
final class Digests {
    private static final Map<ASN1ObjectIdentifier, String> HASHES = Map.of(
            PKCSObjectIdentifiers.md5, "MD5",
            OIWObjectIdentifiers.idSHA1, "SHA-1",
            NISTObjectIdentifiers.id_sha224, "SHA-224",
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512",
            NISTObjectIdentifiers.id_sha512_224, "SHA-512/224",
            NISTObjectIdentifiers.id_sha512_256, "SHA-512/256");

    private static final Map<ASN1ObjectIdentifier, String> MACS = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, "HmacSHA1",
            PKCSObjectIdentifiers.id_hmacWithSHA224, "HmacSHA224",
            PKCSObjectIdentifiers.id_hmacWithSHA256, "HmacSHA256",
            PKCSObjectIdentifiers.id_hmacWithSHA384, "HmacSHA384",
            PKCSObjectIdentifiers.id_hmacWithSHA512, "HmacSHA512",
            PKCSObjectIdentifiers.id_hmacWithSHA512_224, "HmacSHA512/224",
            PKCSObjectIdentifiers.id_hmacWithSHA512_256, "HmacSHA512/256");

    private Digests() {}

    static String hash(ASN1ObjectIdentifier oid) throws Refusal {
        return named(HASHES, oid);
    }

    static String mac(ASN1ObjectIdentifier oid) throws Refusal {
        return named(MACS, oid);
    }

    /// HMAC with the hash of that name.
    static String macOver(String hash) {
        return "Hmac" + hash.replaceFirst("SHA-", "SHA");
    }

    private static String named(Map<ASN1ObjectIdentifier, String> names, ASN1ObjectIdentifier oid) throws Refusal {
        String name = names.get(oid);
        if (name == null) {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
        return name;
    }
}
