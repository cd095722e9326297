package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.SmimeCast.Person;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.StatedCapabilities;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.smime.CmsLayers;

/// What strangers may send by S/MIME, each with the one outcome that it must have.
final class SmimeBadInputGateTest {
    private static final SmimeCast CAST = new SmimeCast();
    private static final Person ANNA = CAST.person("Anna", "anna@waxwing.example");
    private static final Person BEN = CAST.person("Ben", "ben@waxwing.example");
    private static final Person SERVER = CAST.person("Anna", "anna@waxwing.example", KeyPurposeId.id_kp_serverAuth);
    private static final Instant NOW = SmimeCast.NOW;
    private static final Octets TEXT =
            Octets.ofUtf8("Content-Type: text/plain\r\nFrom: anna@waxwing.example\r\n\r\nThe quiet text.\r\n");

    private final SecureRandom random = new SecureRandom();
    private final Smime smime = Smime.with(random);
    private final CmsLayers layers = new CmsLayers(random);
    private final Opener opener = Opener.with(OpenPgp.with(random, AlgorithmPolicy.current()), smime);

    @Test
    void nothingOfAChangedOrCutTextIsShown() throws IOException {
        Tally tally = new Tally("bad S/MIME: changed or cut");
        for (boolean tagged : List.of(true, false)) {
            String cipher = tagged ? "GCM " : "CBC ";
            Octets cms = encrypted(List.of(BEN), signedOpaquely(), tagged);
            tally.check(cipher + "untouched", status(enveloped(cms)) == CryptographicSummary.Status.CONFIDENTIAL);
            for (int length = 0; length < cms.length() - 40; length += 97) {
                tally.check(cipher + "cut at " + length, shutOf(open(enveloped(cms.slice(0, length)), NOW)));
            }
            for (int place = cms.length() - 60; place > 300; place -= 41) {
                byte[] changed = cms.toByteArray();
                changed[place] ^= 0x10;
                Opening opening = open(enveloped(Octets.of(changed)), NOW);
                // Without a tag the signature inside must fail, unless what changed stood before all of it.
                boolean safe = shutOf(opening) || (!tagged && (unbelieved(opening) || isWhole(opening)));
                tally.check(cipher + "changed at " + place, safe);
            }
        }
        tally.conclude(60);
    }

    @Test
    void onceAKeyIsFoundEveryFailureIsTheSame() throws IOException {
        Tally tally = new Tally("bad S/MIME: one failure after the key was found");
        AuthEnvelopedData good = authenticated(encrypted(List.of(BEN), TEXT, true));
        byte[] tag = good.getMac().getOctets();
        tally.check("another tag", notIntact(withTag(good, 16, new byte[16])));
        for (int length : new int[] {1, 4, 8, 11}) {
            tally.check("a tag of " + length, notIntact(withTag(good, length, Arrays.copyOf(tag, length))));
        }
        tally.check("a tag cut, 16 claimed", notIntact(withTag(good, 16, Arrays.copyOf(tag, 4))));
        tally.check("no tag", notIntact(withTag(good, 16, new byte[0])));
        byte[] key = transport(good).getEncryptedKey().getOctets();
        byte[] changed = key.clone();
        changed[changed.length / 2] ^= 1;
        tally.check("a changed key", notIntact(withKey(good, changed)));
        tally.check("a key cut short", notIntact(withKey(good, Arrays.copyOf(key, 40))));
        tally.check("no key", notIntact(withKey(good, new byte[0])));
        tally.check("a key beyond the modulus", notIntact(withKey(good, filled(key.length))));
        tally.conclude(11);
    }

    private static byte[] filled(int length) {
        byte[] all = new byte[length];
        Arrays.fill(all, (byte) 0xFF);
        return all;
    }

    @Test
    void whatIsNoMessageIsSaidToBeNone() throws IOException {
        Tally tally = new Tally("bad S/MIME: nesting, lengths, algorithms, keys");
        Octets cms = encrypted(List.of(BEN), TEXT, true);
        check(tally, "for another", encrypted(List.of(ANNA), TEXT, true), Opening.Reason.NO_KEY);
        // {joint-iso-itu-t(2) ... aes(1) 46}, AES-256-GCM, becomes a number that nobody gave out.
        check(
                tally,
                "an unknown cipher",
                replaced(
                        cms,
                        Octets.of(HexFormat.of().parseHex("60864801650304012e")).latin1(),
                        8,
                        0x7B),
                Opening.Reason.UNSUPPORTED);
        check(tally, "empty", Octets.empty(), Opening.Reason.MALFORMED);
        check(tally, "words", Octets.ofUtf8("This is no message at all."), Opening.Reason.MALFORMED);
        for (int octets : new int[] {4, 5, 6, 8, 126}) {
            byte[] length = filled(octets + 2);
            length[0] = 0x30;
            length[1] = (byte) (0x80 | octets);
            length[2] = 0x7F;
            tally.check("a length of " + octets + " octets", shutOf(open(enveloped(Octets.of(length)), NOW)));
        }
        for (int depth : new int[] {30, 100_000}) {
            tally.check("sets in sets " + depth, shutOf(open(enveloped(nested(cms, depth)), NOW)));
        }
        Octets signed = TEXT;
        for (int layer = 0; layer < 12; layer++) {
            signed = signedMail(signed(signed, ANNA, "SHA256withRSA"));
        }
        tally.check(
                "signed twelve times",
                open(signed, NOW).equals(new Opening.Unopenable(Opening.Reason.UNPACKS_TOO_FAR)));
        tally.conclude(12);
    }

    @Test
    void aSignatureThatHoldsWithAWeaknessProvesNothing() throws IOException {
        Tally tally = new Tally("bad S/MIME: signers");
        Octets good = signed(TEXT, ANNA, "SHA256withRSA");
        tally.check("good", status(signedMail(good)) == CryptographicSummary.Status.VERIFIED);
        check(tally, "SHA-1", signed(TEXT, ANNA, "SHA1withRSA"), NOW, Objection.WeakAlgorithm.class);
        check(tally, "MD5", signed(TEXT, ANNA, "MD5withRSA"), NOW, Objection.WeakAlgorithm.class);
        check(tally, "expired", good, NOW.plus(Duration.ofDays(1000)), Objection.Expired.class);
        check(tally, "not yet", good, NOW.minus(Duration.ofDays(1000)), Objection.NotYetValid.class);
        check(tally, "not for mail", signed(TEXT, SERVER, "SHA256withRSA"), NOW, Objection.NotForMail.class);
        check(tally, "no signer", withoutSigners(good), NOW, Objection.BadSignature.class);
        check(tally, "another's address", signed(TEXT, BEN, "SHA256withRSA"), NOW, Objection.NotBoundToFrom.class);
        Octets other = replaced(good, "The quiet text", 4, 'Q');
        check(tally, "another text", other, NOW, Objection.BadSignature.class);
        tally.conclude(9);
    }

    private void check(Tally tally, String name, Octets cms, Opening.Reason expected) {
        Opening opening = open(enveloped(cms), NOW);
        tally.check(name + " " + said(opening), opening.equals(new Opening.Unopenable(expected)));
    }

    private void check(Tally tally, String name, Octets cms, Instant now, Class<? extends Objection> why) {
        Opening opening = open(signedMail(cms), now);
        boolean right = opening instanceof Opening.Opened opened
                && opened.summary().status() == CryptographicSummary.Status.UNPROTECTED
                && opened.summary().authenticity() instanceof Authenticity.Unverified unverified
                && unverified.objections().stream().anyMatch(why::isInstance);
        tally.check(name + " " + said(opening), right);
    }

    private static String said(Opening opening) {
        return opening instanceof Opening.Opened opened
                ? opened.summary().authenticity().toString()
                : opening.toString();
    }

    private boolean notIntact(AuthEnvelopedData data) throws IOException {
        ContentInfo info = new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data);
        return open(enveloped(Octets.of(info.getEncoded())), NOW)
                .equals(new Opening.Unopenable(Opening.Reason.NOT_INTACT));
    }

    private static boolean shutOf(Opening opening) {
        return opening instanceof Opening.Unopenable;
    }

    private static boolean isWhole(Opening opening) {
        return opening instanceof Opening.Opened opened
                && opened.payload().content().text().strip().equals("The quiet text.");
    }

    private static boolean unbelieved(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened -> !(opened.summary().authenticity() instanceof Authenticity.Verified);
            case Opening.Unproven _, Opening.Locked _, Opening.Unopenable _ -> true;
        };
    }

    private CryptographicSummary.Status status(Octets mail) {
        return assertInstanceOf(Opening.Opened.class, open(mail, NOW)).summary().status();
    }

    private Octets encrypted(List<Person> people, Octets text, boolean tagged) {
        StatedCapabilities capabilities = tagged
                ? new StatedCapabilities(people.stream()
                        .collect(Collectors.toMap(person -> person.key().fingerprint(), _ -> smime.capabilities())))
                : StatedCapabilities.unknown();
        Production made = layers.encrypt(
                text, people.stream().map(person -> person.key().certificate()).toList(), capabilities, NOW);
        return assertInstanceOf(Production.Made.class, made).octets();
    }

    private Octets signedOpaquely() {
        return signedMail(signed(TEXT, ANNA, "SHA256withRSA"));
    }

    /// By Bouncy Castle, which signs with anything.
    private static Octets signed(Octets text, Person signer, String algorithm) {
        try {
            BouncyCastleProvider provider = new BouncyCastleProvider();
            PrivateKey key = BouncyCastleProvider.getPrivateKey(
                    PrivateKeyInfo.getInstance(signer.pkcs8().toByteArray()));
            X509CertificateHolder certificate = new X509CertificateHolder(
                    signer.key().certificate().encoded().toByteArray());
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder(algorithm)
                                            .setProvider(provider)
                                            .build(key),
                                    certificate));
            generator.addCertificate(certificate);
            return Octets.of(generator
                    .generate(new CMSProcessableByteArray(text.toByteArray()), true)
                    .getEncoded("DER"));
        } catch (IOException | CMSException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Octets withoutSigners(Octets cms) throws IOException {
        SignedData signed = SignedData.getInstance(
                ContentInfo.getInstance(cms.toByteArray()).getContent());
        SignedData bare = new SignedData(
                signed.getDigestAlgorithms(),
                signed.getEncapContentInfo(),
                signed.getCertificates(),
                null,
                new DERSet());
        return Octets.of(new ContentInfo(CMSObjectIdentifiers.signedData, bare).getEncoded("DER"));
    }

    private static AuthEnvelopedData authenticated(Octets cms) {
        return AuthEnvelopedData.getInstance(
                ContentInfo.getInstance(cms.toByteArray()).getContent());
    }

    private static KeyTransRecipientInfo transport(AuthEnvelopedData data) {
        return KeyTransRecipientInfo.getInstance(
                RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0))
                        .getInfo());
    }

    private static AuthEnvelopedData withTag(AuthEnvelopedData data, int claimed, byte[] tag) {
        EncryptedContentInfo info = data.getAuthEncryptedContentInfo();
        AlgorithmIdentifier algorithm = info.getContentEncryptionAlgorithm();
        GCMParameters parameters = GCMParameters.getInstance(algorithm.getParameters());
        EncryptedContentInfo changed = new EncryptedContentInfo(
                info.getContentType(),
                new AlgorithmIdentifier(algorithm.getAlgorithm(), new DERSequence(new ASN1Encodable[] {
                    new DEROctetString(parameters.getNonce()), new ASN1Integer(claimed)
                })),
                info.getEncryptedContent());
        return new AuthEnvelopedData(null, data.getRecipientInfos(), changed, null, new DEROctetString(tag), null);
    }

    private static AuthEnvelopedData withKey(AuthEnvelopedData data, byte[] key) {
        KeyTransRecipientInfo good = transport(data);
        KeyTransRecipientInfo changed = new KeyTransRecipientInfo(
                good.getRecipientIdentifier(), good.getKeyEncryptionAlgorithm(), new DEROctetString(key));
        ASN1Set recipients = new DERSet(new RecipientInfo(changed));
        return new AuthEnvelopedData(null, recipients, data.getAuthEncryptedContentInfo(), null, data.getMac(), null);
    }

    /// With many sets in sets where the recipients belong.
    private static Octets nested(Octets cms, int depth) {
        int recipients = 22;
        byte[] made = new byte[recipients + 2 * depth];
        System.arraycopy(cms.toByteArray(), 0, made, 0, recipients);
        for (int i = 0; i < depth; i++) {
            made[recipients + 2 * i] = 0x31;
            made[recipients + 2 * i + 1] = (byte) 0x80;
        }
        return Octets.of(made);
    }

    /// With one octet changed inside the first run of these.
    private static Octets replaced(Octets cms, String run, int place, int octet) {
        int at = cms.latin1().indexOf(run);
        assertEquals(run, cms.latin1().substring(at, at + run.length()));
        byte[] changed = cms.toByteArray();
        changed[at + place] = (byte) octet;
        return Octets.of(changed);
    }

    private static Octets enveloped(Octets cms) {
        return mail("enveloped-data", cms);
    }

    private static Octets signedMail(Octets cms) {
        return mail("signed-data", cms);
    }

    private static Octets mail(String type, Octets cms) {
        String code = Base64.getMimeEncoder().encodeToString(cms.toByteArray());
        return Octets.of("""
            From: anna@waxwing.example
            MIME-Version: 1.0
            Content-Type: application/pkcs7-mime; smime-type=%s; name=smime.p7m
            Content-Transfer-Encoding: base64

            %s
            """.formatted(type, code).replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<Passphrase> known() {
        return Optional.of(CAST.passphrase());
    }

    private Opening open(Octets mail, Instant now) {
        return opener.open(mail, SecretKeySource.of(List.of(BEN.key())), new Trusting(), _ -> known(), now);
    }

    private record Trusting() implements CertificateSource {
        @Override
        public X509Trust trust() {
            return new X509Trust(List.of(CAST.authority()), List.of(), Set.of(), Set.of());
        }

        @Override
        public List<Certificate> certificatesFor(AddrSpec address) {
            return List.of();
        }

        @Override
        public Optional<Certificate> byFingerprint(Fingerprint fingerprint) {
            return Optional.empty();
        }

        @Override
        public List<Certificate> byKeyId(long keyId) {
            return List.of();
        }

        @Override
        public List<SmimeCertificate> smimeCertificates() {
            return List.of();
        }
    }
}
