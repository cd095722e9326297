package org.waxwing.crypto.smime.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;

/// The gate of certificates that others made: RFC 9216's, those in the mails of Bouncy Castle's
/// SignedMailValidator, certvalidator's authorities.
class ForeignCertificatesGateTest {
    private static final Instant IN_2020 = Instant.parse("2020-12-05T00:00:00Z");
    private static final Instant IN_2026 = Instant.parse("2026-11-01T00:00:00Z");

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void judgesThePeopleOfRfc9216() {
        Tally tally = new Tally("RFC 9216 certificates");
        CertificatePaths rsa = under("rfc9216/ca-rsa.crt");
        CertificatePaths edwards = under("rfc9216/ca-25519.crt");
        List<Octets> cross = List.of(
                CorpusCertificates.der("rfc9216/ca-25519.cross.crt"),
                CorpusCertificates.der("rfc9216/ca-rsa.cross.crt"));
        for (String who : List.of("alice", "bob", "carlos", "dana")) {
            AddrSpec address = AddrSpec.of(who + "@smime.example");
            for (Purpose purpose : Purpose.values()) {
                String use = purpose == Purpose.SIGN ? "sign" : "encrypt";
                Octets certificate = CorpusCertificates.der("rfc9216/" + who + "." + use + ".crt");
                PathQuestion question = new PathQuestion(certificate, cross, purpose, IN_2026).withAddress(address);
                PathQuestion wrong = new PathQuestion(
                        certificate, cross, purpose == Purpose.SIGN ? Purpose.ENCRYPT : Purpose.SIGN, IN_2026);
                tally.check(who + " " + use + " under the RSA authority", trusted(rsa.judge(question)));
                tally.check(who + " " + use + " under the Ed25519 authority", trusted(edwards.judge(question)));
                tally.check(who + " " + use + " for the other use", !trusted(rsa.judge(wrong)));
            }
        }
        tally.conclude(24);
    }

    @Test
    void findsWhatIsWrongInTheMailsOfSignedMailValidator() throws CMSException, IOException {
        Tally tally = new Tally("bc-mail-test certificates");
        Instant in2006 = Instant.parse("2006-09-05T12:00:00Z");
        Map<String, Predicate<Objection>> expected = new TreeMap<>(Map.of(
                "expired", Objection.Expired.class::isInstance,
                "notYetValid", Objection.NotYetValid.class::isInstance,
                "keyUsage", Objection.NoSuitableKey.class::isInstance,
                "extKeyUsage", Objection.NotForMail.class::isInstance,
                "noEmail", Objection.NotForAddress.class::isInstance,
                "shortKey", new Objection.WeakAlgorithm("RSA 512")::equals));
        CertificatePaths paths = under("bc-mail-test/test/validator.root.crt");
        for (Map.Entry<String, Predicate<Objection>> one : expected.entrySet()) {
            Signed signed = Signed.read("bc-mail-test/test/validator." + one.getKey() + ".eml");
            PathQuestion question = new PathQuestion(signed.signer(), signed.others(), Purpose.SIGN, in2006);
            PathVerdict verdict = paths.judge(
                    one.getKey().equals("noEmail")
                            ? question.withAddress(AddrSpec.of("arminha@student.ethz.ch"))
                            : question);
            tally.check(
                    one.getKey(),
                    verdict instanceof PathVerdict.Untrusted(List<Objection> objections)
                            && objections.stream().anyMatch(one.getValue()));
        }
        // Of 2006: SHA-1 and an authority of 1024 bits are all that is wrong with these.
        for (String name : List.of("validMail", "longValidity", "revoked")) {
            Signed signed = Signed.read("bc-mail-test/test/validator." + name + ".eml");
            PathQuestion question = new PathQuestion(signed.signer(), signed.others(), Purpose.SIGN, in2006);
            tally.check(
                    name + " but for its weakness",
                    paths.judge(question) instanceof PathVerdict.Untrusted(List<Objection> objections)
                            && objections.stream().allMatch(Objection.WeakAlgorithm.class::isInstance));
        }
        Octets list = Corpora.file(Corpora.smime("bc-mail-test/test/validator.revoked.crl"));
        PathCertificate revoked = PathCertificate.read(
                        Signed.read("bc-mail-test/test/validator.revoked.eml").signer())
                .orElseThrow();
        Anchor root = Anchor.ofPerson(CorpusCertificates.read("bc-mail-test/test/validator.root.crt"));
        tally.check(
                "revoked by the list",
                new RevocationJudgement(PolicyDemand.NONE)
                                .judge(
                                        new IssuerSearch.Chain(List.of(revoked), root),
                                        List.of(),
                                        new RevocationEvidence(List.of(list), List.of()),
                                        in2006)
                        instanceof Revocation.Revoked);
        tally.conclude(10);
    }

    @Test
    void judgesTheAuthoritiesOfCertvalidator() {
        Tally tally = new Tally("certvalidator certificates");
        for (String scheme : List.of("ed25519", "ed448", "pss", "pss-exclusive")) {
            String folder = "certvalidator/testing-ca-" + scheme + "/";
            String signer = scheme.startsWith("ed") ? "signer" : "signer1";
            CertificatePaths paths = under(folder + "root.cert.pem");
            PathQuestion question = new PathQuestion(
                    CorpusCertificates.der(folder + signer + ".cert.pem"),
                    List.of(CorpusCertificates.der(folder + "interm.cert.pem")),
                    Purpose.SIGN,
                    IN_2020);
            tally.check(scheme, trusted(paths.judge(question)));
        }
        String folder = "certvalidator/freshness/";
        CertificatePaths paths = under(folder + "certs/root.crt");
        PathQuestion alice = new PathQuestion(
                CorpusCertificates.der(folder + "certs/alice.crt"),
                List.of(CorpusCertificates.der(folder + "certs/interm.crt")),
                Purpose.SIGN,
                Instant.parse("2020-11-29T00:05:00Z"));
        RevocationEvidence october = evidence(folder, "root-2020-10-01.crl", "alice-2020-10-01.ors");
        RevocationEvidence november = evidence(folder, "root-2020-11-29.crl", "alice-2020-11-29.ors");
        RevocationEvidence december = evidence(folder, "root-2020-12-10.crl", "alice-2020-12-10.ors");
        tally.check("good", says(paths.judge(alice.withEvidence(november)), Revocation.Good.class));
        tally.check("old", says(paths.judge(alice.withEvidence(october)), Revocation.NotChecked.class));
        tally.check("nothing at hand", says(paths.judge(alice), Revocation.NotChecked.class));
        tally.check("revoked later", says(paths.judge(alice.withEvidence(december)), Revocation.NotChecked.class));
        PathQuestion later = new PathQuestion(alice.certificate(), alice.others(), Purpose.SIGN, IN_2020);
        tally.check("revoked by the answer", revoked(paths.judge(later.withEvidence(december))));
        PathQuestion under = new PathQuestion(
                alice.certificate(),
                List.of(CorpusCertificates.der(folder + "certs/interm-revoked.crt")),
                Purpose.SIGN,
                IN_2020);
        RevocationEvidence listed = new RevocationEvidence(december.lists(), List.of());
        tally.check("an authority that is revoked", revoked(paths.judge(under.withEvidence(listed))));
        tally.conclude(10);
    }

    /// Since the day on which all of that authority's revocations begin.
    private static boolean revoked(PathVerdict verdict) {
        return verdict instanceof PathVerdict.Untrusted(List<Objection> objections)
                && objections.getFirst() instanceof Objection.Revoked(Instant since, boolean hard)
                && since.equals(Instant.parse("2020-12-01T00:00:00Z"))
                && hard;
    }

    private static RevocationEvidence evidence(String folder, String list, String answer) {
        return new RevocationEvidence(
                List.of(Corpora.file(Corpora.smime(folder + list))),
                List.of(Corpora.file(Corpora.smime(folder + answer))));
    }

    private static boolean says(PathVerdict verdict, Class<? extends Revocation> kind) {
        return verdict instanceof PathVerdict.Trusted trusted && kind.isInstance(trusted.revocation());
    }

    private static boolean trusted(PathVerdict verdict) {
        return verdict instanceof PathVerdict.Trusted;
    }

    private static CertificatePaths under(String anchor) {
        return new CertificatePaths(List.of(Anchor.ofPerson(CorpusCertificates.read(anchor))));
    }

    /// The signer's certificate and the others in a multipart/signed mail.
    private record Signed(Octets signer, List<Octets> others) {
        static Signed read(String name) throws CMSException, IOException {
            String mail = Corpora.file(Corpora.smime(name)).latin1().replace("\r\n", "\n");
            int header = mail.lastIndexOf("Content-Type: application/");
            int from = mail.indexOf("\n\n", header);
            int to = mail.indexOf("\n--", from);
            CMSSignedData signed = new CMSSignedData(new ByteArrayInputStream(
                    Base64.getMimeDecoder().decode(mail.substring(from, to).strip())));
            SignerInformation first =
                    signed.getSignerInfos().getSigners().iterator().next();
            List<Octets> signers = new ArrayList<>();
            List<Octets> others = new ArrayList<>();
            for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
                (first.getSID().match(holder) ? signers : others).add(Octets.of(holder.getEncoded()));
            }
            return new Signed(signers.getFirst(), others);
        }
    }
}
