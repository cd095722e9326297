package org.waxwing.app.keys;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.trust.CertificateCheck;
import org.waxwing.app.trust.DirectorySearch;
import org.waxwing.app.trust.Inquiries;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.app.web.BoundedWeb;
import org.waxwing.app.web.WebAnswer;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.RevocationAnswer;
import org.waxwing.crypto.cert.RevocationQuestion;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.RevocationNote;
import org.waxwing.keystore.SmimeEntry;

/// Asks the authorities of an S/MIME certificate over the web, its responders first and then its lists.
public final class AskAuthorities implements Inquiries {
    private static final int LARGEST_RESPONSE = 256 * 1024;
    private static final int LARGEST_LIST = 16 * 1024 * 1024;
    private static final int MOST_SERVERS = 12;

    private final Keyring keyring;
    private final Smime smime;
    private final BoundedWeb web;
    private final AskDirectory directory;
    private final InquiryLedger ledger;
    private final InstantSource clock;

    public AskAuthorities(
            Keyring keyring,
            Smime smime,
            BoundedWeb web,
            AskDirectory directory,
            InquiryLedger ledger,
            InstantSource clock) {
        this.keyring = keyring;
        this.smime = smime;
        this.web = web;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public CertificateCheck check(Fingerprint.X509Sha256 fingerprint) {
        Optional<SmimeCertificate> certificate =
                keyring.smime().entry(fingerprint).map(SmimeEntry::certificate);
        if (certificate.isEmpty()) {
            return new CertificateCheck.NoSuchCertificate();
        }
        List<RevocationQuestion> questions =
                smime.revocationQuestions(certificate.get(), chain(fingerprint), keyring.trust(), clock.instant());
        List<CertificateCheck.Part> parts = new ArrayList<>();
        int asked = 0;
        for (RevocationQuestion question : questions) {
            CertificateCheck.Part part = asked(question, MOST_SERVERS - asked);
            asked += part.asked().size();
            parts.add(part);
        }
        return parts.isEmpty() ? new CertificateCheck.NobodyToAsk() : new CertificateCheck.Asked(parts);
    }

    @Override
    public List<Fingerprint.X509Sha256> certificatesFor(AddrSpec address) {
        return keyring.certificatesFor(address).stream()
                .flatMap(certificate ->
                        certificate instanceof SmimeCertificate found ? Stream.of(found.fingerprint()) : Stream.empty())
                .toList();
    }

    @Override
    public DirectorySearch search(String server, AddrSpec address) {
        return directory.search(server, address);
    }

    @Override
    public List<Inquiry> ledger() {
        return ledger.all();
    }

    /// What came along with one's own certificate.
    private List<Octets> chain(Fingerprint fingerprint) {
        return keyring.smimeKeys().stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .map(SmimeSecretKey::chain)
                .findFirst()
                .orElse(List.of());
    }

    /// Ends with the first answer that counts.
    private CertificateCheck.Part asked(RevocationQuestion question, int most) {
        SmimeCertificate certificate = smime.certificate(question.certificate()).orElseThrow();
        List<Inquiry> inquiries = new ArrayList<>();
        RevocationAnswer answer = new RevocationAnswer.Silent();
        for (Server server : servers(question).limit(Math.max(0, most)).toList()) {
            answer = server.ask(question, inquiries);
            if (!(answer instanceof RevocationAnswer.Silent)) {
                break;
            }
        }
        keep(certificate.fingerprint(), answer);
        String name = certificate.userIds().isEmpty()
                ? certificate.fingerprint().hex()
                : certificate.userIds().getFirst().text();
        return new CertificateCheck.Part(name, answer, inquiries);
    }

    private interface Server {
        RevocationAnswer ask(RevocationQuestion question, List<Inquiry> inquiries);
    }

    private Stream<Server> servers(RevocationQuestion question) {
        Stream<Server> responders = question.responders().stream().map(url -> (asked, inquiries) -> {
            WebAnswer got = web.post(url, "application/ocsp-request", asked.request(), LARGEST_RESPONSE);
            return read(url, got, inquiries, octets -> smime.readOcspResponse(asked, octets, clock.instant()));
        });
        Stream<Server> lists = question.lists().stream().map(url -> (asked, inquiries) -> {
            WebAnswer got = web.get(url, LARGEST_LIST);
            return read(url, got, inquiries, octets -> smime.readRevocationList(asked, octets, clock.instant()));
        });
        return Stream.concat(responders, lists);
    }

    private interface Reading {
        RevocationAnswer of(Octets content);
    }

    private RevocationAnswer read(String url, WebAnswer got, List<Inquiry> inquiries, Reading reading) {
        return switch (got) {
            case WebAnswer.Got(Octets content, long read) -> {
                RevocationAnswer answer = reading.of(content);
                boolean silent = answer instanceof RevocationAnswer.Silent;
                note(url, read, silent ? Inquiry.Outcome.OF_NO_USE : Inquiry.Outcome.ANSWERED, inquiries);
                yield answer;
            }
            case WebAnswer.Failed(WebAnswer.Why why, long read) -> {
                note(url, read, why.outcome(), inquiries);
                yield new RevocationAnswer.Silent();
            }
        };
    }

    private void note(String url, long octets, Inquiry.Outcome outcome, List<Inquiry> inquiries) {
        Inquiry inquiry = new Inquiry(clock.instant(), url, octets, outcome);
        ledger.add(inquiry);
        inquiries.add(inquiry);
    }

    /// Silence takes nothing back.
    private void keep(Fingerprint.X509Sha256 certificate, RevocationAnswer answer) {
        switch (answer) {
            case RevocationAnswer.Good _ ->
                keyring.smime().noteRevocation(new RevocationNote(certificate, clock.instant(), Optional.empty()));
            case RevocationAnswer.Revoked(Objection.Revoked revoked) ->
                keyring.smime().noteRevocation(new RevocationNote(certificate, clock.instant(), Optional.of(revoked)));
            case RevocationAnswer.Silent _ -> {
                // As before: a server that is down must not keep anybody from writing.
            }
        }
    }
}
