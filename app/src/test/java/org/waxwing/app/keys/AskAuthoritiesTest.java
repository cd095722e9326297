package org.waxwing.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.connection.ServerCheck;
import org.waxwing.app.directory.LdapDirectory;
import org.waxwing.app.directory.ScriptedDirectory;
import org.waxwing.app.store.Database;
import org.waxwing.app.store.SqliteAccounts;
import org.waxwing.app.store.SqliteInquiries;
import org.waxwing.app.trust.CertificateCheck;
import org.waxwing.app.trust.DirectorySearch;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.app.trust.Inquiry.Outcome;
import org.waxwing.app.web.BoundedWeb;
import org.waxwing.app.web.OneAnswer;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.RevocationAnswer;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.vault.Vault;

/// Servers are asked because the person says so, and what they say counts afterwards.
final class AskAuthoritiesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Octets NO_OCSP = Octets.ofUtf8("HTTP/1.1 405 Method Not Allowed\r\n\r\n");
    private static final AddrSpec BEN = AddrSpec.of("ben@example.org");
    private static final Objection.Revoked STOLEN = new Objection.Revoked(Instant.parse("2026-11-20T00:00:00Z"), true);

    private final InstantSource clock = InstantSource.fixed(NOW);
    private final Smime smime = Smime.with(new SecureRandom());
    private final SmimeCertificate ben = smime.certificate(resource("ben.der")).orElseThrow();
    private final SmimeCertificate authority =
            smime.certificate(resource("authority.der")).orElseThrow();

    @TempDir
    Path folder;

    private Vault vault;
    private Keyring keyring;
    private Database database;
    private SqliteInquiries ledger;
    private SqliteAccounts accounts;

    @BeforeEach
    void open() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            vault = Vault.create(folder.resolve("vault"), passphrase);
        }
        OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
        keyring = Keyrings.open(folder.resolve("keyring.db"), vault, openPgp);
        database = Database.open(folder.resolve("mail.db"));
        ledger = new SqliteInquiries(database, vault.box("inquiries"));
        ServerCheck nobody = (_, _) -> {
            throw new IllegalStateException("nobody is asked");
        };
        accounts = new SqliteAccounts(database, vault.box("accounts"), nobody, nobody);
        Keeping _ = keyring.smime().keep(ben, NOW);
        Keeping _ = keyring.smime().keep(authority, NOW);
    }

    @AfterEach
    void close() {
        database.close();
        keyring.close();
        vault.close();
    }

    @Test
    void aStolenKeyIsRefusedFromNowOn() throws IOException {
        trustTheAuthority();
        assertEquals(List.of(), objections());
        try (OneAnswer server = new OneAnswer(list("ben-revoked.crl"))) {
            CertificateCheck.Asked asked =
                    assertInstanceOf(CertificateCheck.Asked.class, over(server).check(ben.fingerprint()));
            assertEquals(
                    new RevocationAnswer.Revoked(STOLEN),
                    asked.parts().getFirst().answer());
            assertEquals("Ben Ito <ben@example.org>", asked.parts().getFirst().name());
            assertEquals(2, server.asked().size());
        }
        assertEquals(List.of(STOLEN), objections());
        assertEquals(
                List.of(
                        new Inquiry(
                                NOW,
                                "http://ca.example/list.crl",
                                OneAnswer.ok(resource("ben-revoked.crl")).length(),
                                Outcome.ANSWERED),
                        new Inquiry(NOW, "http://ocsp.example/", NO_OCSP.length(), Outcome.REFUSED)),
                ledger.all());
    }

    @Test
    void whoIsNotRevokedCountsAndTheLastWordHolds() throws IOException {
        trustTheAuthority();
        try (OneAnswer revoked = new OneAnswer(list("ben-revoked.crl"));
                OneAnswer good = new OneAnswer(list("nothing-revoked.crl"))) {
            CertificateCheck _ = over(revoked).check(ben.fingerprint());
            CertificateCheck _ = over(good).check(ben.fingerprint());
        }
        assertEquals(List.of(), objections());
    }

    @Test
    void silenceChangesNothing() throws IOException {
        trustTheAuthority();
        try (OneAnswer revoked = new OneAnswer(list("ben-revoked.crl"));
                OneAnswer silent = new OneAnswer(_ -> OneAnswer.ok(Octets.ofUtf8("<html>come back later</html>")))) {
            CertificateCheck.Asked asked =
                    assertInstanceOf(CertificateCheck.Asked.class, over(silent).check(ben.fingerprint()));
            assertInstanceOf(
                    RevocationAnswer.Silent.class, asked.parts().getFirst().answer());
            assertEquals(List.of(), objections());
            CertificateCheck _ = over(revoked).check(ben.fingerprint());
            CertificateCheck _ = over(silent).check(ben.fingerprint());
        }
        assertEquals(List.of(STOLEN), objections());
    }

    @Test
    void nobodyIsAskedAboutAStranger() throws IOException {
        try (OneAnswer server = new OneAnswer(list("ben-revoked.crl"))) {
            assertEquals(new CertificateCheck.NobodyToAsk(), over(server).check(ben.fingerprint()));
            assertEquals(List.of(), server.asked());
        }
        assertEquals(List.of(), ledger.all());
    }

    @Test
    void aRevocationCountsAlsoAgainstWhatThePersonAccepted() throws IOException {
        decide(ben);
        try (OneAnswer server = new OneAnswer(list("ben-revoked.crl"))) {
            CertificateCheck _ = over(server).check(ben.fingerprint());
        }
        assertEquals(List.of(STOLEN), objections());
    }

    @Test
    void aDirectoryGivesCardsThatNobodyDecidedAbout() throws IOException {
        Map<String, List<Octets>> entry = Map.of(
                "userCertificate;binary", List.of(ben.encoded(), authority.encoded(), Octets.ofUtf8("0 nothing")));
        try (OneAnswer web = new OneAnswer(_ -> Octets.empty());
                ScriptedDirectory directory = new ScriptedDirectory(List.of(entry), 0)) {
            assertEquals(
                    new DirectorySearch.Found(List.of(ben), Set.of(), 2),
                    over(web).search(directory.url(), BEN));
            assertEquals(
                    new DirectorySearch.Found(List.of(), Set.of(), 3),
                    over(web).search(directory.url(), AddrSpec.of("carla@example.org")));
            assertEquals(
                    List.of(Outcome.OF_NO_USE, Outcome.ANSWERED),
                    ledger.all().stream().map(Inquiry::outcome).toList());
        }
        assertEquals(
                Acceptance.UNDECIDED,
                keyring.smime().entry(ben.fingerprint()).orElseThrow().acceptance());
        assertEquals(Set.of(), keyring.trust().accepted());
    }

    @Test
    @Attack(45)
    void whoHandsOutAKeyInMyNameIsNamed() throws IOException {
        Account.Login relay =
                new Account.Login(ServerAddress.of("smtp.example.org", 587, TlsMode.STARTTLS_REQUIRED), "ben");
        try (Passphrase password = Passphrase.taking("secret".toCharArray())) {
            Account _ = accounts.add(new Mailbox("Ben Ito", BEN), relay, password, Optional.empty(), Optional.empty());
        }
        Map<String, List<Octets>> entry = Map.of("userCertificate;binary", List.of(ben.encoded()));
        try (OneAnswer web = new OneAnswer(_ -> Octets.empty());
                ScriptedDirectory directory = new ScriptedDirectory(List.of(entry), 0)) {
            assertEquals(
                    new DirectorySearch.Found(List.of(ben), Set.of(ben.fingerprint()), 0),
                    over(web).search(directory.url(), BEN));
        }
    }

    private AskAuthorities over(OneAnswer server) {
        BoundedWeb web = new BoundedWeb(server::open, Duration.ofSeconds(30), clock);
        LdapDirectory ldap = new LdapDirectory(Duration.ofSeconds(20), clock);
        AskDirectory directory = new AskDirectory(keyring, smime, ldap, new OwnNames(keyring, accounts), ledger, clock);
        return new AskAuthorities(keyring, smime, web, directory, ledger, clock);
    }

    /// A server that knows no OCSP.
    private static Function<String, Octets> list(String name) {
        Octets list = resource(name);
        return request -> request.startsWith("POST") ? NO_OCSP : OneAnswer.ok(list);
    }

    private List<Objection> objections() {
        X509Trust trust = keyring.trust();
        return smime.objections(ben, List.of(), Purpose.ENCRYPT, trust, NOW);
    }

    private void trustTheAuthority() {
        decide(authority);
    }

    private void decide(SmimeCertificate certificate) {
        keyring.decide(new Decision(certificate.fingerprint(), Acceptance.ACCEPTED, NOW, "said in a test"));
    }

    private static Octets resource(String name) {
        try (var in = AskAuthoritiesTest.class.getResourceAsStream(name)) {
            return Octets.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
