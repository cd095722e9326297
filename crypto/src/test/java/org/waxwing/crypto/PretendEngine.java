package org.waxwing.crypto;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.CryptographicEngine;

/// An engine whose ciphertext says in plain words what it stands for, so that tests of structure need no
/// keys: the first line names the readers, the second the signers, the third those it was meant for.
final class PretendEngine implements CryptographicEngine {
    private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----\r\n\r\n";

    static Octets sealedFor(List<Person> readers, List<Person> signers, List<Person> meantFor, Octets plaintext) {
        String text = names(readers) + "\n" + names(signers) + "\n" + names(meantFor) + "\n" + plaintext.latin1();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Octets.ofUtf8(
                ARMOUR + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n-----END PGP MESSAGE-----\r\n");
    }

    static Octets signatureBy(Person signer, Octets signed) {
        return Octets.ofUtf8("signature " + signer.name() + " " + signed.hashCode() + "\r\n");
    }

    @Override
    public Production signAndEncrypt(
            Octets plaintext,
            OpenPgpSecretKey signer,
            List<? extends OpenPgpCertificate> recipients,
            PassphraseSource passphrases,
            Instant now) {
        List<Person> readers = recipients.stream().map(Person.class::cast).toList();
        Person author = (Person) signer.certificate();
        return new Production.Made(sealedFor(readers, List.of(author), readers, plaintext), "pgp-sha512");
    }

    @Override
    public Production sign(Octets signed, OpenPgpSecretKey signer, PassphraseSource passphrases, Instant now) {
        return new Production.Made(signatureBy((Person) signer.certificate(), signed), "pgp-sha512");
    }

    @Override
    public Decryption decrypt(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        String armoured = message.latin1();
        if (!armoured.startsWith("-----BEGIN")) {
            return new Decryption.Malformed();
        }
        String code = armoured.substring(ARMOUR.length() - 2, armoured.indexOf("-----END"));
        String text = new String(Base64.getMimeDecoder().decode(code), StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\n", 4);
        boolean mine = people(lines[0])
                .anyMatch(reader -> keys.secretKeysFor(0).stream()
                        .anyMatch(key -> key.certificate().equals(reader)));
        if (!mine) {
            return new Decryption.NoKey();
        }
        List<String> meantFor =
                people(lines[2]).map(person -> person.fingerprint().hex()).toList();
        List<SignatureOutcome> signatures = new ArrayList<>();
        people(lines[1]).forEach(signer -> signatures.add(new SignatureOutcome.Valid(signer, now, meantFor)));
        Octets plaintext = Octets.of(lines[3].getBytes(StandardCharsets.ISO_8859_1));
        return Decryption.Decrypted.proven(plaintext, "pretended", signatures);
    }

    @Override
    public List<SignatureOutcome> verify(Octets signed, Octets signature, CertificateSource certificates, Instant now) {
        return signature
                .latin1()
                .lines()
                .map(line -> line.split(" "))
                .<SignatureOutcome>map(words -> words.length == 3 && words[2].equals("" + signed.hashCode())
                        ? new SignatureOutcome.Valid(
                                people(words[1]).findFirst().orElseThrow(), now, List.of())
                        : new SignatureOutcome.Invalid(List.of(new Objection.BadSignature())))
                .toList();
    }

    private static String names(List<Person> people) {
        return people.stream().map(Person::name).collect(Collectors.joining(","));
    }

    private static Stream<Person> people(String names) {
        return Stream.of(names.split(","))
                .flatMap(name ->
                        Person.ALL.stream().filter(person -> person.name().equals(name)));
    }
}
