package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.cli.profile.ProfileDoor;

/// One's own S/MIME certificate from the request on, and whom to believe about others', with an authority
/// that openssl runs.
class CertificateCommandsTest {
    private static final String ANNA = "anna@chem.example";
    private static final String CARLA = "carla@chem.example";
    private static final String BEN = "ben@example.org";

    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(ProfileDoor::of);
    private OpensslAuthority authority;

    @BeforeEach
    void opens() throws IOException, InterruptedException {
        assumeTrue(OpensslAuthority.isHere("openssl"), "openssl is not installed");
        Files.writeString(dir.resolve("passphrase"), "correct horse\n");
        Files.writeString(dir.resolve("file-passphrase"), "seagull\n");
        authority = new OpensslAuthority(dir.resolve("authority"));
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

    private void fails(int code, String sentence, Shell.Left left) {
        assertTrue(left.err().contains(sentence), left.out() + left.err());
        assertEquals(code, left.code());
        assertFalse(left.err().contains("made a mistake"), left.err());
    }

    private void types(String... answers) {
        shell.answers.addAll(List.of(answers));
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }

    private String of(String name) {
        return authority.file(name).toString();
    }

    private void asks(String profile, String address, String kind) throws IOException {
        Files.writeString(
                authority.file(profile + ".csr"),
                done(profile, "cert", "request", "--address", address, "--name", profile, "--kind", kind));
    }

    /// Asked, answered and installed.
    private void certified(String profile, String address) throws IOException, InterruptedException {
        asks(profile, address, "p256");
        authority.answer(profile, address, 300);
        assertTrue(done(profile, "cert", "install", of(profile + ".p7b")).startsWith("installed  "));
    }

    @Test
    void fromTheRequestToALetterWhoseSignerAnAuthorityConfirms() throws IOException, InterruptedException {
        certified("anna", ANNA);
        certified("carla", CARLA);
        assertTrue(done("anna", "cert", "list").contains("counts for you alone: nobody you rely on confirms"));
        assertTrue(
                done("anna", "cert", "list", "--json")
                        .contains(
                                "\"counts\":\"for-you-alone\",\"confirmed_by\":null,\"why_not\":\"nobody you rely on confirms"));
        assertTrue(done("anna", "keys").contains("your own"));
        Files.writeString(dir.resolve("carla.pem"), done("carla", "cert", "export", CARLA));
        assertEquals(
                Files.readString(authority.file("carla.pem")).strip(),
                Files.readString(dir.resolve("carla.pem")).strip());

        // Nobody trusts the authority yet: what it confirms counts no more than what nobody confirms.
        String letter = "From: anna@chem.example\nTo: carla@chem.example\nSubject: Harvest\n\nThe quinces are ripe.\n";
        Shell.Left refused = reading("anna", letter, "seal", "--smime");
        assertEquals(17, refused.code());
        assertEquals("", refused.out());

        for (String profile : List.of("anna", "carla")) {
            String told = done(profile, "cert", "trust", of("root.pem"), "--yes");
            assertTrue(told.contains("confirms only addresses at chem.example"), told);
            assertTrue(done(profile, "cert", "list").contains("confirmed by Chem"), told);
        }
        assertTrue(done("anna", "import", at("carla.pem")).contains("1 kept"));
        Shell.Left sealed = reading("anna", letter, "seal", "--smime");
        assertEquals(0, sealed.code(), sealed.err());
        assertFalse(sealed.out().contains("quinces"));
        Files.write(dir.resolve("sealed.eml"), sealed.bytes());
        String open = done("carla", "open", at("sealed.eml"));
        assertTrue(open.contains("The quinces are ripe."), open);
        assertTrue(open.startsWith("Sealed for you, signed by anna <anna@chem.example>, confirmed by Chem"), open);
        String json = done("carla", "open", "--json", at("sealed.eml"));
        assertTrue(json.contains("\"status\":\"confidential\"") && json.contains("\"confirmedBy\":\"Chem\""), json);

        // Taken back, it confirms nobody any more.
        String root = authority.openssl("x509", "-in", "root.pem", "-noout", "-fingerprint", "-sha256");
        String fingerprint = root.substring(root.indexOf('=') + 1).strip();
        assertTrue(done("carla", "cert", "distrust", fingerprint).startsWith("taken back  "));
        assertTrue(done("carla", "open", "--json", at("sealed.eml")).contains("no-trusted-authority"));
        assertTrue(done("carla", "cert", "trust", fingerprint, "--yes").contains("believed about mail"));
        assertTrue(done("carla", "cert", "trust", fingerprint).contains("you believe it already"));
    }

    @Test
    void anAnswerThatIsNoneChangesNothingAndIsExplained() throws IOException, InterruptedException {
        asks("anna", ANNA, "rsa3072");
        authority.answer("anna", "anna.weber@chem.example", 300);
        fails(41, "not for anna@chem.example: it names anna.weber@chem.example", install("anna.pem"));
        authority.answer("anna", ANNA, 0);
        fails(41, "expired on", install("anna.pem"));
        fails(41, "is a request, not its answer", install("anna.csr"));
        fails(72, "None of its 2 certificates is for a key that is here", install(together("mid.pem", "root.pem")));
        fails(72, "The certificate in it is for another key", install("mid.pem"));
        fails(41, "it holds no certificate", install("mid.key"));
        fails(61, "There is no file", install("missing.pem"));
        Files.writeString(authority.file("garbage"), "not at all\n");
        fails(41, "is no answer of an authority", install("garbage"));
        assertEquals(61, run("anna", "cert", "install", at("authority")).code());
        fails(72, "no request waits here", run("ben", "cert", "install", of("mid.pem")));
        assertTrue(done("anna", "cert", "list").startsWith("Waiting for the answer of an authority:"));

        authority.answer("anna", "anna.weber@chem.example", 300);
        assertTrue(
                done("anna", "cert", "install", of("anna.pem"), "--any-address").startsWith("installed  "));
    }

    private Shell.Left install(String name) {
        if (!dir.resolve("ben").toFile().exists()) {
            assertEquals("", run("ben", "key", "generate", "--address", BEN).err());
        }
        return run("anna", "cert", "install", of(name));
    }

    private String together(String... names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(Files.readString(authority.file(name)));
        }
        Files.writeString(authority.file("together.pem"), all.toString());
        return "together.pem";
    }

    @Test
    void aChainThatCameLaterIsAddedAndANewerCertificateTaken() throws IOException, InterruptedException {
        asks("anna", ANNA, "p256");
        authority.answer("anna", ANNA, 100);
        String told = done("anna", "cert", "install", of("anna.pem"));
        assertTrue(told.contains("chain incomplete: the certificate of Chem Mail CA is missing"), told);
        told = done("anna", "cert", "install", of("anna.p7b"));
        assertTrue(told.startsWith("completed  ") && told.contains("chain complete"), told);
        assertTrue(done("anna", "cert", "install", of("anna.p7b")).startsWith("unchanged  "));
        authority.answer("anna", ANNA, 200);
        assertTrue(done("anna", "cert", "install", of("anna.pem")).startsWith("installed  "));
        assertEquals(2, count("\"kind\":\"own\"", done("anna", "cert", "list", "--json")), "the older one reads on");
        Shell.Left again = run("anna", "cert", "request", "--address", ANNA, "--again");
        fails(72, "No request waits for anna@chem.example", again);
    }

    private static int count(String what, String text) {
        return text.split(Pattern.quote(what), -1).length - 1;
    }

    @Test
    void aKeyThatOnlySignsIsSaidToBeOne() throws IOException {
        asks("anna", ANNA, "p256");
        Shell.Left left = run("anna", "cert", "request", "--address", ANNA, "--kind", "ed25519");
        assertTrue(left.err().contains("only signs"), left.err());
        assertTrue(left.err().contains("2 requests wait for anna@chem.example now"), left.err());
        assertEquals(left.out(), done("anna", "cert", "request", "--address", ANNA, "--again"), "the newest");
    }

    @Test
    void whatIsNoAuthorityForMailIsRefused() throws IOException, InterruptedException {
        done("anna", "key", "generate", "--address", ANNA);
        authority.selfSigned("tls", "/CN=TLS Root", "extendedKeyUsage=serverAuth");
        authority.selfSigned("ben", "/CN=Ben", "subjectAltName=email:" + BEN);
        authority.openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:1024",
                "-nodes",
                "-keyout",
                "weak.key",
                "-out",
                "weak.pem",
                "-subj",
                "/CN=Weak Root");
        authority.openssl(
                "x509",
                "-req",
                "-in",
                "mid.csr",
                "-signkey",
                "mid.key",
                "-extfile",
                "mid.ext",
                "-days",
                "0",
                "-out",
                "old.pem");
        fails(41, "no authority for mail", run("anna", "cert", "trust", of("tls.pem"), "--yes"));
        for (List<String> one : List.of(
                List.of("tls.pem", "not for mail"),
                List.of(together("ben.pem", "tls.pem"), "it is no authority"),
                List.of("weak.pem", "RSA 1024 no longer protects"),
                List.of("old.pem", "expired on"))) {
            Shell.Left left = run("anna", "cert", "trust", of(one.getFirst()), "--yes");
            assertTrue(left.out().contains(one.getLast()), left.out() + left.err());
            assertEquals(41, left.code());
        }
        fails(41, "names no authority: it holds no certificate", run("anna", "cert", "trust", of("mid.key"), "--yes"));
        assertEquals("", done("anna", "cert", "list"));
    }

    @Test
    void everyCertificateOfAFileIsNamedAndThePersonIsAsked() throws IOException {
        done("anna", "key", "generate", "--address", ANNA);
        String both = of(together("mid.pem", "root.pem"));
        fails(19, "no terminal to ask at", run("anna", "cert", "trust", both));
        types("n");
        Shell.Left no = run("anna", "cert", "trust", both);
        assertEquals(1, no.code());
        assertEquals("", done("anna", "cert", "list"));
        types("yes");
        String told = done("anna", "cert", "trust", both);
        assertTrue(told.contains("Chem Mail CA") && told.contains("another one here issued it"), told);
        assertTrue(told.contains("Chem Root") && told.contains("believed about mail from now on"), told);
        String list = done("anna", "cert", "list", "--json");
        assertEquals(1, count("\"counts\":\"believed\"", list));
        assertEquals(1, count("\"counts\":\"helps-only\"", list));
    }

    @Test
    void exactlyOneCertificateOfAPersonIsAcceptedAndTakenBack() throws IOException, InterruptedException {
        done("anna", "key", "generate", "--address", ANNA);
        authority.selfSigned("ben", "/CN=Ben", "basicConstraints=CA:FALSE", "subjectAltName=email:" + BEN);
        done("anna", "import", of("ben.pem"));
        assertTrue(done("anna", "cert", "trust", BEN).contains("accepted this certificate before"));
        done("anna", "cert", "distrust", BEN);
        assertTrue(done("anna", "cert", "list").contains("does not count: nobody you rely on confirms"));
        fails(72, "nothing to take back", run("anna", "cert", "trust", "--undo", BEN));
        types("y");
        assertTrue(done("anna", "cert", "trust", BEN).contains("Accepted"));
        assertTrue(done("anna", "cert", "list").contains("accepted as it is, by you"));
    }

    /// Without any extension but the address, openssl makes an authority of everybody.
    @Test
    void aPersonWhoCallsThemselvesAnAuthorityIsAcceptedForTheirOwnMailOnly() throws IOException, InterruptedException {
        certified("anna", ANNA);
        authority.selfSigned("ben", "/CN=Ben", "subjectAltName=email:" + BEN);
        types("n");
        Shell.Left no = run("anna", "cert", "trust", of("ben.pem"));
        assertEquals(1, no.code(), no.err());
        assertTrue(no.err().contains("a person's: it confirms nobody else"), no.err());
        assertFalse(done("anna", "cert", "list").contains("Ben"), "it was kept though nobody agreed");
        fails(19, "no terminal to ask at", run("anna", "cert", "trust", of("ben.pem")));
        types("y");
        assertTrue(done("anna", "cert", "trust", of("ben.pem")).contains("Accepted: letters are sealed for it"));
        assertTrue(done("anna", "cert", "trust", of("ben.pem")).contains("accepted this certificate before"));
        assertTrue(done("anna", "cert", "list").contains("accepted as it is, by you"));

        brings("ben");
        String letter = "From: anna@chem.example\nTo: ben@example.org\nSubject: Quinces\n\nThey are ripe.\n";
        Shell.Left sealed = reading("anna", letter, "seal", "--smime");
        assertEquals(0, sealed.code(), sealed.err());
        Files.write(dir.resolve("sealed.eml"), sealed.bytes());
        assertTrue(done("ben", "open", at("sealed.eml")).contains("They are ripe."));
        String answer = "From: ben@example.org\nTo: anna@chem.example\nSubject: Quinces\n\nI come.\n";
        String opened = done("anna", "open", written("answer.eml", signedBy("ben", answer)));
        assertTrue(opened.contains("whose certificate you accepted as it is"), opened);

        // What Ben's key signs for Carla's address counts no more than it did before.
        authority.openssl(
                "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "carla.key", "-out", "carla.csr", "-subj", "/CN=C");
        Files.writeString(
                authority.file("carla.ext"),
                "subjectAltName=email:" + CARLA + "\nkeyUsage=critical,digitalSignature,keyEncipherment\n");
        authority.openssl(
                "x509",
                "-req",
                "-in",
                "carla.csr",
                "-CA",
                "ben.pem",
                "-CAkey",
                "ben.key",
                "-CAcreateserial",
                "-days",
                "300",
                "-extfile",
                "carla.ext",
                "-out",
                "carla.pem");
        String forged = "From: carla@chem.example\nTo: anna@chem.example\nSubject: Quinces\n\nI come too.\n";
        String json = done(
                "anna", "open", "--json", written("forged.eml", signedBy("carla", forged, "-certfile", "ben.pem")));
        assertTrue(json.contains("no-trusted-authority") && !json.contains("\"status\":\"verified\""), json);
        Shell.Left toCarla = reading("anna", letter.replace("ben@example.org", CARLA), "seal", "--smime");
        assertEquals(17, toCarla.code(), toCarla.out() + toCarla.err());
    }

    @Test
    void ofSeveralPersonsInOneFileEachIsSaidToBeAcceptedOrNot() throws IOException, InterruptedException {
        done("anna", "key", "generate", "--address", ANNA);
        authority.selfSigned("ben", "/CN=Ben", "subjectAltName=email:" + BEN);
        authority.selfSigned(
                "dave", "/CN=Dave", "subjectAltName=email:dave@example.org", "extendedKeyUsage=serverAuth");
        authority.selfSigned("carla", "/CN=Carla", "subjectAltName=email:" + CARLA);
        String all = of(together("ben.pem", "dave.pem", "carla.pem"));
        fails(19, "Nothing was changed.", run("anna", "cert", "trust", all));
        types("yes");
        Shell.Left left = run("anna", "cert", "trust", all);
        fails(41, "Not accepted: Dave", left);
        assertTrue(left.err().contains("Carla <" + CARLA + "> (there is no terminal to ask at)"), left.err());
        assertTrue(left.err().contains("Accepted: Ben <" + BEN + ">."), left.err());
        assertFalse(left.err().toLowerCase(Locale.ROOT).contains("nothing was changed"), left.err());
        assertTrue(left.out().contains("refused: it can't be used"), left.out());
        left = run("anna", "cert", "trust", all, "--yes");
        assertTrue(left.out().contains("unchanged: you accepted it before"), left.out());
        fails(41, "Accepted: Carla <" + CARLA + ">.", left);
        String list = done("anna", "cert", "list", "--json");
        assertEquals(2, count("\"counts\":\"accepted-as-it-is\"", list), list);
    }

    @Test
    void anAuthorityThatWasBelievedBeforeTheTerminalWentIsNotDenied() throws IOException, InterruptedException {
        done("anna", "key", "generate", "--address", ANNA);
        authority.selfSigned("other", "/CN=Other Root", "basicConstraints=critical,CA:TRUE");
        String both = of(together("root.pem", "other.pem"));
        types("yes");
        Shell.Left left = run("anna", "cert", "trust", both);
        assertEquals(19, left.code(), left.out() + left.err());
        assertTrue(left.out().contains("believed about mail from now on"), left.out());
        assertTrue(left.out().contains("not believed: there is no terminal to ask at"), left.out());
        assertFalse(left.err().contains("nothing was changed"), left.err());
    }

    /// Takes the key of an own certificate in.
    private void brings(String name) throws IOException, InterruptedException {
        authority.openssl(
                "pkcs12",
                "-export",
                "-in",
                name + ".pem",
                "-inkey",
                name + ".key",
                "-passout",
                "pass:seagull",
                "-out",
                name + ".p12");
        String told = done(name, "import", of(name + ".p12"), "--import-passphrase-file", at("file-passphrase"));
        assertTrue(told.contains("with its private key"), told);
    }

    /// A letter that openssl signs with a key that need not be in any profile.
    ///
    /// @param along where its certificate's issuer is to come along
    private String signedBy(String name, String letter, String... along) throws IOException, InterruptedException {
        int body = letter.indexOf("\n\n");
        Files.writeString(
                authority.file("body"), "Content-Type: text/plain; charset=utf-8\n" + letter.substring(body + 1));
        List<String> words = new ArrayList<>(List.of("cms", "-sign", "-in", "body", "-out", "signed"));
        words.addAll(List.of("-signer", name + ".pem", "-inkey", name + ".key"));
        words.addAll(List.of(along));
        authority.openssl(words.toArray(String[]::new));
        return letter.substring(0, body + 1) + Files.readString(authority.file("signed"));
    }

    private String written(String name, String letter) throws IOException {
        Files.writeString(dir.resolve(name), letter);
        return at(name);
    }

    @Test
    void otherProgramsReadWhatIsExported() throws IOException, InterruptedException {
        certified("anna", ANNA);
        String chain = done("anna", "cert", "export", ANNA, "--chain");
        assertEquals(3, count("BEGIN CERTIFICATE", chain));
        Files.write(
                authority.file("export.p12"),
                run("anna", "cert", "export", ANNA, "--secret", "--export-passphrase-file", at("file-passphrase"))
                        .bytes());
        String printed = authority.openssl("pkcs12", "-in", "export.p12", "-passin", "pass:seagull", "-nodes");
        assertTrue(printed.contains("BEGIN PRIVATE KEY") && count("BEGIN CERTIFICATE", printed) == 3, printed);
        fails(72, "You have no private key", exportedSecretOfCarla());

        // And it comes back in here, asked for at the terminal.
        types("pigeon", "seagull");
        String told = done("again", "import", of("export.p12"));
        assertTrue(told.contains("with its private key"), told);
        assertTrue(told.contains("3 kept, 0 not."), told);
    }

    private Shell.Left exportedSecretOfCarla() throws IOException, InterruptedException {
        certified("carla", CARLA);
        done("anna", "import", of("carla.pem"));
        return run("anna", "cert", "export", CARLA, "--secret", "--export-passphrase-file", at("file-passphrase"));
    }

    @Test
    void gpgsmReadsTheExportedKey() throws IOException, InterruptedException {
        assumeTrue(OpensslAuthority.isHere("gpgsm"), "gpgsm is not installed");
        asks("anna", ANNA, "rsa3072");
        authority.answer("anna", ANNA, 300);
        done("anna", "cert", "install", of("anna.p7b"));
        Files.write(
                authority.file("export.p12"),
                run("anna", "cert", "export", ANNA, "--secret", "--export-passphrase-file", at("file-passphrase"))
                        .bytes());
        Path home = Files.createDirectory(
                dir.resolve("gnupg"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            String printed = authority.run(
                    List.of(
                            "gpgsm",
                            "--homedir",
                            home.toString(),
                            "--batch",
                            "--pinentry-mode",
                            "loopback",
                            "--passphrase-fd",
                            "0",
                            "--import",
                            "export.p12"),
                    "seagull\n");
            String keys =
                    authority.run(List.of("gpgsm", "--homedir", home.toString(), "--batch", "--list-secret-keys"));
            assertTrue(keys.contains(ANNA), printed + keys);
        } finally {
            var _ = authority.run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
        }
    }

    @Test
    void everyKeyOfAFileMayHaveItsOwnPassphrase() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (String name : List.of("ben", "carla")) {
            authority.selfSigned(name, "/CN=" + name, "subjectAltName=email:" + name + "@example.org");
            authority.openssl(
                    "pkcs8", "-topk8", "-in", name + ".key", "-passout", "pass:" + name, "-out", name + ".p8");
            Files.writeString(dir.resolve(name), name + "\n");
            names.addAll(List.of(name + ".p8", name + ".pem"));
        }
        String both = of(together(names.toArray(String[]::new)));
        Shell.Left one = run("one", "import", both, "--import-passphrase-file", at("ben"));
        assertTrue(one.out().contains("2 kept, 1 not.") && one.out().contains("does not fit"), one.out());
        assertEquals(67, one.code());
        String told = done(
                "two", "import", both, "--import-passphrase-file", at("ben"), "--import-passphrase-file", at("carla"));
        assertEquals(2, count("with its private key", told), told);
        assertTrue(told.contains("2 kept, 0 not."), told);
        types("carla", "ben");
        assertEquals(2, count("with its private key", done("three", "import", both)));
    }

    @Test
    void aWholeFileThatBelongsElsewhereIsNamed() throws IOException, InterruptedException {
        done("anna", "key", "generate", "--address", ANNA);
        try (InputStream list = Objects.requireNonNull(
                CertificateCommandsTest.class.getResourceAsStream("/org/waxwing/app/keys/nothing-revoked.crl"))) {
            Files.copy(list, authority.file("root.crl.der"));
        }
        authority.openssl("crl", "-inform", "DER", "-in", "root.crl.der", "-out", "root.crl");
        authority.openssl("req", "-in", "mid.csr", "-outform", "DER", "-out", "mid.csr.der");
        for (String list : List.of("root.crl", "root.crl.der")) {
            belongsElsewhere(list, "a list of revoked certificates", "waxwing cert check");
        }
        for (String request : List.of("mid.csr", "mid.csr.der")) {
            belongsElsewhere(request, "a request for a certificate", "waxwing cert install");
        }
        belongsElsewhere("mid.key", "a private key", "such as a .p12");
        Files.writeString(
                authority.file("id_ed25519"),
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        belongsElsewhere("id_ed25519", "a private key", "such as a .p12");
        assertTrue(done("anna", "import", of(together("mid.pem", "root.crl"))).contains("1 kept, 1 not."));
    }

    private void belongsElsewhere(String file, String what, String advice) {
        Shell.Left left = run("anna", "import", of(file));
        assertTrue(left.out().contains(what) && left.out().contains(advice), left.out());
        assertFalse(left.out().contains("damaged"), left.out());
        assertEquals(41, left.code());
        for (List<String> command : List.of(List.of("cert", "trust", "--yes"), List.of("cert", "install"))) {
            List<String> words = new ArrayList<>(command);
            words.add(of(file));
            left = run("anna", words.toArray(String[]::new));
            assertFalse(left.err().contains("damaged"), left.err());
            assertTrue(left.err().contains("Hint: "), left.err());
            boolean request = left.err().contains("is a request, not its answer");
            assertTrue(request || (left.err().contains(what) && left.err().contains(advice)), left.err());
            assertEquals(41, left.code());
        }
    }

    @Test
    void aFileIsAskedForThreeTimesAtMost() throws IOException, InterruptedException {
        authority.selfSigned("ben", "/CN=Ben", "basicConstraints=CA:FALSE", "subjectAltName=email:" + BEN);
        authority.openssl(
                "pkcs12",
                "-export",
                "-in",
                "ben.pem",
                "-inkey",
                "ben.key",
                "-passout",
                "pass:seagull",
                "-out",
                "ben.p12");
        types("one", "two", "three", "seagull");
        Shell.Left left = run("ben", "import", of("ben.p12"));
        assertTrue(left.out().contains("the passphrase does not fit"), left.out());
        assertEquals(1, shell.answers.size(), "the fourth was not asked for");
        shell.answers.clear();
        left = run("ben", "import", of("ben.p12"));
        assertTrue(left.out().contains("give it with --import-passphrase-file"), left.out());
        Files.writeString(dir.resolve("wrong"), "pigeon\n");
        types("seagull");
        left = run("ben", "import", of("ben.p12"), "--import-passphrase-file", at("wrong"));
        assertTrue(left.out().contains("the passphrase does not fit"), left.out());
        assertTrue(done("ben", "import", of("ben.p12")).contains("with its private key"));
    }
}
