package org.waxwing.crypto;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// What should make a reader look twice at a letter whose mathematics is in order: it may be an old one, or
/// one that was written to somebody else, sent on by a third person.
record Circumstances(
        HeaderProtection protection,
        ProtectedFields fields,
        Authenticity authenticity,
        List<SignatureOutcome> signatures,
        boolean encrypted,
        SecretKeySource keys) {
    /// A clock may be off by a zone that was set wrongly; a letter may wait for its network a while.
    private static final Duration APART = Duration.ofHours(1);

    Set<Note> notes() {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        switch (authenticity) {
            case Authenticity.Verified verified -> {
                if (fields.date()
                        .filter(date -> apart(date, verified.signedAt()))
                        .isPresent()) {
                    notes.add(Note.SIGNED_AT_ANOTHER_TIME);
                }
                if (signatures.stream().anyMatch(SignatureOutcome.Invalid.class::isInstance)) {
                    notes.add(Note.MIXED_SIGNATURES);
                }
                if (encrypted && protection.present() && isNamedToOthersOnly()) {
                    notes.add(Note.NOT_AMONG_RECIPIENTS);
                }
            }
            case Authenticity.Unsigned _, Authenticity.Unverified _ -> {}
        }
        return notes;
    }

    private static boolean apart(Instant date, Instant signed) {
        return Duration.between(date, signed).abs().compareTo(APART) > 0;
    }

    /// A letter that names nobody, or that the reader wrote, says nothing here.
    private boolean isNamedToOthersOnly() {
        Set<AddrSpec> mine = own();
        List<AddrSpec> named = Stream.concat(fields.to().stream(), fields.cc().stream())
                .map(Mailbox::address)
                .toList();
        return !mine.isEmpty()
                && !named.isEmpty()
                && named.stream().noneMatch(mine::contains)
                && fields.author().filter(mine::contains).isEmpty();
    }

    private Set<AddrSpec> own() {
        Set<AddrSpec> mine = new HashSet<>();
        Stream<LockedSecretKey> all = Stream.concat(keys.secretKeysFor(0).stream(), keys.smimeKeys().stream());
        all.forEach(key -> key.certificate().userIds().stream()
                .map(UserId::address)
                .flatMap(Optional::stream)
                .forEach(mine::add));
        return mine;
    }

    @Override
    public String toString() {
        return "Circumstances[redacted]";
    }
}
