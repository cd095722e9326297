package org.waxwing.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.waxwing.app.trust.CertificateCheck;
import org.waxwing.app.trust.DirectorySearch;
import org.waxwing.app.trust.Inquiries;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.RevocationAnswer;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;

/// Authorities that answer: Ben's certificate is good, Carla's was stolen, nobody knows Dave's.
final class FakeInquiries implements Inquiries {
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public CertificateCheck check(Fingerprint.X509Sha256 certificate) {
        Inquiry responder = new Inquiry(AT, "http://ocsp.example/", 0, Inquiry.Outcome.NOT_PUBLIC);
        Inquiry list = new Inquiry(AT, "http://ca.example/list.crl", 1_234, Inquiry.Outcome.ANSWERED);
        return switch (certificate.hex().charAt(0)) {
            case 'B' -> asked("Ben Ito <ben@example.org>", new RevocationAnswer.Good(), responder, list);
            case 'C' ->
                asked(
                        "Carla\033[2J <carla@example.org>",
                        new RevocationAnswer.Revoked(new Objection.Revoked(AT.minusSeconds(86_400), true)),
                        list);
            case 'D' -> asked("Dave <dave@example.com>", new RevocationAnswer.Silent(), responder);
            default -> new CertificateCheck.NobodyToAsk();
        };
    }

    private static CertificateCheck asked(String name, RevocationAnswer answer, Inquiry... inquiries) {
        return new CertificateCheck.Asked(List.of(new CertificateCheck.Part(name, answer, List.of(inquiries))));
    }

    @Override
    public List<Fingerprint.X509Sha256> certificatesFor(AddrSpec address) {
        String first = address.localPart().substring(0, 1);
        return "bcda".contains(first) ? List.of(new Fingerprint.X509Sha256(first.repeat(64))) : List.of();
    }

    @Override
    public DirectorySearch search(String server, AddrSpec address) {
        return switch (server) {
            case "ldaps://ldap.example/o=Example" -> new DirectorySearch.Found(List.of(), Set.of(), 2);
            case "ldaps://forged.example" -> found(FakeCertificates.certificate("anna"));
            case "ldaps://closed.example" -> new DirectorySearch.Failed(Inquiry.Outcome.REFUSED);
            default -> new DirectorySearch.NoDirectory();
        };
    }

    /// One that is for an address of the person's own.
    private static DirectorySearch found(SmimeCertificate claiming) {
        return new DirectorySearch.Found(List.of(claiming), Set.of(claiming.fingerprint()), 0);
    }

    @Override
    public List<Inquiry> ledger() {
        return List.of(
                new Inquiry(AT, "http://ca.example/list.crl", 1_234, Inquiry.Outcome.ANSWERED),
                new Inquiry(AT, "http://ocsp.example/", 0, Inquiry.Outcome.NOT_PUBLIC),
                new Inquiry(AT, "https://news.example/sea.png", 0, Inquiry.Outcome.OF_NO_USE, Inquiry.Purpose.PICTURE),
                new Inquiry(
                        AT,
                        "dns:two._domainkey.chem.example?type=TXT",
                        216,
                        Inquiry.Outcome.ANSWERED,
                        Inquiry.Purpose.LETTER));
    }
}
