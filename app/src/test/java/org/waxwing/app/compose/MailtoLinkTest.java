package org.waxwing.app.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.attack.Attack;
import org.waxwing.crypto.mime.Mailbox;

class MailtoLinkTest {
    @Test
    void takesSixFields() {
        MailtoLink link = parsed("mailto:anna@chem.example,ben@example.org?cc=carla@example.net&BCC=dave@example.com"
                + "&subject=Trip%20budget&body=one%0D%0Atwo+2&In-Reply-To=%3C1@chem.example%3E");
        assertEquals(List.of("anna@chem.example", "ben@example.org"), addresses(link.to()));
        assertEquals(List.of("carla@example.net"), addresses(link.cc()));
        assertEquals(List.of("dave@example.com"), addresses(link.bcc()));
        assertEquals("Trip budget", link.subject());
        assertEquals("one\ntwo+2", link.body());
        assertEquals(Optional.of("<1@chem.example>"), link.inReplyTo());
    }

    @Test
    @Attack(11)
    void noLinkAttachesAFile() {
        for (String name : List.of("attach", "attachment", "insert", "file", "Attach", "%61ttach", "x-attach")) {
            Draft draft = parsed("mailto:anna@chem.example?" + name + "=~/.gnupg/secring.gpg&subject=Hi")
                    .draft(new AccountId(1));
            assertEquals(List.of(), draft.attachments());
            assertEquals("", draft.text());
            assertEquals("Hi", draft.subject());
        }
    }

    @Test
    @Attack(10)
    void noLinkSetsAnyOtherHeaderField() {
        Draft draft = parsed("mailto:?from=eve@example.net&reply-to=eve@example.net&X-Mozilla-Draft-Info=attachvcard"
                        + "&Autocrypt-Draft-State=encrypt%3Dno&references=%3C1@x.example%3E")
                .draft(new AccountId(1));
        assertTrue(draft.isEmpty());
        assertEquals(Answered.nothing(), draft.answered());
    }

    @Test
    @Attack(12)
    void aSealedMessageInTheBodyStaysText() {
        String body = "-----BEGIN PGP MESSAGE-----\n\nwcBMA\n-----END PGP MESSAGE-----";
        assertEquals(
                body,
                parsed("mailto:eve@example.net?body=" + body.replace(" ", "%20").replace("\n", "%0A"))
                        .draft(new AccountId(1))
                        .text());
    }

    @Test
    @Attack(58)
    void aLineEndInAValueBeginsNoField() {
        MailtoLink link = parsed("mailto:anna@chem.example?subject=Hi%0D%0ABcc:%20eve@example.net");
        assertEquals("Hi Bcc: eve@example.net", link.subject());
        assertEquals(List.of(), link.bcc());
    }

    @Test
    void namesOfPeopleAreNotTheLinksToChoose() {
        MailtoLink link = parsed("mailto:%22anna@chem.example%22%20%3Ceve@example.net%3E");
        assertEquals("", link.to().getFirst().displayName());
        assertEquals(List.of("eve@example.net"), addresses(link.to()));
    }

    @Test
    void refusesWhatIsBrokenOrTooMuch() {
        assertTrue(MailtoLink.parse("mailto:anna@chem.example?subject=%ZZ").isEmpty());
        assertTrue(MailtoLink.parse("mailto:anna@chem.example?subject=%FF").isEmpty());
        assertTrue(MailtoLink.parse("mailto:not an address").isEmpty());
        assertTrue(MailtoLink.parse("https://anna@chem.example").isEmpty());
        assertTrue(MailtoLink.parse("mailto:" + "a@b.example,".repeat(51) + "c@b.example")
                .isEmpty());
        assertTrue(MailtoLink.parse("mailto:?body=" + "a".repeat(70_000)).isEmpty());
        assertEquals(20_000, parsed("mailto:?body=" + "a".repeat(30_000)).body().length());
    }

    private static MailtoLink parsed(String link) {
        return MailtoLink.parse(link).orElseThrow();
    }

    private static List<String> addresses(List<Mailbox> people) {
        return people.stream().map(person -> person.address().text()).toList();
    }
}
