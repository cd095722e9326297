package org.waxwing.app.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.app.keys.CertificateChoice;
import org.waxwing.app.send.FileSealing;
import org.waxwing.app.send.SealFile;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.Letter;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.SealedMessage;
import org.waxwing.crypto.Sealer;
import org.waxwing.crypto.Sealing;
import org.waxwing.crypto.SealingPlan;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// Seals a letter for the recipients that its own header fields name.
public final class SealFromFile implements SealFile {
    private final CertificateChoice choice;
    private final Planning planning;
    private final Sealer sealer;
    private final PassphraseSource passphrases;
    private final InstantSource clock;

    public SealFromFile(CertificateChoice choice, Sealer sealer, PassphraseSource passphrases, InstantSource clock) {
        this.choice = choice;
        this.planning = new Planning(choice);
        this.sealer = sealer;
        this.passphrases = passphrases;
        this.clock = clock;
    }

    @Override
    public FileSealing seal(Octets message, Optional<AddrSpec> sender, Optional<Technology> only) {
        Instant now = clock.instant();
        Optional<Letter> letter = Letter.parse(message);
        if (letter.isEmpty()) {
            return new FileSealing.LetterUnusable("This is not a letter: it has no readable header fields.");
        }
        ProtectedFields fields = Opener.outerFields(message);
        Optional<AddrSpec> from = sender.or(fields::author);
        if (from.isEmpty()) {
            return new FileSealing.NoSender();
        }
        Set<AddrSpec> recipients = new LinkedHashSet<>(Stream.concat(fields.to().stream(), fields.cc().stream())
                .map(Mailbox::address)
                .toList());
        if (recipients.isEmpty()) {
            return new FileSealing.NoRecipients();
        }
        Resolution resolution = planning.resolve(from.get(), recipients, only, now);
        Optional<LockedSecretKey> signer = resolution.signer();
        if (signer.isEmpty()) {
            return new FileSealing.NoSeal(from.get());
        }
        if (!choice.usable(signer.get(), from.get(), now)) {
            return new FileSealing.SealUnusable(
                    signer.get().fingerprint(),
                    signer.get().certificate().usability(now).objections());
        }
        if (!resolution.notReady().isEmpty()) {
            return new FileSealing.NotReady(resolution.notReady());
        }
        Map<Technology, List<AddrSpec>> groups = resolution.groups(recipients);
        if (groups.size() > 1) {
            return new FileSealing.TwoTechnologies(resolution.recipients());
        }
        Technology technology = groups.keySet().iterator().next();
        LockedSecretKey fitting = Objects.requireNonNull(resolution.own().get(technology));
        return seal(letter.get(), resolution, fitting, from.get(), List.copyOf(recipients), now);
    }

    private FileSealing seal(
            Letter letter,
            Resolution resolution,
            LockedSecretKey signer,
            AddrSpec from,
            List<AddrSpec> recipients,
            Instant now) {
        SealingPlan plan = planning.plan(resolution, Protection.SIGNED_AND_ENCRYPTED, signer, from, recipients, now);
        return switch (sealer.seal(letter, plan, passphrases, now)) {
            case Sealing.Sealed(SealedMessage bytes) -> new FileSealing.Sealed(bytes);
            case Sealing.Locked locked -> new FileSealing.Locked(locked.key().fingerprint(), locked.token());
            case Sealing.Refused(List<SealingProblem> problems) ->
                switch (problems.getFirst()) {
                    case SealingProblem.SignerUnusable bad ->
                        new FileSealing.SealUnusable(bad.certificate(), bad.objections());
                    case SealingProblem.RecipientUnusable _ ->
                        new FileSealing.NotReady(Planning.refused(problems, resolution));
                    case SealingProblem.NoRecipients _ -> new FileSealing.NoRecipients();
                    case SealingProblem.LetterUnusable bad -> new FileSealing.LetterUnusable(bad.why());
                };
        };
    }
}
