package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.cli.profile.ProfileDoor;

/// Certificates that don't do what they should, from an authority that openssl runs: each is told with the
/// true reason.
class CertificateReasonsTest {
    private static final String ANNA = "anna@chem.example";
    private static final String BEN = "ben@chem.example";

    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(ProfileDoor::of);
    private OpensslAuthority authority;
    private int days = 300;
    private String hash = "-sha256";

    @BeforeEach
    void opens() throws IOException, InterruptedException {
        assumeTrue(OpensslAuthority.isHere("openssl"), "openssl is not installed");
        Files.writeString(dir.resolve("passphrase"), "correct horse\n");
        authority = new OpensslAuthority(dir.resolve("authority"));
    }

    @Test
    void aCertificateThatIsNotForMailIsSaidToBeThat() throws IOException, InterruptedException {
        issued("ben", "rsa:2048", "subjectAltName=email:" + BEN, "extendedKeyUsage=serverAuth");
        isRefused("it is not for mail, or an authority above it is not", "not-for-mail");
    }

    @Test
    void aNameThatTheAuthorityMayNotConfirmIsSaidToBeThat() throws IOException, InterruptedException {
        issued("ben", "rsa:2048", "subjectAltName=email:ben@example.org", "extendedKeyUsage=emailProtection");
        isRefused("an authority above it may not confirm this name", "outside-name-limits");
    }

    /// Under an authority that Anna believes.
    private void isRefused(String words, String code) throws IOException, InterruptedException {
        done("anna", "import", of("mid.pem"), of("ben.pem"));
        done("anna", "cert", "trust", of("root.pem"), "--yes");
        String list = done("anna", "cert", "list");
        assertTrue(list.contains("does not count: " + words), list);
        assertFalse(list.contains("signs only"), list);
        String json = done("anna", "cert", "list", "--json");
        assertTrue(json.contains("\"why_not\":\"" + words + "\""), json);
        String opened = done("anna", "open", "--json", signedByBen());
        assertTrue(opened.contains("\"notes\":[\"" + code + "\""), opened);
    }

    @Test
    void aWeakKeyIsNotCalledOneThatSignsOnly() throws IOException, InterruptedException {
        issued("ben", "rsa:1024", "subjectAltName=email:" + BEN);
        done("anna", "import", of("mid.pem"), of("ben.pem"));
        done("anna", "cert", "trust", of("root.pem"), "--yes");
        String list = done("anna", "cert", "list");
        assertTrue(list.contains("does not count: RSA 1024 no longer protects"), list);
        assertFalse(list.contains("signs only"), list);
    }

    @Test
    void anAnswerThatIsNotForMailIsRefusedAndTheRequestWaitsOn() throws IOException, InterruptedException {
        Files.writeString(authority.file("anna.csr"), done("anna", "cert", "request", "--address", ANNA));
        String mailbox = "subjectAltName=critical,email:" + ANNA;
        signed("anna", mailbox, "extendedKeyUsage=serverAuth");
        refusesAnnas("it is not for mail, or an authority above it is not");
        signed("anna", mailbox, "keyUsage=critical,cRLSign");
        refusesAnnas("it has no key to seal for, it has no key to sign with");

        // An authority that confirms servers only.
        String mail = Files.readString(authority.file("mid.ext"));
        certifyMid(mail + "extendedKeyUsage=serverAuth\n");
        signed("anna", mailbox);
        Files.writeString(
                authority.file("anna.pem"),
                Files.readString(authority.file("anna.pem")) + Files.readString(authority.file("mid.pem")));
        refusesAnnas("it is not for mail, or an authority above it is not");

        certifyMid(mail);
        signed("anna", mailbox, "extendedKeyUsage=emailProtection");
        assertTrue(done("anna", "cert", "install", of("anna.pem")).startsWith("installed  "));
    }

    /// Some institutions give everybody one certificate to receive with and another that only signs.
    @Test
    void aCertificateThatOnlySignsIsAcceptedByAnImportToo() throws IOException, InterruptedException {
        issued("ben", "rsa:2048", "subjectAltName=email:" + BEN, "keyUsage=critical,digitalSignature");
        String told = done("anna", "import", of("ben.pem"));
        assertTrue(told.contains("in use, not checked"), told);
        String opened = done("anna", "open", signedByBen());
        assertTrue(opened.startsWith("Signed by ben <ben@chem.example>, whose certificate you accepted"), opened);
    }

    /// Whoever made the key for Anna can make certificates in anybody's name with it.
    @Test
    void anOwnKeyWhoseCertificateIsAnAuthoritysConfirmsNobody() throws IOException, InterruptedException {
        authority.selfSigned(
                "anna",
                "/CN=Anna",
                "subjectAltName=email:" + ANNA,
                "basicConstraints=critical,CA:TRUE",
                "keyUsage=critical,keyCertSign,digitalSignature,keyEncipherment");
        brings("anna");
        authority.openssl(
                "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "ben.key", "-out", "ben.csr", "-subj", "/CN=ben");
        Files.writeString(authority.file("ben.ext"), "subjectAltName=email:" + BEN + "\n");
        List<String> words = new ArrayList<>(List.of("x509", "-req", "-in", "ben.csr", "-CA", "anna.pem"));
        words.addAll(List.of("-CAkey", "anna.key", "-CAcreateserial", "-extfile", "ben.ext", "-out", "ben.pem"));
        authority.openssl(words.toArray(String[]::new));
        String letter = signedByBen();
        assertTrue(done("anna", "open", "--json", letter).contains("\"notes\":[\"no-trusted-authority\""));

        String printed = authority.openssl("x509", "-in", "anna.pem", "-noout", "-fingerprint", "-sha256");
        String fingerprint =
                printed.substring(printed.indexOf('=') + 1).replace(":", "").strip();
        String told = done("anna", "cert", "trust", of("anna.pem"), "--yes");
        assertTrue(told.contains("believed about mail from now on"), told);
        assertTrue(done("anna", "open", letter).startsWith("Signed by ben <ben@chem.example>, confirmed by Anna"));
        assertTrue(done("anna", "cert", "distrust", fingerprint).startsWith("taken back  "));
        assertTrue(done("anna", "open", "--json", letter).contains("\"notes\":[\"no-trusted-authority\""));
        assertTrue(done("anna", "keys").contains("your own"));
    }

    private void certifyMid(String extensions) throws IOException, InterruptedException {
        Files.writeString(authority.file("mid.ext"), extensions);
        List<String> words = new ArrayList<>(List.of("x509", "-req", "-in", "mid.csr", "-CA", "root.pem"));
        words.addAll(List.of("-CAkey", "root.key", "-CAcreateserial", "-days", "900"));
        words.addAll(List.of("-extfile", "mid.ext", "-out", "mid.pem"));
        authority.openssl(words.toArray(String[]::new));
    }

    private void refusesAnnas(String why) {
        Shell.Left left = run("anna", "cert", "install", of("anna.pem"));
        assertEquals(41, left.code(), left.out() + left.err());
        assertTrue(
                left.err().contains("for your key, but can't be used: " + why + ". Nothing was changed."), left.err());
        String list = done("anna", "cert", "list");
        assertTrue(list.startsWith("Waiting for the answer of an authority:"), list);
        assertFalse(list.contains("Chem Mail CA"), list);
    }

    /// Anna has the root alone, so she believes Ben only where his letter brings what lies between.
    @Test
    void aChainThatCameAfterTheKeyGoesAlongWithSignaturesAndExports() throws IOException, InterruptedException {
        for (String name : List.of("anna", "ben")) {
            issued(name, "rsa:2048", "subjectAltName=email:" + name + "@chem.example");
            brings(name);
        }
        done("ben", "import", of("mid.pem"), of("anna.pem"));
        done("anna", "cert", "trust", of("root.pem"), "--yes");
        String letter = "From: ben@chem.example\nTo: anna@chem.example\nSubject: Quinces\n\nThey are ripe.\n";
        Shell.Left sealed = reading("ben", letter, "seal", "--smime");
        assertEquals(0, sealed.code(), sealed.err());
        Files.write(dir.resolve("sealed.eml"), sealed.bytes());
        String opened = done("anna", "open", dir.resolve("sealed.eml").toString());
        assertTrue(opened.startsWith("Sealed for you, signed by ben <ben@chem.example>, confirmed by Chem"), opened);

        Files.write(
                authority.file("export.p12"),
                run("ben", "cert", "export", BEN, "--secret", "--export-passphrase-file", seagull())
                        .bytes());
        String printed = authority.openssl("pkcs12", "-in", "export.p12", "-passin", "pass:seagull", "-nodes");
        assertTrue(printed.contains("Chem Mail CA"), printed);
    }

    @Test
    void whoseCertificateHasEndedIsToldHowToGetANewOne() throws IOException, InterruptedException {
        days = 0;
        issued("ben", "rsa:2048", "subjectAltName=email:" + BEN);
        brings("ben");
        String letter = "From: ben@chem.example\nTo: ben@chem.example\nSubject: Quinces\n\nThey are ripe.\n";
        Shell.Left left = reading("ben", letter, "seal");
        assertEquals("", left.out());
        assertTrue(left.err().contains("can't be used now: expired on"), left.err());
        assertTrue(left.err().contains("waxwing cert request") && left.err().contains("waxwing import"), left.err());
        assertFalse(left.err().contains("key generate"), left.err());
    }

    /// Its key is good: it is the authority's signature that proves nothing any more.
    @Test
    void anOwnCertificateSignedWithSha1SignsOnlyWhereThereIsNoOther() throws IOException, InterruptedException {
        issued("good", "rsa:2048", "subjectAltName=email:" + BEN);
        hash = "-sha1";
        issued("ben", "rsa:2048", "subjectAltName=email:" + BEN);
        done("ben", "import", of("mid.pem"));
        done("ben", "cert", "trust", of("root.pem"), "--yes");
        brings("ben");
        String list = done("ben", "cert", "list");
        assertTrue(list.contains("does not count: SHA1WITHRSA no longer protects"), list);
        String opened = sealedForHimself();
        assertTrue(opened.contains("A signature proves nothing: SHA1WITHRSA no longer protects."), opened);
        assertTrue(opened.contains("They are ripe."), opened);

        brings("good", "ben");
        assertTrue(sealedForHimself().startsWith("Sealed for you, signed by good <ben@chem.example>"));
    }

    private String sealedForHimself() throws IOException {
        String letter = "From: ben@chem.example\nTo: ben@chem.example\nSubject: Quinces\n\nThey are ripe.\n";
        Shell.Left sealed = reading("ben", letter, "seal", "--smime");
        assertEquals(0, sealed.code(), sealed.err());
        Files.write(dir.resolve("sealed.eml"), sealed.bytes());
        return done("ben", "open", dir.resolve("sealed.eml").toString());
    }

    /// Takes a key and its certificate in, and nothing above it.
    private void brings(String name) throws IOException, InterruptedException {
        brings(name, name);
    }

    private void brings(String name, String profile) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("pkcs12", "-export", "-in", name + ".pem"));
        words.addAll(List.of("-inkey", name + ".key", "-passout", "pass:seagull", "-out", name + ".p12"));
        authority.openssl(words.toArray(String[]::new));
        String told = done(profile, "import", of(name + ".p12"), "--import-passphrase-file", seagull());
        assertTrue(told.contains("with its private key"), told);
    }

    private String seagull() throws IOException {
        return Files.writeString(dir.resolve("file-passphrase"), "seagull\n").toString();
    }

    /// A key in `NAME.key` and its certificate in `NAME.pem`.
    private void issued(String name, String kind, String... extensions) throws IOException, InterruptedException {
        authority.openssl(
                "req",
                "-newkey",
                kind,
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr",
                "-subj",
                "/CN=" + name);
        signed(name, extensions);
    }

    /// What the authority makes of the request in `NAME.csr`.
    private void signed(String name, String... extensions) throws IOException, InterruptedException {
        Files.writeString(authority.file(name + ".ext"), String.join("\n", extensions) + "\n");
        List<String> words = new ArrayList<>(List.of("x509", "-req", "-in", name + ".csr", "-CA", "mid.pem"));
        words.addAll(List.of("-CAkey", "mid.key", "-CAcreateserial", "-days", Integer.toString(days)));
        words.addAll(List.of(hash, "-extfile", name + ".ext", "-out", name + ".pem"));
        authority.openssl(words.toArray(String[]::new));
    }

    private String signedByBen() throws IOException, InterruptedException {
        Files.writeString(authority.file("body"), "Content-Type: text/plain\n\nThe quinces are ripe.\n");
        authority.openssl("cms", "-sign", "-in", "body", "-out", "signed", "-signer", "ben.pem", "-inkey", "ben.key");
        Path letter = dir.resolve("signed.eml");
        Files.writeString(
                letter, "From: ben@chem.example\nTo: anna@chem.example\n" + Files.readString(authority.file("signed")));
        return letter.toString();
    }

    private Shell.Left run(String profile, String... words) {
        return reading(profile, "", words);
    }

    private Shell.Left reading(String profile, String input, String... words) {
        return shell.runFor(dir.resolve(profile), input, words);
    }

    @CanIgnoreReturnValue
    private String done(String profile, String... words) {
        Shell.Left left = run(profile, words);
        assertEquals(0, left.code(), left.out() + left.err());
        return left.out();
    }

    private String of(String name) {
        return authority.file(name).toString();
    }
}
