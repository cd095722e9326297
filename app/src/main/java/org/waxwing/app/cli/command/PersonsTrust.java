package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.words.CertificateWords;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.app.trust.Certificates;
import org.waxwing.crypto.cert.Objection;

/// Accepts exactly the certificates of persons: one, or those of a file, each by itself. What is wrong with
/// one of them costs no other, and the end names everybody who was not accepted.
record PersonsTrust(Certificates certificates, TrustQuestion question) {
    /// What became of one.
    private sealed interface Fate {
        /// @param sentence where it is the only one
        /// @param clause where it is one of several
        record Unchanged(String sentence, String clause) implements Fate {}

        record Accepted() implements Fate {}

        record Declined() implements Fate {}

        record NobodyAsked() implements Fate {}

        record Unusable(String why) implements Fate {}
    }

    ExitCode one(CertificateCard card) throws IOException {
        return switch (decided(card)) {
            case Fate.Unchanged(String sentence, String _) -> told(sentence + " Nothing was changed.", ExitCode.OK);
            case Fate.Accepted() ->
                told("Accepted: letters are sealed for it, and what is signed with it is proven.", ExitCode.OK);
            case Fate.Declined() -> told("Nothing was changed.", ExitCode.FAILED);
            case Fate.NobodyAsked() -> throw TrustQuestion.nobodyToAsk();
            case Fate.Unusable(String why) ->
                throw new CommandProblem(
                        ExitCode.BAD_DATA,
                        "This certificate can't be used, whoever accepts it: " + why + ".",
                        "Nothing was changed. Ask its owner for another one.");
        };
    }

    /// One after the other, as if each were named by its fingerprint.
    ExitCode all(List<CertificateCard> cards) throws IOException {
        List<String> accepted = new ArrayList<>();
        List<String> not = new ArrayList<>();
        ExitCode code = ExitCode.OK;
        for (CertificateCard card : cards) {
            String name = CertificateWords.owner(card.certificate());
            Fate fate = decided(card);
            if (fate instanceof Fate.Unchanged || fate instanceof Fate.Unusable) {
                question.describe(card.certificate(), name);
            }
            question.terminal().line("    " + result(fate));
            code = code.or(end(fate));
            if (fate instanceof Fate.Accepted) {
                accepted.add(name);
            }
            why(fate).ifPresent(reason -> not.add(name + " (" + reason + ")"));
        }
        if (not.isEmpty()) {
            return code;
        }
        String sentence = "Not accepted: " + String.join(", ", not) + ". "
                + (accepted.isEmpty() ? "Nothing was changed." : "Accepted: " + String.join(", ", accepted) + ".");
        throw code == ExitCode.MISSING_ARGUMENT
                ? TrustQuestion.nobodyToAsk(sentence)
                : new CommandProblem(code, sentence, code == ExitCode.BAD_DATA ? "Ask its owner for another one." : "");
    }

    private ExitCode told(String sentence, ExitCode code) throws IOException {
        question.terminal().line(sentence);
        return code;
    }

    private static String result(Fate fate) {
        return switch (fate) {
            case Fate.Unchanged(String _, String clause) -> "unchanged: " + clause;
            case Fate.Accepted() -> "accepted: letters are sealed for it, and what is signed with it is proven";
            case Fate.Declined() -> "not accepted";
            case Fate.NobodyAsked() -> "not accepted: there is no terminal to ask at";
            case Fate.Unusable(String why) -> "refused: it can't be used, whoever accepts it: " + why;
        };
    }

    private static Optional<String> why(Fate fate) {
        return switch (fate) {
            case Fate.Unchanged _, Fate.Accepted _ -> Optional.empty();
            case Fate.Declined() -> Optional.of("you said no");
            case Fate.NobodyAsked() -> Optional.of("there is no terminal to ask at");
            case Fate.Unusable(String why) -> Optional.of(why);
        };
    }

    private static ExitCode end(Fate fate) {
        return switch (fate) {
            case Fate.Unchanged _, Fate.Accepted _ -> ExitCode.OK;
            case Fate.Declined() -> ExitCode.FAILED;
            case Fate.NobodyAsked() -> ExitCode.MISSING_ARGUMENT;
            case Fate.Unusable _ -> ExitCode.BAD_DATA;
        };
    }

    private Fate decided(CertificateCard card) throws IOException {
        if (card.kind() == CertificateCard.Kind.OWN) {
            return new Fate.Unchanged(
                    "This certificate is your own, so it needs nobody's word.", "your own, which needs nobody's word");
        }
        return switch (card.backing()) {
            case Backing.ConfirmedBy(String authority) ->
                new Fate.Unchanged(
                        authority + " confirms this certificate already.", authority + " confirms it already");
            case Backing.AcceptedAsItIs() ->
                new Fate.Unchanged("You accepted this certificate before.", "you accepted it before");
            case Backing.Refused refused
            when !refused.lacksOnlyAWord() && !rejected(refused) ->
                new Fate.Unusable(ObjectionWords.clause(refused.objections()));
            case Backing.Refused _ -> asked(card);
            case Backing.Believed _, Backing.HelpsOnly _ ->
                throw new IllegalStateException("this is said of authorities only");
        };
    }

    private Fate asked(CertificateCard card) throws IOException {
        question.describe(card.certificate(), CertificateWords.owner(card.certificate()));
        Optional<Boolean> agreed = question.answer("Accept exactly this certificate?");
        if (agreed.isEmpty()) {
            return new Fate.NobodyAsked();
        }
        if (!agreed.get()) {
            return new Fate.Declined();
        }
        certificates.pin(card.certificate());
        return new Fate.Accepted();
    }

    private static boolean rejected(Backing.Refused refused) {
        return refused.objections().stream().allMatch(Objection.RejectedByUser.class::isInstance);
    }
}
