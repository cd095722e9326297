package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.UserIdQuestion;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// The Stateless OpenPGP operations on certificates of others.
public final class StatelessCertificates {
    private final SecureRandom random;
    private final Instant now;
    private final CertificateReader reader;
    private final StatelessInputs inputs;

    public StatelessCertificates(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        this.random = random;
        this.now = now;
        this.reader = new CertificateReader(policy);
        this.inputs = new StatelessInputs(reader);
    }

    public SopResult<Octets> merge(Octets base, List<Octets> updates, boolean armored) {
        return inputs.certificates(List.of(base))
                .then(known -> inputs.certificates(updates).then(news -> {
                    CertificateMerge merge = new CertificateMerge(reader);
                    Map<Fingerprint, OpenPgpCertificate> merged = new LinkedHashMap<>();
                    known.forEach(one -> merged.merge(one.fingerprint(), one, merge::merge));
                    news.forEach(one ->
                            merged.computeIfPresent(one.fingerprint(), (_, already) -> merge.merge(already, one)));
                    return new Done<>(written(
                            merged.values().stream()
                                    .map(OpenPgpCertificate::encoded)
                                    .toList(),
                            armored));
                }));
    }

    private static Octets written(List<Octets> certificates, boolean armored) {
        return Armoring.written("PUBLIC KEY BLOCK", StatelessInputs.concatenated(certificates), armored);
    }

    /// @param ownToo whether the certificate's owner must claim the user id too
    public SopResult<Octets> certify(Octets file, Keys signers, List<String> userIds, boolean ownToo, boolean armored) {
        return inputs.certificates(List.of(file))
                .then(subjects -> certifiers(signers).then(certifiers -> {
                    List<Octets> certified = new ArrayList<>();
                    for (OpenPgpCertificate subject : subjects) {
                        if (ownToo && !claims(subject, userIds)) {
                            return new Failed<>(SopFailure.CERT_USERID_NO_MATCH);
                        }
                        List<RawPacket> packets = new ArrayList<>(
                                PacketFramer.frame(subject.encoded()).packets());
                        for (String userId : userIds) {
                            certifiers.forEach(certifier -> add(packets, userId, certifier));
                        }
                        certified.add(RawPacket.encode(packets));
                    }
                    return new Done<>(written(certified, armored));
                }));
    }

    private boolean claims(OpenPgpCertificate subject, List<String> userIds) {
        List<String> own = reader.parsed(subject).stream()
                .flatMap(parsed -> parsed.stateAt(now).certifiedUserIds().stream())
                .map(userId -> userId.userId().text())
                .toList();
        return own.containsAll(userIds);
    }

    private SopResult<List<PrimarySecret.Open>> certifiers(Keys signers) {
        return inputs.keys(signers.keys()).then(keys -> {
            List<PrimarySecret.Open> open = new ArrayList<>();
            for (OpenPgpSecretKey key : keys) {
                if (!isGood(key.certificate(), now)) {
                    return new Failed<>(SopFailure.KEY_CANNOT_CERTIFY);
                }
                switch (PrimarySecret.of(key, signers.keyPasswords())) {
                    case PrimarySecret.Absent _ -> {
                        return new Failed<>(SopFailure.KEY_CANNOT_CERTIFY);
                    }
                    case PrimarySecret.Locked _ -> {
                        return new Failed<>(SopFailure.KEY_IS_PROTECTED);
                    }
                    case PrimarySecret.Open one -> open.add(one);
                }
            }
            return new Done<>(open);
        });
    }

    /// Neither ended nor revoked nor too weak. What else the primary key may do doesn't matter here.
    private boolean isGood(OpenPgpCertificate certificate, Instant at) {
        return reader.parsed(certificate)
                .filter(parsed -> parsed.stateAt(at).objectionsTo(parsed.primary(), Purpose.SIGN).stream()
                        .allMatch(Objection.NoSuitableKey.class::isInstance))
                .isPresent();
    }

    /// The certification behind the user id, which is added where nobody has it yet.
    private void add(List<RawPacket> packets, String userId, PrimarySecret.Open certifier) {
        RawPacket head = new RawPacket(RawPacket.USER_ID, Octets.ofUtf8(userId));
        PGPPublicKey subject = Bcpg.publicKey(packets.getFirst())
                .orElseThrow(() -> new IllegalStateException("a certificate has no primary key"));
        int at = packets.indexOf(head);
        if (at < 0) {
            at = 1;
            while (at < packets.size() && packets.get(at).tag() != RawPacket.PUBLIC_SUBKEY) {
                at++;
            }
            packets.add(at, head);
        }
        at++;
        while (at < packets.size() && packets.get(at).tag() == RawPacket.SIGNATURE) {
            at++;
        }
        packets.add(at, certification(subject, userId, certifier));
    }

    private RawPacket certification(PGPPublicKey subject, String userId, PrimarySecret.Open certifier) {
        return Bcpg.require(() -> {
            PGPPublicKey key = certifier.primary();
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithmTags.SHA512).setSecureRandom(random),
                    key);
            generator.init(PGPSignature.DEFAULT_CERTIFICATION, certifier.secret());
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(true, Date.from(now));
            hashed.setIssuerFingerprint(false, key);
            generator.setHashedSubpackets(hashed.generate());
            byte[] encoded = generator.generateCertification(userId, subject).getEncoded();
            return PacketFramer.frame(Octets.of(encoded)).packets().getFirst();
        });
    }

    public SopResult<List<Fingerprint>> validate(Octets file, UserIdQuestion question, List<Octets> authorities) {
        Instant at = question.at().orElse(now);
        return inputs.certificates(authorities).then(found -> {
            List<Certification> words = found.stream()
                    .filter(authority -> isGood(authority, at))
                    .flatMap(authority -> reader.parsed(authority).stream())
                    .map(authority -> new Certification(authority, at))
                    .toList();
            List<KeyBlock> subjects = StatelessInputs.blocks(file);
            if (subjects.isEmpty()) {
                return new Failed<>(SopFailure.BAD_DATA);
            }
            List<Fingerprint> valid = new ArrayList<>();
            for (KeyBlock subject : subjects) {
                Optional<PGPPublicKey> primary = Bcpg.publicKey(subject.primary());
                if (primary.isEmpty() || isRevoked(subject, at) || !isBound(subject, primary.get(), question, words)) {
                    return new Failed<>(SopFailure.CERT_USERID_NO_MATCH);
                }
                valid.add(KeyComponent.fingerprintOf(primary.get()));
            }
            return new Done<>(valid);
        });
    }

    private boolean isRevoked(KeyBlock subject, Instant at) {
        return !(reader.read(subject) instanceof CertificateReader.Result.Read read)
                || read
                        .certificate()
                        .stateAt(at)
                        .objectionsTo(read.certificate().primary(), Purpose.SIGN)
                        .stream()
                        .anyMatch(Objection.Revoked.class::isInstance);
    }

    private static boolean isBound(
            KeyBlock subject, PGPPublicKey primary, UserIdQuestion question, List<Certification> words) {
        return subject.components().stream()
                .filter(component -> component.head().tag() == RawPacket.USER_ID)
                .filter(component -> isAskedFor(component.head().body().utf8(), question))
                .anyMatch(component -> words.stream().anyMatch(word -> word.standsBehind(primary, component)));
    }

    private static boolean isAskedFor(String text, UserIdQuestion question) {
        if (!question.addressOnly()) {
            return text.equals(question.userId());
        }
        Optional<AddrSpec> wanted = AddrSpec.parse(question.userId());
        return wanted.isPresent() && new UserId(text).address().equals(wanted);
    }
}
