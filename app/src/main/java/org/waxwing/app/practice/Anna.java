package org.waxwing.app.practice;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.waxwing.crypto.Letter;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.Sealer;
import org.waxwing.crypto.Sealing;
import org.waxwing.crypto.SealingPlan;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// A correspondent who answers every letter of her friend by herself. She opens and seals with the same
/// engine as everyone; her key lives in memory and ends with her.
final class Anna implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final PracticePostOffice office;
    private final PracticeMailbox mailbox;
    private final OpenPgp openPgp;
    private final Sealer sealer;
    private final Opener opener;
    private final InstantSource clock;
    private final SecureRandom random;
    private final String secret;
    private final OpenPgpSecretKey key;
    private final OpenPgpCertificate friendsCertificate;
    private final Mailbox friend;
    private final AtomicBoolean gone = new AtomicBoolean();

    /// @param friend whose letters she answers; nobody else's
    /// @param friendsCertificate what she seals for
    Anna(
            PracticePostOffice office,
            PracticeMailbox mailbox,
            OpenPgp openPgp,
            Mailbox friend,
            OpenPgpCertificate friendsCertificate,
            InstantSource clock,
            SecureRandom random) {
        this.office = office;
        this.mailbox = mailbox;
        this.openPgp = openPgp;
        this.sealer = Sealer.with(openPgp, Smime.with(random));
        this.opener = Opener.with(openPgp, Smime.with(random));
        this.friend = friend;
        this.friendsCertificate = friendsCertificate;
        this.clock = clock;
        this.random = random;
        this.secret = randomHex();
        UserId owner = new UserId(
                mailbox.owner().displayName() + " <" + mailbox.owner().address().text() + ">");
        try (Passphrase lock = passphrase()) {
            this.key = openPgp.generate(
                            owner,
                            lock,
                            LockStrength.RANDOM_SECRET,
                            clock.instant().minusSeconds(60),
                            Optional.empty())
                    .key();
        }
    }

    Fingerprint fingerprint() {
        return key.fingerprint();
    }

    /// Her public card in armour.
    Octets card() {
        return openPgp.armoredCertificates(List.of(key.certificate()));
    }

    /// Answers from now on.
    void start() {
        Thread _ = Thread.ofVirtual().name("practice-correspondent").start(this::answerUntilGone);
    }

    /// Writes the first letter.
    void welcome() {
        send(
                AnnasWords.WELCOME_SUBJECT,
                AnnasWords.welcome(friend, office.relayed().size()),
                Optional.empty(),
                List.of());
    }

    private void answerUntilGone() {
        long answered = 0;
        try {
            while (!gone.get()) {
                long changes = mailbox.pigeonhole().changes();
                for (StoredLetter letter : mailbox.pigeonhole().letters()) {
                    if (letter.uid() > answered) {
                        answered = letter.uid();
                        answer(letter.bytes());
                    }
                }
                boolean _ = mailbox.pigeonhole().awaitChange(changes, A_WHILE, gone::get);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Octets message) {
        Opening opening = opener.open(
                message,
                SecretKeySource.of(List.of(key)),
                CertificateSource.of(List.of(key.certificate(), friendsCertificate)),
                passphrases(),
                clock.instant());
        ProtectedFields fields = switch (opening) {
            case Opening.Opened opened -> opened.payload().fields();
            case Opening.Unproven _, Opening.Locked _, Opening.Unopenable _ -> Opener.outerFields(message);
        };
        if (fields.author().filter(friend.address()::equals).isEmpty()) {
            return;
        }
        List<String> thread = Stream.concat(fields.references().stream(), fields.messageId().stream())
                .distinct()
                .toList();
        send(
                AnnasWords.answerSubject(fields.subject()),
                AnnasWords.answer(friend, opening, message.length()),
                fields.messageId(),
                thread);
    }

    /// Seals and hands over. Where sealing is refused, such as when the friend ended their seal, she stays
    /// silent: she has no other way to write.
    private void send(String subject, String text, Optional<String> inReplyTo, List<String> references) {
        Instant now = clock.instant();
        AddrSpec own = mailbox.owner().address();
        Letter letter = Letter.of(new Letter.Content(
                mailbox.owner(),
                List.of(friend),
                List.of(),
                subject,
                now,
                "<" + randomHex() + "@" + own.asciiDomain() + ">",
                inReplyTo,
                references,
                text,
                List.of()));
        List<Certificate> readers = List.of(friendsCertificate, key.certificate());
        Sealing sealing =
                sealer.seal(letter, new SealingPlan(Protection.SIGNED_AND_ENCRYPTED, key, readers), passphrases(), now);
        switch (sealing) {
            case Sealing.Sealed(var message) -> office.takeFromWithin(own, List.of(friend.address()), message);
            case Sealing.Locked _, Sealing.Refused _ -> gone.set(true);
        }
    }

    /// Whoever asks closes it.
    @SuppressWarnings("MustBeClosedChecker")
    private PassphraseSource passphrases() {
        return _ -> Optional.of(Passphrase.taking(secret.toCharArray()));
    }

    @MustBeClosed
    private Passphrase passphrase() {
        return Passphrase.taking(secret.toCharArray());
    }

    private String randomHex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        gone.set(true);
        mailbox.pigeonhole().wake();
    }

    @Override
    public String toString() {
        return "Anna";
    }
}
