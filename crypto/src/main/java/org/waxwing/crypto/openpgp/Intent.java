package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SealingProblem;

/// The recipients of one message, each of them able to read it now, or why not.
///
/// @param people whom it can be encrypted to, each with the keys to encrypt to
/// @param version2 whether all of them read version 2 of the encrypted packet
record Intent(List<Person> people, boolean version2, List<SealingProblem> problems) {
    Intent {
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    /// One who shall read it.
    ///
    /// @param primary to be named in the signature
    record Person(PGPPublicKey primary, Fingerprint certificate, List<PGPPublicKey> keys) {
        Person {
            keys = List.copyOf(keys);
        }
    }

    /// Every key to encrypt to.
    List<PGPPublicKey> keys() {
        return people.stream().flatMap(person -> person.keys().stream()).toList();
    }

    /// The primary keys of the certificates, to be named in the signature.
    List<PGPPublicKey> certificates() {
        return people.stream().map(Person::primary).toList();
    }

    /// What stands in the way where the mathematics refuses a key, such as a point that hides nothing
    /// (RFC 7748 §6.1): whose it is. Costs an encryption for each key, so it is asked only then.
    List<SealingProblem> unreachable(MessageWriter writer) {
        List<SealingProblem> problems = people.stream()
                .filter(person -> !person.keys().stream().allMatch(writer::reaches))
                .map(person -> (SealingProblem) new SealingProblem.RecipientUnusable(
                        person.certificate(), List.of(new Objection.NoSuitableKey(Purpose.ENCRYPT))))
                .toList();
        if (problems.isEmpty()) {
            throw new IllegalStateException("OpenPGP mathematics failed for no recipient's reason");
        }
        return problems;
    }

    static Intent of(List<? extends OpenPgpCertificate> recipients, CertificateReader reader, Instant now) {
        List<Person> people = new ArrayList<>();
        List<SealingProblem> problems = new ArrayList<>();
        boolean version2 = true;
        for (OpenPgpCertificate recipient : recipients) {
            Optional<ParsedCertificate> parsed = reader.parsed(recipient);
            List<Objection> objections = parsed.map(
                            certificate -> certificate.stateAt(now).objectionsTo(Purpose.ENCRYPT))
                    .orElseGet(() -> List.of(new Objection.NotSelfCertified()));
            if (parsed.isEmpty() || !objections.isEmpty()) {
                problems.add(new SealingProblem.RecipientUnusable(recipient.fingerprint(), objections));
                continue;
            }
            CertificateState state = parsed.get().stateAt(now);
            people.add(new Person(
                    parsed.get().primary().key(),
                    recipient.fingerprint(),
                    state.keysFor(Purpose.ENCRYPT).stream()
                            .map(KeyComponent::key)
                            .toList()));
            version2 &= state.readsVersion2();
        }
        if (recipients.isEmpty()) {
            problems.add(new SealingProblem.NoRecipients());
        }
        return new Intent(people, version2, problems);
    }
}
