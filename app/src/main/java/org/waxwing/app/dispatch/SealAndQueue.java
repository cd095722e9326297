package org.waxwing.app.dispatch;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.compose.SealedRuns;
import org.waxwing.app.connection.Passwords;
import org.waxwing.app.dispatch.OutboxStore.Message;
import org.waxwing.app.keys.CertificateChoice;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.SendLetter;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.DeliberateCleartext;
import org.waxwing.crypto.Letter;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.SealedMessage;
import org.waxwing.crypto.Sealer;
import org.waxwing.crypto.Sealing;
import org.waxwing.crypto.SealingPlan;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// Seals letters for everyone or for nobody, and queues the sealed bytes.
public final class SealAndQueue implements SendLetter {
    private final Passwords accounts;
    private final CertificateChoice choice;
    private final Planning planning;
    private final Sealer sealer;
    private final PassphraseSource passphrases;
    private final OutboxStore outbox;
    private final SecureRandom random;
    private final InstantSource clock;

    public SealAndQueue(
            Passwords accounts,
            CertificateChoice choice,
            Sealer sealer,
            PassphraseSource passphrases,
            OutboxStore outbox,
            SecureRandom random,
            InstantSource clock) {
        this.accounts = accounts;
        this.choice = choice;
        this.planning = new Planning(choice);
        this.sealer = sealer;
        this.passphrases = passphrases;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public ProtectionPlan plan(Draft draft, Optional<Technology> only) {
        Instant now = clock.instant();
        Optional<AddrSpec> from = accounts.account(draft.account())
                .map(account -> account.identity().address());
        if (from.isEmpty()) {
            return new ProtectionPlan(List.of(), false, false);
        }
        Resolution resolution = planning.resolve(from.get(), Copies.everyone(draft), only, now);
        boolean own = resolution
                .signer()
                .filter(key -> choice.usable(key, from.get(), now))
                .isPresent();
        boolean everyone =
                !resolution.recipients().isEmpty() && resolution.notReady().isEmpty();
        return new ProtectionPlan(resolution.recipients(), own, own && everyone);
    }

    @Override
    public Sending send(Draft draft, Optional<DraftId> kept, Protection protection, Optional<Technology> only) {
        Instant now = clock.instant();
        Optional<Account> found = accounts.account(draft.account());
        if (found.isEmpty()) {
            return new Sending.NoAccount();
        }
        if (Copies.everyone(draft).isEmpty()) {
            return new Sending.NoRecipients();
        }
        if (protection == Protection.SIGNED && holdsSealedText(draft)) {
            return refusedInClear(draft);
        }
        Account account = found.get();
        AddrSpec from = account.identity().address();
        Resolution resolution = planning.resolve(from, Copies.everyone(draft), only, now);
        Optional<LockedSecretKey> signer = resolution.signer();
        if (signer.isEmpty()) {
            return new Sending.NoSeal();
        }
        if (!choice.usable(signer.get(), from, now)) {
            return unusable(signer.get(), now);
        }
        if (protection == Protection.SIGNED_AND_ENCRYPTED
                && !resolution.notReady().isEmpty()) {
            return new Sending.NotReady(resolution.notReady());
        }
        return seal(draft, kept, protection, account, resolution, now);
    }

    @Override
    public Sending sendPostcard(Draft draft, Optional<DraftId> kept, CleartextConsent consent) {
        Instant now = clock.instant();
        Optional<Account> found = accounts.account(draft.account());
        if (found.isEmpty()) {
            return new Sending.NoAccount();
        }
        if (Copies.everyone(draft).isEmpty()) {
            return new Sending.NoRecipients();
        }
        if (holdsSealedText(draft)) {
            return refusedInClear(draft);
        }
        Written written = write(draft, found.get().identity(), now);
        List<Message> messages = Copies.of(draft).stream()
                .map(copy ->
                        message(DeliberateCleartext.of(written.letter(), consent), found.get(), copy, draft, written))
                .toList();
        return new Sending.Queued(outbox.queue(draft.account(), messages, now, kept));
    }

    private static boolean holdsSealedText(Draft draft) {
        return !SealedRuns.in(draft).isEmpty() || draft.subjectIsSealed();
    }

    private static Sending refusedInClear(Draft draft) {
        return new Sending.HoldsSealedText(SealedRuns.in(draft).size(), draft.subjectIsSealed());
    }

    private Sending seal(
            Draft draft,
            Optional<DraftId> kept,
            Protection protection,
            Account account,
            Resolution resolution,
            Instant now) {
        AddrSpec from = account.identity().address();
        Written written = write(draft, account.identity(), now);
        List<Message> messages = new ArrayList<>();
        for (Copies.Signed copy : Copies.signed(draft, protection, resolution)) {
            SealingPlan plan = planning.plan(
                    resolution, protection, copy.signer(), from, copy.copy().recipients(), now);
            switch (sealer.seal(written.letter(), plan, passphrases, now)) {
                case Sealing.Sealed(SealedMessage bytes) ->
                    messages.add(message(bytes, account, copy.copy(), draft, written));
                case Sealing.Locked locked -> {
                    return new Sending.Locked(locked.key().fingerprint(), locked.token());
                }
                case Sealing.Refused(List<SealingProblem> problems) -> {
                    return refused(problems, resolution);
                }
            }
        }
        return new Sending.Queued(outbox.queue(draft.account(), messages, now, kept));
    }

    private static Sending refused(List<SealingProblem> problems, Resolution resolution) {
        return switch (problems.getFirst()) {
            case SealingProblem.SignerUnusable signer ->
                new Sending.SealUnusable(signer.certificate(), signer.objections());
            case SealingProblem.RecipientUnusable _ -> new Sending.NotReady(Planning.refused(problems, resolution));
            case SealingProblem.NoRecipients _ -> new Sending.NoRecipients();
            case SealingProblem.LetterUnusable letter -> new Sending.LetterUnusable(letter.why());
        };
    }

    private static Sending unusable(LockedSecretKey signer, Instant now) {
        return new Sending.SealUnusable(
                signer.fingerprint(), signer.certificate().usability(now).objections());
    }

    private static Message message(Submittable bytes, Account account, Copies.Copy copy, Draft draft, Written written) {
        boolean isSealed = switch (bytes) {
            case SealedMessage message -> message.protection() == Protection.SIGNED_AND_ENCRYPTED;
            case DeliberateCleartext _ -> false;
        };
        About about = new About(
                account.identity().address(),
                copy.recipients(),
                List.of(),
                draft.subject(),
                isSealed,
                written.messageId(),
                copy.sent());
        return new Message(bytes, about);
    }

    private Written write(Draft draft, Mailbox from, Instant now) {
        String messageId = freshMessageId(from.address());
        return new Written(
                Letter.of(new Letter.Content(
                        from,
                        draft.to(),
                        draft.cc(),
                        draft.subject(),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        messageId,
                        draft.answered().inReplyTo(),
                        draft.answered().references(),
                        draft.text(),
                        draft.attachments())),
                messageId);
    }

    /// Random, in the sender's own domain: tells neither this computer's name nor its clock (RFC 5322
    /// §3.6.4).
    private String freshMessageId(AddrSpec from) {
        byte[] fresh = new byte[16];
        random.nextBytes(fresh);
        return "<" + HexFormat.of().formatHex(fresh) + "@" + from.asciiDomain() + ">";
    }

    /// A letter and the name that its copies share.
    private record Written(Letter letter, String messageId) {}
}
