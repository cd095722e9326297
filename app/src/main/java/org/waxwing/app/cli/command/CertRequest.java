package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
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
import org.waxwing.app.trust.CertificateRequest;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.SmimeKeyKind;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import picocli.CommandLine.Model.CommandSpec;

/// `cert request`: makes a key, and writes the request for its certificate.
public final class CertRequest implements Command {
    private static final String AGAIN = "--again";

    private final Profiles profiles;

    public CertRequest(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "request", "Make a key, and a request for its certificate on standard output.")
                .option("--address", "ADDRESS", "The address that the authority is to confirm.")
                .option("--name", "NAME", "The name on it, where the authority takes one from you.")
                .option("--kind", "KIND", "rsa3072, p256 or ed25519, which only signs. Default: rsa3072.")
                .flag(AGAIN, "Make nothing: write the newest request that waits for the address once more.")
                .profile()
                .teaching(
                        "",
                        "Makes the profile where there is none. The key stays on this computer, locked, and waits;",
                        "“waxwing cert list” shows it. What goes to the authority is PKCS#10 in PEM, and not secret.",
                        "Bring its answer with: waxwing cert install FILE",
                        "",
                        "  waxwing cert request --address anna@chem.example --name \"Anna Weber\" > anna.csr")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        Mailbox typed = Typed.mailbox(given.required("--address"));
        CertificateWish wish = wish(given, typed);
        if (given.flag(AGAIN)) {
            try (Waxwing waxwing = profiles.open(given, terminal)) {
                return again(waxwing, typed.address(), terminal);
            }
        }
        try (Waxwing waxwing = profiles.openOrCreate(given, terminal)) {
            CertificateRequest made = waxwing.certificates().request(wish);
            made.pem().writeTo(terminal.out());
            told(made, waiting(waxwing, typed.address()).size(), terminal);
            return ExitCode.OK;
        }
    }

    private static CertificateWish wish(Given given, Mailbox typed) {
        String name = given.value("--name").orElse(typed.displayName());
        if (!CertificateWish.isName(name)) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "That name can't stand on a certificate.",
                    "Leave out control characters, and use at most " + CertificateWish.LONGEST_NAME + " letters.");
        }
        return new CertificateWish(
                name, typed.address(), kind(given.value("--kind").orElse("rsa3072")));
    }

    private static SmimeKeyKind kind(String typed) {
        for (SmimeKeyKind kind : SmimeKeyKind.values()) {
            if (CertificateWords.code(kind).equals(typed)) {
                return kind;
            }
        }
        throw new CommandProblem(
                ExitCode.UNSUPPORTED_OPTION,
                "“" + typed + "” is no kind of key for a certificate.",
                "Write rsa3072, p256 or ed25519.");
    }

    private static List<CertificateRequest> waiting(Waxwing waxwing, AddrSpec address) {
        return waxwing.certificates().waiting().stream()
                .filter(request -> request.wish().address().equals(address))
                .toList();
    }

    private static void told(CertificateRequest made, int waiting, Terminal terminal) throws IOException {
        String address = made.wish().address().text();
        terminal.tell("A key (" + CertificateWords.phrase(made.wish().kind()) + ") for " + address
                + " waits for its certificate. Send the request on standard output to your authority.");
        if (made.wish().kind().signsOnly()) {
            terminal.tell("This kind of key only signs: nobody can seal letters for it, and few programs read its"
                    + " signatures yet.");
        }
        if (waiting > 1) {
            terminal.tell(waiting + " requests wait for " + address + " now; an answer to any of them is taken.");
        }
        terminal.tell("Hint: Bring the answer with: waxwing cert install FILE");
    }

    private static ExitCode again(Waxwing waxwing, AddrSpec address, Terminal terminal) throws IOException {
        List<CertificateRequest> waiting = waiting(waxwing, address);
        if (waiting.isEmpty()) {
            throw new CommandProblem(
                    ExitCode.NOT_FOUND, "No request waits for " + address.text() + ".", "Make one: leave out " + AGAIN);
        }
        waiting.getFirst().pem().writeTo(terminal.out());
        if (waiting.size() > 1) {
            terminal.tell("This is the newest of " + waiting.size() + " that wait for " + address.text() + ", of "
                    + ObjectionWords.day(waiting.getFirst().asked()) + ".");
        }
        return ExitCode.OK;
    }
}
