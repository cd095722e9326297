package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.InquiryWords;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.CertificateCheck;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.RevocationAnswer;
import org.waxwing.crypto.cert.Token;
import picocli.CommandLine.Model.CommandSpec;

/// `cert check`: asks the authorities of an S/MIME certificate whether they revoked it.
public final class CertCheck implements Command {
    private final Profiles profiles;

    public CertCheck(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "check", "Ask the authorities of an S/MIME certificate whether they revoked it.")
                .parameters("FINGERPRINT|ADDRESS", "1", "Which; of an address, the one that letters are sealed for.")
                .profile()
                .json()
                .teaching(
                        "",
                        "Nothing else asks them. The servers that the certificate names learn that you hold it. Only",
                        "public addresses are asked, nobody is followed elsewhere, and each is noted in: cert ledger.",
                        "What they say is kept. Where none answers, the certificate counts as it did before.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        String typed = given.parameters().getFirst();
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Fingerprint.X509Sha256 certificate = named(waxwing, typed).orElseThrow(() -> unknown(typed));
            return switch (waxwing.inquiries().check(certificate)) {
                case CertificateCheck.NoSuchCertificate() -> throw unknown(typed);
                case CertificateCheck.NobodyToAsk() ->
                    throw new CommandProblem(
                            ExitCode.BAD_DATA,
                            "Nobody can be asked about this certificate: no authority that counts confirms it, or it"
                                    + " names no server.",
                            "Nothing was asked. It counts, or doesn't, as before.");
                case CertificateCheck.Asked(List<CertificateCheck.Part> parts) ->
                    told(parts, waxwing.people().card(certificate).flatMap(Card::token), given, terminal);
            };
        }
    }

    private static Optional<Fingerprint.X509Sha256> named(Waxwing waxwing, String typed) {
        return Typed.smimeFingerprint(typed)
                .or(() -> Typed.fingerprint(typed).isPresent()
                        ? Optional.empty()
                        : waxwing.inquiries().certificatesFor(Typed.address(typed)).stream()
                                .findFirst());
    }

    private static CommandProblem unknown(String typed) {
        return new CommandProblem(
                ExitCode.NOT_FOUND,
                "There is no S/MIME certificate “" + typed + "”.",
                "Give its address or its whole fingerprint. See: waxwing cert list");
    }

    private static ExitCode told(
            List<CertificateCheck.Part> parts, Optional<Token> token, Given given, Terminal terminal)
            throws IOException {
        if (token.isPresent() && !given.flag(Options.JSON)) {
            terminal.line("Its private key lies on the token " + token.get().name() + ".");
        }
        for (CertificateCheck.Part part : parts) {
            if (given.flag(Options.JSON)) {
                JsonLine.print(terminal, json -> fill(json, part));
                continue;
            }
            terminal.line(part.name() + ": " + InquiryWords.sentence(part.answer()));
            for (Inquiry inquiry : part.asked()) {
                terminal.line("    " + inquiry.url() + ": " + InquiryWords.clause(inquiry));
            }
        }
        boolean revoked = parts.stream().anyMatch(part -> part.answer() instanceof RevocationAnswer.Revoked);
        return revoked ? ExitCode.RECIPIENT_NOT_READY : ExitCode.OK;
    }

    private static void fill(JsonLine json, CertificateCheck.Part part) {
        json.text("name", part.name()).text("result", InquiryWords.code(part.answer()));
        if (part.answer() instanceof RevocationAnswer.Revoked revoked) {
            json.instant("since", Optional.of(revoked.revoked().since()))
                    .truth("stolen", revoked.revoked().hard());
        }
        json.objects("asked", part.asked(), CertLedger::fill);
    }
}
