package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.cli.profile.ProfileDoor;

/// S/MIME with keys on a token, at the command line, with SoftHSM2 for a token.
class TokenCommandsTest {
    @TempDir
    Path dir = Path.of(".");

    private final Shell shell = new Shell(ProfileDoor::of);

    @BeforeEach
    void writesSecrets() throws IOException {
        Files.writeString(dir.resolve("passphrase"), "correct horse\n");
        Files.writeString(dir.resolve("pin"), SoftToken.PIN + "\n");
        Files.writeString(dir.resolve("wrong-pin"), "00000000\n");
    }

    @Test
    void everyKindOfKeySealsAndOpens() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        token.make("anna256", "P-256", "02");
        token.make("anna384", "P-384", "03");
        token.write("cert", "ca.der", "99");
        Shell.Left added = run("", "token", "add", SoftToken.LIBRARY.toString(), "--pin-file", at("pin"));
        assertEquals(0, added.code(), added.err());
        assertTrue(added.text().contains("Token “Anna's card” ("), added.text());
        assertTrue(added.text().contains("certificates without a key on it: 1"), added.text());
        for (String name : List.of("anna", "anna256", "anna384")) {
            assertTrue(added.text().contains(name + "@example.org"), added.text());
            Shell.Left sealed = run(letter(name), "seal", "--pin-file", at("pin"));
            assertEquals(0, sealed.code(), sealed.err());
            // With a blank, which no base64 has by chance.
            assertFalse(sealed.out().contains("at six."), sealed.out());
            Files.write(dir.resolve("sealed.eml"), sealed.bytes());
            Shell.Left open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"), "--json");
            assertTrue(open.out().contains("\"status\":\"confidential\""), name + open.out() + open.err());
            assertTrue(open.out().contains("See you at six."), open.out());
            // Another program finds Anna's signature inside, of a certificate with its chain.
            token.run(
                    "openssl",
                    "cms",
                    "-decrypt",
                    "-in",
                    "sealed.eml",
                    "-recip",
                    name + ".pem",
                    "-inkey",
                    name + ".key",
                    "-keyform",
                    "DER",
                    "-out",
                    "signed.eml");
            token.run("openssl", "cms", "-verify", "-in", "signed.eml", "-CAfile", "ca.pem", "-out", "payload.eml");
        }
        nothingOfThePinIsKept();
    }

    private void nothingOfThePinIsKept() throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("profile"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(SoftToken.PIN), file.toString());
                assertFalse(bytes.contains("softhsm"), file.toString());
            }
        }
    }

    @Test
    void othersWriteToItByEveryPadding() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        assertEquals(0, add().code());
        Files.writeString(dir.resolve("text"), "Content-Type: text/plain\r\n\r\nSee you at six.\r\n");
        for (List<String> padding : List.of(
                List.of("rsa_padding_mode:pkcs1"),
                List.of("rsa_padding_mode:oaep"),
                List.of("rsa_padding_mode:oaep", "rsa_oaep_md:sha256"),
                List.of("rsa_padding_mode:oaep", "rsa_oaep_md:sha512", "rsa_mgf1_md:sha256"))) {
            List<String> command = new ArrayList<>(List.of(
                    "openssl",
                    "cms",
                    "-encrypt",
                    "-aes-256-gcm",
                    "-in",
                    "text",
                    "-out",
                    "sealed.eml",
                    "-recip",
                    "anna.pem"));
            padding.forEach(option -> command.addAll(List.of("-keyopt", option)));
            token.run(command.toArray(String[]::new));
            Shell.Left open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"));
            assertTrue(open.text().contains("See you at six."), padding + open.text());
        }
    }

    @Test
    void theTokenIsNamedWhereverItsKeyIs() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        assertEquals(0, add().code());
        Shell.Left list = run("", "token", "list");
        assertTrue(list.text().contains("through " + SoftToken.LIBRARY), list.text());
        assertTrue(list.text().contains("anna <anna@example.org>"), list.text());
        String json = run("", "token", "list", "--json").text();
        assertTrue(json.startsWith("{\"label\":\"Anna's card\",\"serial_number\":\""), json);
        assertTrue(run("", "keys").text().contains("on the token “Anna's card” ("));
        Shell.Left removed = run("", "token", "remove", "Anna's card");
        assertEquals(0, removed.code(), removed.err());
        assertEquals("", run("", "token", "list").out());
        assertFalse(run("", "keys").text().contains("on the token"));
        assertTrue(run("", "keys").text().contains("anna@example.org"), "its certificate stays");
        assertEquals(72, run("", "token", "remove", "Anna's card").code());
        assertEquals(79, run(letter("anna"), "seal", "--pin-file", at("pin")).code());
        token.pullOut();
    }

    @Test
    void onlyAKeyThatIsKeptHereTooCanBeExported() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        assertEquals(0, add().code());
        String[] export = {
            "cert", "export", "anna@example.org", "--secret", "--export-passphrase-file", at("passphrase")
        };
        Shell.Left onTokenOnly = run("", export);
        assertEquals(72, onTokenOnly.code(), onTokenOnly.err());
        assertTrue(onTokenOnly.err().contains("lies on a token and can't leave it"), onTokenOnly.err());
        token.run("openssl", "pkey", "-inform", "DER", "-in", "anna.key", "-out", "key.pem");
        token.run(
                "openssl",
                "pkcs12",
                "-export",
                "-in",
                "anna.pem",
                "-inkey",
                "key.pem",
                "-passout",
                "file:passphrase",
                "-out",
                "anna.p12");
        Shell.Left taken = run("", "import", at("anna.p12"), "--import-passphrase-file", at("passphrase"));
        assertEquals(0, taken.code(), taken.err());
        Shell.Left keptHere = run("", export);
        assertEquals(0, keptHere.code(), keptHere.err());
        Files.write(dir.resolve("exported.p12"), keptHere.bytes());
        token.run("openssl", "pkcs12", "-in", "exported.p12", "-passin", "file:passphrase", "-nodes", "-out", "both");
        assertTrue(Files.readString(dir.resolve("both")).contains("PRIVATE KEY"));
    }

    @Test
    void aWrongPinIsTriedOnce() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        assertEquals(0, add().code());
        seal("anna");
        Shell.Left open = run("", "open", at("sealed.eml"), at("sealed.eml"), "--pin-file", at("wrong-pin"));
        assertEquals(67, open.code());
        assertTrue(open.text().contains("The token says that the PIN is wrong."), open.text());
        assertTrue(open.text().contains("so the one in the file was not tried"), open.text());
        open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"), "--json");
        assertTrue(open.text().contains("\"notes\":[\"token-wrong-pin-before\"]"), open.text());
        open = run("", "open", at("sealed.eml"));
        assertTrue(open.text().contains("The PIN of the token was not given."), open.text());
        Shell.Left sealed = run(letter("anna"), "seal");
        assertEquals(67, sealed.code());
        assertEquals("", sealed.out());
        assertTrue(sealed.err().contains("The PIN of the token was not given. Nothing was sealed."), sealed.err());
        shell.answers.add(SoftToken.PIN);
        open = run("", "open", at("sealed.eml"), at("sealed.eml"));
        assertEquals(0, open.code(), open.text());
        open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"));
        assertEquals(0, open.code(), "a right PIN clears the count");
    }

    @Test
    void aTokenThatIsNotThereIsMissed() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        assertEquals(0, add().code());
        seal("anna");
        token.pullOut();
        Shell.Left open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"));
        assertEquals(97, open.code());
        assertTrue(open.text().contains("The token is not plugged in. Plug it in and try again."), open.text());
        Shell.Left again = add();
        assertEquals(97, again.code());
        assertTrue(again.err().contains("No token is plugged in that this library knows."), again.err());
    }

    @Test
    void theLibraryIsReachedForOnlyByALetterForItsKey() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        token.make("ben", "P-256", "02");
        Path library = dir.resolve("cards.so");
        Files.createSymbolicLink(library, SoftToken.LIBRARY);
        assertEquals(
                0,
                run("", "token", "add", library.toString(), "--pin-file", at("pin"))
                        .code());
        seal("anna");
        Files.writeString(dir.resolve("clear.eml"), letter("anna").replace("\n", "\r\n"));
        Files.writeString(dir.resolve("text"), "Content-Type: text/plain\r\n\r\nSee you at six.\r\n");
        token.run("openssl", "cms", "-encrypt", "-aes256", "-in", "text", "-out", "other.eml", "-recip", "ca.pem");
        Files.delete(library);
        for (String untouched : List.of("clear.eml", "other.eml")) {
            Shell.Left open = run("", "open", at(untouched), "--pin-file", at("pin"), "--json");
            assertFalse(open.text().contains("token"), open.text());
        }
        assertEquals(0, run("", "keys").code());
        assertEquals(0, run("", "token", "list").code());
        Shell.Left open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"));
        assertEquals(97, open.code());
        assertTrue(open.text().contains("The library of the token is not there."), open.text());
    }

    @Test
    void whatIsNoLibraryIsNotLoaded() throws Exception {
        SoftToken token = SoftToken.in(dir);
        Shell.Left missing = run("", "token", "add", at("nowhere.so"));
        assertEquals(97, missing.code());
        assertTrue(missing.err().contains("The library of the token is not there."), missing.err());
        Shell.Left text = run("", "token", "add", at("passphrase"));
        assertEquals(41, text.code());
        assertTrue(text.err().contains("not a PKCS #11 library"), text.err());
        Path other = Path.of(System.getProperty("java.home"), "lib", "libzip.so");
        assertEquals(41, run("", "token", "add", other.toString()).code());
        Shell.Left empty = run("", "token", "add", SoftToken.LIBRARY.toString());
        assertEquals(72, empty.code());
        assertTrue(empty.err().contains("No certificate with its private key is on it"), empty.err());
        token.pullOut();
    }

    @Test
    void everyAlterationLooksTheSame() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01");
        token.make("anna256", "P-256", "02");
        assertEquals(0, add().code());
        for (String name : List.of("anna", "anna256")) {
            seal(name);
            String message = Files.readString(dir.resolve("sealed.eml"), StandardCharsets.ISO_8859_1);
            int body = message.indexOf("\r\n\r\n") + 4;
            byte[] cms = Base64.getMimeDecoder().decode(message.substring(body));
            String wanted = "";
            for (int place : keyAndContent(cms, name)) {
                byte[] changed = cms.clone();
                changed[place] ^= 0x10;
                String written =
                        message.substring(0, body) + Base64.getMimeEncoder().encodeToString(changed);
                Files.writeString(dir.resolve("changed.eml"), written, StandardCharsets.ISO_8859_1);
                Shell.Left open = run("", "open", at("changed.eml"), "--pin-file", at("pin"), "--json");
                assertTrue(open.text().contains("\"notes\":[\"not-intact\"]"), name + place + open.text());
                assertTrue(wanted.isEmpty() || wanted.equals(open.text()), open.text());
                wanted = open.text();
            }
        }
    }

    /// Places in the wrapped key and in the content, by the octet strings around them.
    private static List<Integer> keyAndContent(byte[] cms, String name) {
        String octets = new String(cms, StandardCharsets.ISO_8859_1);
        // An RSA key of 2048 bits wraps into 256 octets, AES-256 into 40.
        String begin = name.equals("anna") ? "\u0004\u0082\u0001\u0000" : "\u0004(";
        int key = octets.indexOf(begin) + begin.length();
        assertNotEquals(begin.length() - 1, key);
        return List.of(key + 1, key + 20, key + 39, cms.length - 30);
    }

    @Test
    void aKeyThatWantsThePinEveryTimeGetsIt() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "RSA", "01", "--always-auth");
        assertEquals(0, add().code());
        shell.answers.addAll(List.of(SoftToken.PIN, SoftToken.PIN));
        Shell.Left sealed = run(letter("anna"), "seal");
        assertEquals(0, sealed.code(), sealed.err());
        shell.answers.add(SoftToken.PIN);
        sealed = run(letter("anna"), "seal");
        assertEquals(67, sealed.code(), "the second time nobody answered");
        assertTrue(sealed.err().contains("The PIN of the token was not given."), sealed.err());
    }

    @Test
    void aKeyForSignaturesOnlySaysThatItDoesNotOpen() throws Exception {
        SoftToken token = SoftToken.in(dir);
        token.make("anna", "P-256", "01");
        assertEquals(0, add().code());
        seal("anna");
        token.run(
                "pkcs11-tool",
                "--module",
                SoftToken.LIBRARY.toString(),
                "--token-label",
                SoftToken.LABEL,
                "--login",
                "--pin",
                SoftToken.PIN,
                "--delete-object",
                "--type",
                "privkey",
                "--id",
                "01");
        Shell.Left open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"), "--json");
        assertTrue(open.text().contains("\"notes\":[\"token-key-gone\"]"), open.text());
        token.write("privkey", "anna.key", "01", "--usage-sign");
        open = run("", "open", at("sealed.eml"), "--pin-file", at("pin"), "--json");
        assertTrue(open.text().contains("\"notes\":[\"token-cannot-do\"]"), open.text());
        assertEquals(101, open.code());
    }

    private Shell.Left add() {
        return run("", "token", "add", SoftToken.LIBRARY.toString(), "--pin-file", at("pin"));
    }

    private void seal(String name) throws IOException {
        Shell.Left sealed = run(letter(name), "seal", "--pin-file", at("pin"));
        assertEquals(0, sealed.code(), sealed.err());
        Files.write(dir.resolve("sealed.eml"), sealed.bytes());
    }

    private static String letter(String name) {
        return """
            From: Anna <%1$s@example.org>
            To: %1$s@example.org
            Subject: Trip budget

            See you at six.
            """.formatted(name);
    }

    private Shell.Left run(String input, String... words) {
        return shell.runFor(dir.resolve("profile"), input, words);
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }
}
