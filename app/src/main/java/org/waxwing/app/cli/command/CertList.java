package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.CertificateWords;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.cli.words.StandingWords;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.app.trust.CertificateCard.Kind;
import org.waxwing.app.trust.CertificateRequest;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.UserId;
import picocli.CommandLine.Model.CommandSpec;

/// `cert list`: one's own S/MIME certificates, what waits for an authority, others', the authorities'.
public final class CertList implements Command {
    private final Profiles profiles;

    public CertList(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "list", "List S/MIME certificates: yours, what waits, others', authorities you added.")
                .profile()
                .json()
                .teaching("", "The authorities that come with Waxwing are not listed.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            List<CertificateCard> cards = waxwing.certificates().all();
            List<CertificateRequest> waiting = waxwing.certificates().waiting();
            if (given.flag(Options.JSON)) {
                json(cards, waiting, terminal);
            } else {
                show("Yours", of(Kind.OWN, cards), terminal);
                showWaiting(waiting, terminal);
                show("Other people's", of(Kind.PERSON, cards), terminal);
                show("Authorities", of(Kind.AUTHORITY, cards), terminal);
            }
            if (cards.isEmpty() && waiting.isEmpty()) {
                terminal.tell("There are no S/MIME certificates here.");
                terminal.tell("Hint: Bring in what you have with “waxwing import FILE”, or ask an authority for one:"
                        + " waxwing cert request");
            }
            KeyringNotice.tell(terminal, waxwing.people().health());
            return ExitCode.OK;
        }
    }

    private static List<CertificateCard> of(Kind kind, List<CertificateCard> cards) {
        return cards.stream().filter(card -> card.kind() == kind).toList();
    }

    private static void show(String title, List<CertificateCard> cards, Terminal terminal) throws IOException {
        if (!cards.isEmpty()) {
            terminal.line(title + ":");
        }
        for (CertificateCard card : cards) {
            show(card, terminal);
        }
    }

    static void show(CertificateCard card, Terminal terminal) throws IOException {
        SmimeCertificate certificate = card.certificate();
        terminal.line("  " + card.fingerprint().hex());
        for (UserId id : certificate.userIds()) {
            terminal.line("    " + id.text());
        }
        terminal.line("    " + CertificateWords.clause(card));
        terminal.line("    issued by " + certificate.issuer() + ", " + certificate.algorithm()
                + certificate
                        .expires()
                        .map(end -> ", ends " + ObjectionWords.day(end))
                        .orElse("")
                + (card.kind() != Kind.AUTHORITY && CertificateWords.signsOnly(certificate) ? ", signs only" : ""));
    }

    private static boolean seals(SmimeCertificate certificate) {
        return certificate.usability(certificate.created()).canEncrypt();
    }

    private static void showWaiting(List<CertificateRequest> waiting, Terminal terminal) throws IOException {
        if (!waiting.isEmpty()) {
            terminal.line("Waiting for the answer of an authority:");
        }
        for (CertificateRequest request : waiting) {
            CertificateWish wish = request.wish();
            terminal.line("  " + (wish.name().isEmpty() ? "" : wish.name() + " ") + "<"
                    + wish.address().text() + ">");
            terminal.line("    asked on " + ObjectionWords.day(request.asked()) + ", "
                    + CertificateWords.phrase(wish.kind())
                    + (wish.kind().signsOnly() ? ", signs only" : ""));
        }
    }

    private static void json(List<CertificateCard> cards, List<CertificateRequest> waiting, Terminal terminal)
            throws IOException {
        for (CertificateCard card : cards) {
            JsonLine.print(terminal, json -> fill(json, card));
        }
        for (CertificateRequest request : waiting) {
            JsonLine.print(
                    terminal,
                    json -> json.text("kind", "request")
                            .text("address", request.wish().address().text())
                            .text("name", request.wish().name())
                            .text("key", CertificateWords.code(request.wish().kind()))
                            .instant("asked", Optional.of(request.asked())));
        }
    }

    private static void fill(JsonLine json, CertificateCard card) {
        SmimeCertificate certificate = card.certificate();
        json.text("kind", CertificateWords.code(card.kind()))
                .text("fingerprint", card.fingerprint().hex())
                .texts(
                        "user_ids",
                        certificate.userIds().stream().map(UserId::text).toList())
                .text("issuer", certificate.issuer())
                .text("algorithm", certificate.algorithm())
                .instant("begins", Optional.of(certificate.created()))
                .instant("ends", certificate.expires())
                .text("standing", StandingWords.code(card.standing()))
                .text("counts", CertificateWords.code(card))
                .text(
                        "confirmed_by",
                        card.backing() instanceof Backing.ConfirmedBy(String authority)
                                ? Optional.of(authority)
                                : Optional.empty())
                .text(
                        "why_not",
                        card.backing() instanceof Backing.Refused(var objections)
                                ? Optional.of(ObjectionWords.clause(objections))
                                : Optional.empty())
                .truth("can_seal", seals(certificate))
                .truth("can_sign", certificate.usability(certificate.created()).canSign());
    }
}
