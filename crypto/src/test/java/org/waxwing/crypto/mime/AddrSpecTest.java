package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;

class AddrSpecTest {
    @Test
    @Attack(33)
    void domainsOfTwoOwnersAreTwo() {
        assertEquals("xn--strae-oqa.example", AddrSpec.of("anna@straße.example").asciiDomain());
        assertNotEquals(AddrSpec.of("anna@straße.example"), AddrSpec.of("anna@strasse.example"));
        assertNotEquals(AddrSpec.of("anna@βόλος.example"), AddrSpec.of("anna@βόλοσ.example"));
        assertNotEquals(AddrSpec.of("anna@chem.example"), AddrSpec.of("anna@сhem.example"));
    }

    @Test
    @Attack(33)
    void whatNobodySeesMakesNoDomain() {
        for (int unseen :
                new int[] {0x200B, 0x200C, 0x200D, 0xAD, 0x34F, 0xFE0F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x180B, 0x2060
                }) {
            String domain = "ch" + Character.toString(unseen) + "em.example";
            assertEquals(Optional.empty(), AddrSpec.parse("anna@" + domain), Integer.toHexString(unseen));
        }
    }

    @Test
    @Attack(33)
    void whatNobodySeesMakesNoMailbox() {
        for (int unseen : new int[] {
            0x00, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x2003, 0x2007, 0x200B, 0x200D,
            0x2028, 0x202E, 0x202F, 0x2060, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0001, 0xE0041, 0xE0100
        }) {
            String mailbox = "an" + Character.toString(unseen) + "na@chem.example";
            assertEquals(Optional.empty(), AddrSpec.parse(mailbox), Integer.toHexString(unseen));
        }
        assertEquals("jürgen@chem.example", AddrSpec.of("jürgen@chem.example").text());
        assertEquals(
                "\uD840\uDC0B@chem.example",
                AddrSpec.of("\uD840\uDC0B@chem.example").text());
    }

    @Test
    @Attack(33)
    void lettersThatShareALowerCaseAreTwoMailboxes() {
        assertNotEquals(AddrSpec.of("kar\u212A@chem.example"), AddrSpec.of("kark@chem.example"));
        assertNotEquals(AddrSpec.of("\u0130nci@chem.example"), AddrSpec.of("i\u0307nci@chem.example"));
        assertEquals(AddrSpec.of("Anna@Chem.Example"), AddrSpec.of("anna@chem.example"));
    }

    @Test
    void aDomainIsOneInEverySpelling() {
        for (String same : List.of(
                "BÜCHER.example",
                "bu\u0308cher.example",
                "xn--bcher-kva.example",
                "XN--BCHER-KVA.EXAMPLE",
                "ｂücher．example",
                "bücher\u3002example")) {
            assertEquals(AddrSpec.of("ben@bücher.example"), AddrSpec.of("ben@" + same), same);
        }
        assertEquals(AddrSpec.of("ben@straße.example"), AddrSpec.of("ben@STRAẞE.example"));
        assertEquals(AddrSpec.of("ben@σίσυφοσ.example"), AddrSpec.of("ben@ΣΊΣΥΦΟΣ.example"));
        assertEquals(AddrSpec.of("ben@\u212Aiel.example"), AddrSpec.of("ben@kiel.example"));
    }

    /// Those of RFC 3492 §7.1 that are domains, and others as registries have them.
    @Test
    void aDomainHasTheLettersThatItsRegistryGivesIt() {
        assertEquals("xn--mgbh0fb.example", ascii("مثال.example"));
        assertEquals("xn--ihqwcrb4cv8a8dqg056pqjye", ascii("他们为什么不说中文"));
        assertEquals("xn--ihqwctvzc91f659drss3x8bo0yb", ascii("他們爲什麽不說中文"));
        assertEquals("xn--proprostnemluvesky-uyb24dma41a", ascii("Pročprostěnemluvíčesky"));
        assertEquals("xn--b1abfaaepdrnnbgefbadotcwatmq2g4l", ascii("почемужеонинеговорятпорусски"));
        assertEquals("xn--3b-ww4c5e180e575a65lsy2b", ascii("3年B組金八先生"));
        assertEquals("xn--fa-hia.de", ascii("faß.de"));
        assertEquals("xn--nxasmm1c.com", ascii("βόλος.com"));
        assertEquals("xn--u50i.example", ascii("\uD840\uDC0B.example"));
    }

    @Test
    void aLabelThatNobodyCanRegisterMakesNoAddress() {
        for (String odd : List.of(
                "-a.example",
                "a-.example",
                "a..b",
                ".a",
                "a.",
                "a_b.example",
                "ab--ü.example",
                "-ü.example",
                "\u0301a.example",
                "i♥you.example",
                "ａ／ｂ.example",
                "xn--ü.example",
                "a·b.example",
                "aא.example",
                "\u2024ü.example",
                "ⅷ\u2044.example",
                "a".repeat(64) + ".example")) {
            assertEquals(Optional.empty(), DomainName.ascii(odd), odd);
        }
        assertEquals("xn--ll-0ea.example", ascii("l·l.example"));
    }

    private static String ascii(String domain) {
        return DomainName.ascii(domain).orElseThrow();
    }
}
