package org.waxwing.crypto.openpgp.gate;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// The gate of Autocrypt's example mails: the keys in their header fields, what is sealed in them, and the
/// key that a device hands to another one under a code of 36 digits.
class AutocryptGateTest {
    /// The keys live for two years.
    private static final Instant NOW = Instant.parse("2019-02-01T12:00:00Z");

    private static final String SETUP_CODE = "1742-0185-6197-1303-7016-8412-3581-4441-0597";

    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private final Consumer consumer = new Consumer(NOW);

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void theKeysInHeaderFieldsAreThoseOfTheirOwners() {
        Tally tally = new Tally("autocrypt, header and gossip");
        for (String mail : List.of("example-simple-autocrypt", "example-gossip")) {
            tally.check(mail, hasKeys(header(mail(mail)), "Autocrypt", "alice"));
        }
        tally.check(
                "example-gossip-cleartext",
                hasKeys(header(mail("example-gossip-cleartext")), "Autocrypt-Gossip", "bob", "carol"));
        tally.check(
                "example-draft-cleartext", hasKeys(header(mail("example-draft-cleartext")), "Autocrypt-Gossip", "bob"));
        tally.conclude(4);
    }

    @Test
    void whatIsSealedComesOutAsItWentIn() {
        Tally tally = new Tally("autocrypt, sealed mails");
        for (String reader : List.of("bob", "carol")) {
            Optional<Opening.Opened> opened = opened("example-gossip", reader);
            tally.check(
                    "example-gossip for " + reader,
                    opened.filter(mail -> mail.payload().bytes().equals(mail("example-gossip-cleartext")))
                            .filter(mail -> mail.summary().status() == CryptographicSummary.Status.CONFIDENTIAL)
                            .filter(mail -> hasKeys(header(mail.payload().bytes()), "Autocrypt-Gossip", "bob", "carol"))
                            .isPresent());
        }
        tally.check(
                "example-gossip isn't for Alice",
                opened("example-gossip", "alice").isEmpty());
        tally.check(
                "example-draft",
                opened("example-draft", "alice")
                        .filter(mail -> mail.payload().bytes().equals(mail("example-draft-cleartext")))
                        .filter(mail -> mail.summary().authenticity() instanceof Authenticity.Unsigned)
                        .isPresent());
        tally.check(
                "example-draft isn't for Bob", opened("example-draft", "bob").isEmpty());
        tally.conclude(5);
    }

    @Test
    void theSetupCodeHandsTheKeyOn() {
        Tally tally = new Tally("autocrypt, setup message");
        Octets message = setupMessage();
        Optional<Octets> key = consumer.openedByPassword(message, SETUP_CODE);
        tally.check(
                "it is Alice's secret key",
                key.filter(file -> secretKeys(file)
                                .getFirst()
                                .certificate()
                                .fingerprint()
                                .equals(secretKeys(person("alice", "sec"))
                                        .getFirst()
                                        .certificate()
                                        .fingerprint()))
                        .isPresent());
        tally.check("it signs", key.filter(file -> consumer.signs(file, "")).isPresent());
        tally.check(
                "another code",
                consumer.openedByPassword(message, SETUP_CODE.replace("0597", "0598"))
                        .isEmpty());
        tally.check(
                "the code without its hyphens",
                consumer.openedByPassword(message, SETUP_CODE.replace("-", "")).isEmpty());
        tally.conclude(4);
    }

    /// It stands in the HTML of the second part, with armour headers of its own.
    private static Octets setupMessage() {
        MimePart.Multipart mail = (MimePart.Multipart) root(mail("example-setup-message"));
        String html = ((MimePart.Leaf) mail.parts().getLast()).content().latin1();
        String end = "-----END PGP MESSAGE-----";
        return Octets.ofUtf8(
                html.substring(html.indexOf("-----BEGIN PGP MESSAGE-----"), html.indexOf(end) + end.length()));
    }

    private static Octets mail(String name) {
        return Corpora.file("autocrypt/" + name + ".eml");
    }

    private static Octets person(String name, String kind) {
        return Corpora.file("rpgp/autocrypt/" + name + "@autocrypt.example." + kind + ".asc");
    }

    private static MimePart root(Octets mail) {
        return switch (MimeParser.parse(mail)) {
            case MimeParsing.Parsed parsed -> parsed.root();
            case MimeParsing.BeyondLimits _ -> throw new AssertionError("beyond limits");
        };
    }

    private static HeaderSection header(Octets mail) {
        return root(mail).header();
    }

    /// Whether the fields of this name bring just these people's keys, each with the address and good to
    /// encrypt to.
    private boolean hasKeys(HeaderSection header, String field, String... people) {
        List<HeaderField> fields = header.all(field);
        boolean all = fields.size() == people.length;
        for (int i = 0; all && i < people.length; i++) {
            String value = fields.get(i).value();
            String data = value.substring(value.indexOf("keydata=") + "keydata=".length());
            Octets key = Octets.of(Base64.getMimeDecoder().decode(data));
            all = value.contains("addr=" + people[i] + "@autocrypt.example;")
                    && certificates(key).equals(certificates(person(people[i], "pub")))
                    && consumer.receives(key);
        }
        return all;
    }

    private List<Octets> certificates(Octets file) {
        List<Octets> found = new ArrayList<>();
        for (Item item : openPgp.read(file).items()) {
            if (item instanceof Item.CertificateFound(OpenPgpCertificate certificate)) {
                found.add(certificate.encoded());
            }
        }
        return found;
    }

    private List<LockedSecretKey> secretKeys(Octets file) {
        List<LockedSecretKey> found = new ArrayList<>();
        for (Item item : openPgp.read(file).items()) {
            if (item instanceof Item.SecretKeyFound secret) {
                found.add(secret.key());
            }
        }
        return found;
    }

    private Optional<Opening.Opened> opened(String name, String reader) {
        List<Certificate> alice = new ArrayList<>();
        secretKeys(person("alice", "sec")).forEach(key -> alice.add(key.certificate()));
        Opening opening = Opener.with(openPgp, Smime.with(new SecureRandom()))
                .open(
                        mail(name),
                        SecretKeySource.of(secretKeys(person(reader, "sec"))),
                        CertificateSource.of(alice),
                        _ -> Optional.empty(),
                        NOW);
        return opening instanceof Opening.Opened opened ? Optional.of(opened) : Optional.empty();
    }
}
