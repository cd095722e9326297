package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.policy.HashCutoff;

/// Certificates that hold together by arithmetic that is too weak today.
class WeakKeysTest {
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
    private static final Date BIRTH = Date.from(Instant.parse("2015-01-01T00:00:00Z"));

    private static PGPKeyPair pair(String algorithm, int tag, int bits) {
        return Bcpg.require(() -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
                generator.initialize(bits, new SecureRandom());
                return new JcaPGPKeyPair(4, tag, generator.generateKeyPair(), BIRTH);
            } catch (GeneralSecurityException absent) {
                throw new AssertionError(absent);
            }
        });
    }

    /// A primary key, and a subkey that signs where there is one, bound both ways with this hash.
    private static Octets certificate(PGPKeyPair primary, Optional<PGPKeyPair> signing, int backHash) {
        return Bcpg.require(() -> {
            PGPSignatureSubpacketGenerator own = new PGPSignatureSubpacketGenerator();
            own.setKeyFlags(true, signing.isPresent() ? SelfSignature.CERTIFY : SelfSignature.SIGN);
            PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    primary,
                    "Anna <anna@example.org>",
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                    own.generate(),
                    null,
                    new BcPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                    null);
            if (signing.isPresent()) {
                PGPSignatureSubpacketGenerator flags = new PGPSignatureSubpacketGenerator();
                flags.setKeyFlags(true, SelfSignature.SIGN);
                ring.addSubKey(
                        signing.get(),
                        flags.generate(),
                        null,
                        new BcPGPContentSignerBuilder(
                                signing.get().getPublicKey().getAlgorithm(), backHash));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ring.generatePublicKeyRing().encode(out);
            return Octets.of(out.toByteArray());
        });
    }

    private static Usability usability(Octets file, AlgorithmPolicy policy) {
        OpenPgpCertificate certificate = assertInstanceOf(
                        Item.CertificateFound.class,
                        new OpenPgpEngine(new SecureRandom(), policy)
                                .read(file)
                                .items()
                                .getFirst())
                .certificate();
        return certificate.usability(NOW);
    }

    private static AlgorithmPolicy sha1Until(Instant until) {
        return AlgorithmPolicy.current().with(new HashCutoff("SHA-1", until, until));
    }

    @Test
    @Attack(29)
    @Attack(30)
    void aBackSignatureBySha1CountsOnlyUpToThePolicysDate() {
        PGPKeyPair primary = pair("EC", PublicKeyAlgorithmTags.ECDSA, 256);
        Optional<PGPKeyPair> signing = Optional.of(pair("EC", PublicKeyAlgorithmTags.ECDSA, 256));
        Octets weak = certificate(primary, signing, HashAlgorithmTags.SHA1);
        assertFalse(usability(weak, AlgorithmPolicy.current()).canSign());
        assertTrue(usability(weak, sha1Until(NOW)).canSign());
        Octets strong = certificate(primary, signing, HashAlgorithmTags.SHA256);
        assertTrue(usability(strong, AlgorithmPolicy.current()).canSign());
    }

    @Test
    @Attack(29)
    void dsaBelow2048BitsSignsNothing() {
        Octets small = certificate(pair("DSA", PublicKeyAlgorithmTags.DSA, 1024), Optional.empty(), 0);
        Usability judged = usability(small, AlgorithmPolicy.current());
        assertFalse(judged.canSign());
        assertEquals(
                List.of(new Objection.WeakAlgorithm("DSA 1024")),
                judged.objections().subList(0, 1));
        Octets large = certificate(pair("DSA", PublicKeyAlgorithmTags.DSA, 2048), Optional.empty(), 0);
        assertTrue(usability(large, AlgorithmPolicy.current()).canSign());
    }

    @Test
    @Attack(29)
    void rsaBelow2046BitsSignsNothing() {
        Octets small = certificate(pair("RSA", PublicKeyAlgorithmTags.RSA_GENERAL, 1024), Optional.empty(), 0);
        assertFalse(usability(small, AlgorithmPolicy.current()).canSign());
    }
}
