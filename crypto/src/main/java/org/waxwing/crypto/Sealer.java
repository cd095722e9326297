package org.waxwing.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.CryptographicEngine;
import org.waxwing.crypto.smime.SmimeLayers;

/// Signs and encrypts letters. The only maker of [SealedMessage]s.
public final class Sealer {
    private final CryptographicEngine engine;
    private final SmimeLayers smime;
    private final SecureRandom random;

    Sealer(CryptographicEngine engine, SmimeLayers smime, SecureRandom random) {
        this.engine = engine;
        this.smime = smime;
        this.random = random;
    }

    /// A sealer over both technologies.
    public static Sealer with(OpenPgp openPgp, Smime smime) {
        return new Sealer(openPgp.engine(), smime.layers(), openPgp.random());
    }

    /// Seals the letter in one pass, with header protection (RFC 9788 §5.2) and `hcp_baseline`. A letter
    /// without Date or Message-ID gets them (see [Letter#completed]). The signer's certificate must carry
    /// the address in From, for nobody could verify the letter otherwise.
    public Sealing seal(Letter letter, SealingPlan plan, PassphraseSource passphrases, Instant now) {
        Optional<SealingProblem> problem = problem(letter, plan, now);
        if (problem.isPresent()) {
            return new Sealing.Refused(List.of(problem.get()));
        }
        Letter complete = letter.completed(now, random);
        return switch (plan.signer()) {
            case OpenPgpSecretKey signer -> openPgp(complete, plan, signer, passphrases, now);
            case SmimeSecretKey signer -> smime(complete, plan, signer, passphrases, now);
        };
    }

    private Sealing openPgp(
            Letter letter, SealingPlan plan, OpenPgpSecretKey signer, PassphraseSource passphrases, Instant now) {
        return switch (plan.protection()) {
            case SIGNED_AND_ENCRYPTED -> encrypted(letter, plan, signer, passphrases, now);
            case SIGNED -> signed(letter, plan, signer, passphrases, now);
        };
    }

    private static Optional<SealingProblem> problem(Letter letter, SealingPlan plan, Instant now) {
        Optional<AddrSpec> author = letter.author();
        if (author.isEmpty()) {
            return Optional.of(new SealingProblem.LetterUnusable("From must name exactly one sender"));
        }
        Certificate signer = plan.signer().certificate();
        if (!signer.binds(author.get(), now)) {
            return Optional.of(
                    new SealingProblem.SignerUnusable(signer.fingerprint(), List.of(new Objection.NotBoundToFrom())));
        }
        boolean forNobody = plan.protection() == Protection.SIGNED_AND_ENCRYPTED
                && plan.recipients().isEmpty();
        return forNobody ? Optional.of(new SealingProblem.NoRecipients()) : Optional.empty();
    }

    private Sealing encrypted(
            Letter letter, SealingPlan plan, OpenPgpSecretKey signer, PassphraseSource passphrases, Instant now) {
        PayloadWriter payload = new PayloadWriter(letter, HeaderConfidentialityPolicy.baseline());
        Production made = engine.signAndEncrypt(payload.cipher(), signer, plan.openPgpRecipients(), passphrases, now);
        return sealing(made, plan, production -> PgpMime.encrypted(payload.outerFields(), production.octets(), random));
    }

    private Sealing signed(
            Letter letter, SealingPlan plan, OpenPgpSecretKey signer, PassphraseSource passphrases, Instant now) {
        PayloadWriter payload = new PayloadWriter(letter, HeaderConfidentialityPolicy.signedOnly());
        Octets clear = payload.clear();
        Production made = engine.sign(clear, signer, passphrases, now);
        return sealing(made, plan, production -> PgpMime.signed(payload.outerFields(), clear, production, random));
    }

    private Sealing smime(
            Letter letter, SealingPlan plan, SmimeSecretKey signer, PassphraseSource passphrases, Instant now) {
        return switch (plan.protection()) {
            case SIGNED_AND_ENCRYPTED -> {
                PayloadWriter payload = new PayloadWriter(letter, HeaderConfidentialityPolicy.baseline());
                Octets clear = payload.cipher();
                yield switch (smime.sign(clear, signer, passphrases, now)) {
                    case Production.Made signature -> {
                        Octets signed = SmimeMessages.signed(List.of(), clear, signature, random);
                        Production made = smime.encrypt(signed, plan.smimeRecipients(), plan.capabilities(), now);
                        yield sealing(made, plan, production -> enveloped(payload.outerFields(), production.octets()));
                    }
                    case Production.Locked locked -> new Sealing.Locked(locked.key(), locked.token());
                    case Production.Refused refused -> new Sealing.Refused(refused.problems());
                };
            }
            case SIGNED -> {
                PayloadWriter payload = new PayloadWriter(letter, HeaderConfidentialityPolicy.signedOnly());
                Octets clear = payload.clear();
                Production made = smime.sign(clear, signer, passphrases, now);
                yield sealing(
                        made,
                        plan,
                        production -> SmimeMessages.signed(payload.outerFields(), clear, production, random));
            }
        };
    }

    private Octets enveloped(List<HeaderField> outer, Octets cms) {
        return SmimeMessages.enveloped(outer, cms, smime.kind(cms) == SmimeLayers.Kind.AUTH_ENVELOPED);
    }

    /// Writes the message around what the engine made.
    private interface MessageAround {
        Octets write(Production.Made production);
    }

    private static Sealing sealing(Production production, SealingPlan plan, MessageAround around) {
        return switch (production) {
            case Production.Made made -> new Sealing.Sealed(new SealedMessage(around.write(made), plan.protection()));
            case Production.Locked locked -> new Sealing.Locked(locked.key(), locked.token());
            case Production.Refused refused -> new Sealing.Refused(refused.problems());
        };
    }
}
