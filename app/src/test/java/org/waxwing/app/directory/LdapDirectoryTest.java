package org.waxwing.app.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.app.directory.DirectoryAnswer.Why;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

class LdapDirectoryTest {
    private static final AddrSpec BEN = AddrSpec.of("ben@example.org");
    private static final Octets DER = Octets.ofUtf8("0 a certificate \u00e9");
    private static final Octets CMS = Octets.ofUtf8("0 another");

    private final LdapDirectory directory = new LdapDirectory(Duration.ofSeconds(20), InstantSource.system());

    @Test
    void takesTheOctetsOfBothAttributes() throws IOException {
        assertEquals(
                new DirectoryAnswer.Got(List.of(DER, CMS)),
                answered(
                        0,
                        List.of(
                                Map.of("userCertificate;binary", List.of(DER)),
                                Map.of("userSMIMECertificate", List.of(CMS)))));
    }

    @Test
    void asksForTheAddressAsItIs() throws IOException {
        try (ScriptedDirectory server = new ScriptedDirectory(List.of(), 0)) {
            assertEquals(
                    new DirectoryAnswer.Got(List.of()), directory.search(server.url(), AddrSpec.of("b*n@example.org")));
            String asked = server.searches().getFirst().latin1();
            assertTrue(asked.contains("o=Example"), asked);
            assertTrue(asked.contains("mail"), asked);
            // An asterisk that is a part of the value, not the filter's: one value, not a beginning and an end.
            assertTrue(asked.contains("b*n@example.org"), asked);
        }
    }

    @Test
    void escapesWhatAFilterWouldTakeForItsOwn() {
        assertEquals("(mail=\\2a\\28\\29\\5c\\00é)", LdapFilter.equal("mail", "*()\\\0é"));
    }

    @Test
    void makesNoObjectOfAnEntry() throws IOException {
        Map<String, List<Octets>> hostile = Map.of(
                "objectClass", List.of(Octets.ofUtf8("javaNamingReference")),
                "javaClassName", List.of(Octets.ofUtf8("Exploit")),
                "javaFactory", List.of(Octets.ofUtf8("Exploit")),
                "javaCodeBase", List.of(Octets.ofUtf8("http://127.0.0.1:1/")),
                "javaSerializedData", List.of(Octets.ofUtf8("\u00ac\u00ed")),
                "userCertificate;binary", List.of(DER));
        assertEquals(new DirectoryAnswer.Got(List.of(DER)), answered(0, List.of(hostile)));
    }

    @Test
    void followsNoReferral() throws IOException {
        assertEquals(
                new DirectoryAnswer.Got(List.of(DER)),
                answered(10, List.of(Map.of("userCertificate;binary", List.of(DER)))));
    }

    @Test
    void keepsWhatCameBeforeALimit() throws IOException {
        assertEquals(
                new DirectoryAnswer.Got(List.of(DER)),
                answered(4, List.of(Map.of("userCertificate;binary", List.of(DER)))));
    }

    @Test
    void takesNoMoreThanAFew() throws IOException {
        List<Octets> many = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> Octets.ofUtf8("0" + i))
                .toList();
        try (ScriptedDirectory server =
                new ScriptedDirectory(Collections.nCopies(3, Map.of("userCertificate;binary", many)), 0)) {
            DirectoryAnswer.Got got = (DirectoryAnswer.Got) directory.search(server.url(), BEN);
            assertEquals(20, got.values().size());
        }
    }

    @Test
    void saysWhyNothingCame() throws IOException {
        assertEquals(new DirectoryAnswer.Failed(Why.REFUSED), answered(50, List.of()));
        assertEquals(new DirectoryAnswer.Failed(Why.REFUSED), answered(32, List.of()));
        for (String typed :
                List.of("https://example.org", "ldap:///o=x", "ldap.example", "rmi://x/", "ldap://a@b/", "")) {
            assertEquals(new DirectoryAnswer.Failed(Why.NO_DIRECTORY), directory.search(typed, BEN), typed);
        }
        assertEquals(new DirectoryAnswer.Failed(Why.UNREACHABLE), directory.search("ldap://127.0.0.1:1/", BEN));
    }

    private DirectoryAnswer answered(int result, List<Map<String, List<Octets>>> entries) throws IOException {
        try (ScriptedDirectory server = new ScriptedDirectory(entries, result)) {
            return directory.search(server.url(), BEN);
        }
    }
}
