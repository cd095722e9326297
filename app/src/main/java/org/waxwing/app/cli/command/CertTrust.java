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
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.trust.AuthorityOffer;
import org.waxwing.app.trust.AuthorityOffer.Candidate;
import org.waxwing.app.trust.AuthorityOffer.State;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import picocli.CommandLine.Model.CommandSpec;

/// `cert trust`: believes an institution's authority about mail, or exactly one certificate of a person.
public final class CertTrust implements Command {
    private static final String YES = "--yes";
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
                .flag(YES, "Really, without the question. You have compared the fingerprint.")
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
        boolean certain = given.flag(YES);
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            if (given.flag(UNDO)) {
                return CertDistrust.takenBack(waxwing, typed, terminal);
            }
            Optional<Fingerprint.X509Sha256> fingerprint = Typed.smimeFingerprint(typed);
            boolean person = fingerprint.isPresent() || (typed.indexOf('@') >= 0 && !Files.exists(Typed.path(typed)));
            return person
                    ? known(waxwing, NamedCertificate.all(waxwing, typed), certain, terminal)
                    : offered(waxwing, typed, certain, terminal);
        }
    }

    private static ExitCode known(Waxwing waxwing, List<CertificateCard> cards, boolean certain, Terminal terminal)
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
            case OWN -> ownAlready(terminal);
            case PERSON -> pinned(waxwing, open.isEmpty() ? card : open.getFirst(), certain, terminal);
            case AUTHORITY ->
                settled(
                        waxwing,
                        waxwing.certificates().offer(card.fingerprint()).stream()
                                .toList(),
                        certain,
                        terminal);
        };
    }

    private static ExitCode ownAlready(Terminal terminal) throws IOException {
        terminal.line("This certificate is your own, so it needs nobody's word. Nothing was changed.");
        return ExitCode.OK;
    }

    private static ExitCode pinned(Waxwing waxwing, CertificateCard card, boolean certain, Terminal terminal)
            throws IOException {
        switch (card.backing()) {
            case Backing.ConfirmedBy(String authority) -> {
                terminal.line(authority + " confirms this certificate already. Nothing was changed.");
                return ExitCode.OK;
            }
            case Backing.AcceptedAsItIs() -> {
                terminal.line("You accepted this certificate before. Nothing was changed.");
                return ExitCode.OK;
            }
            case Backing.Refused refused -> {
                if (!refused.lacksOnlyAWord() && !rejected(refused)) {
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "This certificate can't be used, whoever accepts it: "
                                    + ObjectionWords.clause(refused.objections()) + ".",
                            "Nothing was changed. Ask its owner for another one.");
                }
            }
            case Backing.Believed _, Backing.HelpsOnly _ ->
                throw new IllegalStateException("this is said of authorities only");
        }
        describe(card.certificate(), CertificateWords.owner(card.certificate()), terminal);
        if (!agreed(certain, "Accept exactly this certificate?", terminal)) {
            terminal.line("Nothing was changed.");
            return ExitCode.FAILED;
        }
        waxwing.certificates().pin(card.certificate());
        terminal.line("Accepted: letters are sealed for it, and what is signed with it is proven.");
        return ExitCode.OK;
    }

    private static boolean rejected(Backing.Refused refused) {
        return refused.objections().stream().allMatch(Objection.RejectedByUser.class::isInstance);
    }

    private static ExitCode offered(Waxwing waxwing, String typed, boolean certain, Terminal terminal)
            throws IOException {
        return switch (waxwing.certificates().offer(InputFile.read(Typed.path(typed)))) {
            case AuthorityOffer.Offered(List<Candidate> candidates) -> settled(waxwing, candidates, certain, terminal);
            case AuthorityOffer.OfPersons(List<CertificateCard> cards) -> persons(waxwing, cards, certain, terminal);
            case AuthorityOffer.Unreadable(IdentityProblem problem) ->
                throw new CommandProblem(
                        ExitCode.BAD_DATA,
                        "“" + typed + "” names no authority: " + CertificateWords.problem(problem) + ".",
                        "Get the file from the institution, in PEM or DER.");
        };
    }

    /// One after the other, as if each were named by its fingerprint.
    private static ExitCode persons(Waxwing waxwing, List<CertificateCard> cards, boolean certain, Terminal terminal)
            throws IOException {
        ExitCode last = ExitCode.OK;
        terminal.tell("This file holds no authority's certificate, but "
                + (cards.size() == 1 ? "a person's: it confirms" : "those of persons: they confirm") + " nobody else.");
        for (CertificateCard card : cards) {
            ExitCode one = card.kind() == CertificateCard.Kind.OWN
                    ? ownAlready(terminal)
                    : pinned(waxwing, card, certain, terminal);
            last = one == ExitCode.OK ? last : one;
        }
        return last;
    }

    /// Each is named, whatever becomes of it.
    private static ExitCode settled(Waxwing waxwing, List<Candidate> candidates, boolean certain, Terminal terminal)
            throws IOException {
        List<Candidate> below = new ArrayList<>();
        int good = 0;
        int open = 0;
        for (Candidate candidate : candidates) {
            AuthorityProfile profile = candidate.profile();
            describe(profile.certificate(), profile.name(), terminal);
            switch (candidate.state()) {
                case OPEN -> {
                    terminal.line("    " + CertificateWords.limits(profile.limits()));
                    open++;
                    boolean agreed = agreed(certain, "Believe whom “" + profile.name() + "” confirms?", terminal);
                    if (agreed) {
                        waxwing.certificates().believe(candidate);
                        good++;
                    }
                    terminal.line(agreed ? "    believed about mail from now on" : "    not believed");
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
        return good > 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void describe(SmimeCertificate certificate, String name, Terminal terminal) throws IOException {
        terminal.line(name);
        terminal.line("    " + CertificateWords.groups(certificate.fingerprint()));
        terminal.line("    issued by " + (certificate.issuer().equals(name) ? "itself" : certificate.issuer())
                + certificate
                        .expires()
                        .map(end -> ", ends " + ObjectionWords.day(end))
                        .orElse(""));
    }

    private static boolean agreed(boolean certain, String question, Terminal terminal) throws IOException {
        terminal.out().flush();
        return certain
                || terminal.secrets()
                        .agrees(question)
                        .orElseThrow(() -> new CommandProblem(
                                ExitCode.MISSING_ARGUMENT,
                                "There is no terminal to ask at, so nothing was changed.",
                                "Compare the fingerprint with its owner's, and repeat the command with " + YES + "."));
    }
}
