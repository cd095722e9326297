package org.waxwing.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.CertificateWords;
import org.waxwing.app.trust.AuthorityOffer;
import org.waxwing.app.trust.AuthorityOffer.Candidate;
import org.waxwing.app.trust.AuthorityOffer.State;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityProblem;
import picocli.CommandLine.Model.CommandSpec;

/// `cert trust`: believes an institution's authority about mail, or exactly one certificate of a person.
public final class CertTrust implements Command {
    private static final String UNDO = "--undo";

    private final Profiles profiles;

    public CertTrust(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "trust", "Believe an institution's authority, or exactly one person's certificate.")
                .parameters(
                        "FILE|FINGERPRINT|ADDRESS", "1", "The authority's or the person's file, or whose certificate.")
                .flag(TrustQuestion.YES, "Really, without the question. You have compared the fingerprint.")
                .flag(UNDO, "Take it back, as “waxwing cert distrust” does.")
                .profile()
                .teaching(
                        "",
                        "Whom an authority confirms is confirmed from then on: letters under it are proven, and are",
                        "sealed for. Compare its fingerprint with what the institution publishes. A person's",
                        "certificate is accepted as it is, whoever issued it; nobody else's is, though it may call",
                        "itself an authority.",
                        "",
                        "  waxwing cert trust university-ca.pem",
                        "  waxwing cert trust ben.pem",
                        "  waxwing cert trust ben@example.org")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        String typed = given.parameters().getFirst();
        TrustQuestion question = new TrustQuestion(given.flag(TrustQuestion.YES), terminal);
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            if (given.flag(UNDO)) {
                return CertDistrust.takenBack(waxwing, typed, terminal);
            }
            Optional<Fingerprint.X509Sha256> fingerprint = Typed.smimeFingerprint(typed);
            boolean person = fingerprint.isPresent() || (typed.indexOf('@') >= 0 && !Files.exists(Typed.path(typed)));
            return person
                    ? known(waxwing, NamedCertificate.all(waxwing, typed), question)
                    : offered(waxwing, typed, question);
        }
    }

    private static ExitCode known(Waxwing waxwing, List<CertificateCard> cards, TrustQuestion question)
            throws IOException {
        CertificateCard card = cards.getFirst();
        List<CertificateCard> open = cards.stream()
                .filter(one -> one.backing() instanceof Backing.Refused refused && refused.lacksOnlyAWord())
                .toList();
        if (open.size() > 1) {
            throw new CommandProblem(
                    ExitCode.BAD_DATA,
                    "There are " + open.size() + " certificates for this address that nobody confirms.",
                    "Name one by its fingerprint. See: waxwing cert list");
        }
        return switch (card.kind()) {
            case OWN -> persons(waxwing, question).one(card);
            case PERSON -> persons(waxwing, question).one(open.isEmpty() ? card : open.getFirst());
            case AUTHORITY ->
                settled(
                        waxwing,
                        waxwing.certificates().offer(card.fingerprint()).stream()
                                .toList(),
                        question);
        };
    }

    private static ExitCode offered(Waxwing waxwing, String typed, TrustQuestion question) throws IOException {
        return switch (waxwing.certificates().offer(InputFile.read(Typed.path(typed)))) {
            case AuthorityOffer.Offered(List<Candidate> candidates) -> settled(waxwing, candidates, question);
            case AuthorityOffer.OfPersons(List<CertificateCard> cards) -> {
                boolean one = cards.size() == 1;
                question.terminal()
                        .tell("This file holds no authority's certificate, but "
                                + (one ? "a person's: it confirms" : "those of persons: they confirm")
                                + " nobody else.");
                PersonsTrust persons = persons(waxwing, question);
                yield one ? persons.one(cards.getFirst()) : persons.all(cards);
            }
            case AuthorityOffer.Unreadable(IdentityProblem problem) ->
                throw new CommandProblem(
                        ExitCode.BAD_DATA,
                        "“" + typed + "” names no authority: " + CertificateWords.problem(problem) + ".",
                        CertificateWords.elsewhere(problem)
                                .orElse("Get the file from the institution, in PEM or DER."));
        };
    }

    private static PersonsTrust persons(Waxwing waxwing, TrustQuestion question) {
        return new PersonsTrust(waxwing.certificates(), question);
    }

    /// Each is named, whatever becomes of it.
    private static ExitCode settled(Waxwing waxwing, List<Candidate> candidates, TrustQuestion question)
            throws IOException {
        List<Candidate> below = new ArrayList<>();
        int good = 0;
        int open = 0;
        boolean changed = false;
        boolean unasked = false;
        Terminal terminal = question.terminal();
        for (Candidate candidate : candidates) {
            AuthorityProfile profile = candidate.profile();
            question.describe(profile.certificate(), profile.name());
            switch (candidate.state()) {
                case OPEN -> {
                    terminal.line("    " + CertificateWords.limits(profile.limits()));
                    open++;
                    Optional<Boolean> answer = question.answer("Believe whom “" + profile.name() + "” confirms?");
                    if (answer.isEmpty() && !changed) {
                        throw TrustQuestion.nobodyToAsk();
                    }
                    boolean agreed = answer.orElse(false);
                    if (agreed) {
                        waxwing.certificates().believe(candidate);
                        changed = true;
                        good++;
                    }
                    unasked |= answer.isEmpty();
                    terminal.line(
                            agreed
                                    ? "    believed about mail from now on"
                                    : answer.isEmpty()
                                            ? "    not believed: there is no terminal to ask at"
                                            : "    not believed");
                }
                case BELIEVED, BUILT_IN -> {
                    good++;
                    terminal.line(
                            candidate.state() == State.BUILT_IN
                                    ? "    unchanged: it is among the authorities that come with Waxwing"
                                    : "    unchanged: you believe it already");
                }
                case BELOW_ANOTHER -> {
                    below.add(candidate);
                    terminal.line("    needs no word of its own: another one here issued it");
                }
                case FLAWED ->
                    terminal.line("    refused: "
                            + profile.flaw().map(CertificateWords::clause).orElse("not usable"));
            }
        }
        if (good > 0) {
            below.forEach(waxwing.certificates()::keep);
        } else if (open == 0) {
            throw new CommandProblem(
                    ExitCode.BAD_DATA,
                    "There is no authority for mail to believe, so nothing was changed.",
                    "A person's certificate is brought in with “waxwing import FILE”.");
        }
        return unasked ? ExitCode.MISSING_ARGUMENT : good > 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
