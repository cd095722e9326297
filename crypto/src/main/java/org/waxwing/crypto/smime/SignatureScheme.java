package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A signature algorithm, as the platform names it.
///
/// @param javaName what `Signature.getInstance` takes
/// @param pss the parameters of RSASSA-PSS
/// @param hash the hash inside it, where the algorithm is one that names it
/// @param family in words for Details
record SignatureScheme(String javaName, Optional<PSSParameterSpec> pss, Optional<HashAlgorithm> hash, String family) {
    private static final Map<String, Known> KNOWN = Map.ofEntries(
            known(PKCSObjectIdentifiers.md5WithRSAEncryption, HashAlgorithm.MD5, "RSA"),
            known(PKCSObjectIdentifiers.sha1WithRSAEncryption, HashAlgorithm.SHA1, "RSA"),
            known(PKCSObjectIdentifiers.sha224WithRSAEncryption, HashAlgorithm.SHA224, "RSA"),
            known(PKCSObjectIdentifiers.sha256WithRSAEncryption, HashAlgorithm.SHA256, "RSA"),
            known(PKCSObjectIdentifiers.sha384WithRSAEncryption, HashAlgorithm.SHA384, "RSA"),
            known(PKCSObjectIdentifiers.sha512WithRSAEncryption, HashAlgorithm.SHA512, "RSA"),
            known(PKCSObjectIdentifiers.sha512_256WithRSAEncryption, HashAlgorithm.SHA512_256, "RSA"),
            known(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_256, HashAlgorithm.SHA3_256, "RSA"),
            known(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_384, HashAlgorithm.SHA3_384, "RSA"),
            known(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_512, HashAlgorithm.SHA3_512, "RSA"),
            known(X9ObjectIdentifiers.ecdsa_with_SHA1, HashAlgorithm.SHA1, "ECDSA"),
            known(X9ObjectIdentifiers.ecdsa_with_SHA224, HashAlgorithm.SHA224, "ECDSA"),
            known(X9ObjectIdentifiers.ecdsa_with_SHA256, HashAlgorithm.SHA256, "ECDSA"),
            known(X9ObjectIdentifiers.ecdsa_with_SHA384, HashAlgorithm.SHA384, "ECDSA"),
            known(X9ObjectIdentifiers.ecdsa_with_SHA512, HashAlgorithm.SHA512, "ECDSA"),
            known(NISTObjectIdentifiers.id_ecdsa_with_sha3_256, HashAlgorithm.SHA3_256, "ECDSA"),
            known(NISTObjectIdentifiers.id_ecdsa_with_sha3_384, HashAlgorithm.SHA3_384, "ECDSA"),
            known(NISTObjectIdentifiers.id_ecdsa_with_sha3_512, HashAlgorithm.SHA3_512, "ECDSA"),
            known(X9ObjectIdentifiers.id_dsa_with_sha1, HashAlgorithm.SHA1, "DSA"),
            known(NISTObjectIdentifiers.dsa_with_sha224, HashAlgorithm.SHA224, "DSA"),
            known(NISTObjectIdentifiers.dsa_with_sha256, HashAlgorithm.SHA256, "DSA"));

    /// Algorithms that name a key only; the hash is the signer's own.
    private static final Map<ASN1ObjectIdentifier, String> KEYS_ONLY = Map.of(
            PKCSObjectIdentifiers.rsaEncryption, "RSA",
            X9ObjectIdentifiers.id_ecPublicKey, "ECDSA",
            X9ObjectIdentifiers.id_dsa, "DSA");

    private record Known(HashAlgorithm hash, String family) {}

    private static Map.Entry<String, Known> known(ASN1ObjectIdentifier identifier, HashAlgorithm hash, String family) {
        return Map.entry(identifier.getId(), new Known(hash, family));
    }

    /// @param digest the hash that the signer names beside the algorithm
    static SignatureScheme of(AlgorithmIdentifier algorithm, HashAlgorithm digest) throws GeneralSecurityException {
        ASN1ObjectIdentifier identifier = algorithm.getAlgorithm();
        Known known = KNOWN.get(identifier.getId());
        if (known != null) {
            return hashed(known.hash(), known.family());
        }
        String family = KEYS_ONLY.get(identifier);
        if (family != null) {
            return hashed(digest, family);
        }
        if (identifier.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return pss(algorithm);
        }
        if (identifier.equals(EdECObjectIdentifiers.id_Ed25519) || identifier.equals(EdECObjectIdentifiers.id_Ed448)) {
            boolean small = identifier.equals(EdECObjectIdentifiers.id_Ed25519);
            return new SignatureScheme(
                    small ? "Ed25519" : "Ed448", Optional.empty(), Optional.empty(), small ? "Ed25519" : "Ed448");
        }
        return new SignatureScheme(identifier.getId(), Optional.empty(), Optional.empty(), "post-quantum");
    }

    private static SignatureScheme hashed(HashAlgorithm hash, String family) {
        // The platform writes SHA256withRSA, SHA512/256withRSA and SHA3-256withRSA.
        String name = hash.javaName().startsWith("SHA-") ? hash.javaName().replaceFirst("-", "") : hash.javaName();
        return new SignatureScheme(name + "with" + family, Optional.empty(), Optional.of(hash), family);
    }

    private static SignatureScheme pss(AlgorithmIdentifier algorithm) throws GeneralSecurityException {
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
        if (parameters == null
                || !parameters.getMaskGenAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)) {
            throw new NoSuchAlgorithmException("no such mask");
        }
        HashAlgorithm hash = hash(parameters.getHashAlgorithm());
        HashAlgorithm mask = hash(
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters()));
        PSSParameterSpec spec = new PSSParameterSpec(
                hash.javaName(),
                "MGF1",
                new MGF1ParameterSpec(mask.javaName()),
                parameters.getSaltLength().intValueExact(),
                parameters.getTrailerField().intValueExact());
        return new SignatureScheme("RSASSA-PSS", Optional.of(spec), Optional.of(hash), "RSA-PSS");
    }

    private static HashAlgorithm hash(AlgorithmIdentifier algorithm) throws NoSuchAlgorithmException {
        return HashAlgorithm.of(algorithm.getAlgorithm())
                .orElseThrow(() -> new NoSuchAlgorithmException("no such hash"));
    }

    /// The platform's machine for it, with its parameters.
    Signature machine(java.security.Key key) throws GeneralSecurityException {
        Signature machine = Platform.signature(javaName, key);
        if (pss.isPresent()) {
            machine.setParameter(pss.get());
        }
        return machine;
    }
}
