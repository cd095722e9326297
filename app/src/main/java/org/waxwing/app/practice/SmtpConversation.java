package org.waxwing.app.practice;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One client of the submission server (RFC 6409, RFC 5321). Nothing but EHLO, STARTTLS, NOOP, RSET and
/// QUIT is answered before TLS, and no letter is taken before AUTH.
final class SmtpConversation implements Conversation {
    static final int LARGEST_LETTER = 64 * 1024 * 1024;

    private static final int MOST_MISTAKES = 10;
    private static final List<String> MAIL_PARAMETERS =
            List.of("SIZE=", "BODY=8BITMIME", "BODY=7BIT", "SMTPUTF8", "AUTH=");

    private final Wire wire;
    private final ServerTls tls;
    private final Relay relay;
    private Optional<String> helo = Optional.empty();
    private Optional<Resident> signedIn = Optional.empty();
    private Optional<SmtpTransaction> transaction = Optional.empty();
    private int mistakes;
    private boolean open = true;

    SmtpConversation(Wire wire, ServerTls tls, Relay relay) {
        this.wire = wire;
        this.tls = tls;
        this.relay = relay;
    }

    @Override
    public void run() throws IOException {
        wire.writeLine("220 localhost ESMTP Waxwing practice post office");
        while (open) {
            String line = wire.readLine(SmtpSignIn.LONGEST_LINE);
            int space = line.indexOf(' ');
            String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
            handle(verb, space < 0 ? "" : line.substring(space + 1));
        }
    }

    @Override
    public String farewell(String sentence) {
        return sentence.matches("[45][0-9]{2} .*") ? sentence : "500 5.5.2 " + sentence;
    }

    private void handle(String verb, String argument) throws IOException {
        switch (verb) {
            case "EHLO" -> greet(argument);
            case "HELO" -> plainGreeting(argument);
            case "STARTTLS" -> startTls(argument);
            case "NOOP" -> wire.writeLine("250 2.0.0 ok");
            case "RSET" -> {
                transaction = Optional.empty();
                wire.writeLine("250 2.0.0 forgotten");
            }
            case "QUIT" -> {
                open = false;
                wire.writeLine("221 2.0.0 good day");
            }
            case "AUTH" -> signIn(argument);
            case "MAIL" -> mail(argument);
            case "RCPT" -> recipient(argument);
            case "DATA" -> data(argument);
            case "VRFY" -> wire.writeLine("252 2.5.0 send it and see");
            default -> refuse("500 5.5.2 unknown command");
        }
    }

    /// EHLO begins anew (RFC 5321 §4.1.4).
    private void greet(String name) throws IOException {
        helo = Optional.of(name);
        transaction = Optional.empty();
        wire.writeLine("250-localhost");
        wire.writeLine("250-SIZE " + LARGEST_LETTER);
        wire.writeLine("250-8BITMIME");
        wire.writeLine("250-SMTPUTF8");
        wire.writeLine("250-PIPELINING");
        wire.writeLine("250-ENHANCEDSTATUSCODES");
        wire.writeLine(wire.tls().isPresent() ? "250 AUTH PLAIN LOGIN" : "250 STARTTLS");
    }

    private void plainGreeting(String name) throws IOException {
        helo = Optional.of(name);
        transaction = Optional.empty();
        wire.writeLine("250 localhost");
    }

    private void startTls(String argument) throws IOException {
        if (!argument.isEmpty()) {
            refuse("501 5.5.4 STARTTLS takes no argument");
        } else if (wire.tls().isPresent()) {
            refuse("503 5.5.1 TLS is running");
        } else {
            wire.startTls(tls, "220 2.0.0 go ahead");
            helo = Optional.empty();
            transaction = Optional.empty();
        }
    }

    private void signIn(String argument) throws IOException {
        if (wire.tls().isEmpty()) {
            refuse("538 5.7.11 first STARTTLS");
        } else if (helo.isEmpty() || signedIn.isPresent() || transaction.isPresent()) {
            refuse("503 5.5.1 not now");
        } else {
            signedIn = new SmtpSignIn(wire, relay.residents()).run(argument);
            if (signedIn.isEmpty()) {
                countMistake();
            }
        }
    }

    private void mail(String argument) throws IOException {
        Optional<SmtpPath> path = SmtpPath.parse("FROM", argument);
        if (wire.tls().isEmpty()) {
            refuse("530 5.7.0 first STARTTLS");
        } else if (signedIn.isEmpty()) {
            refuse("530 5.7.0 first AUTH");
        } else if (helo.isEmpty() || transaction.isPresent()) {
            refuse("503 5.5.1 not now");
        } else if (path.isEmpty()) {
            refuse("501 5.5.4 MAIL FROM:<address>");
        } else if (!path.get().onlyKnows(MAIL_PARAMETERS)) {
            refuse("555 5.5.4 unknown parameter");
        } else if (path.get().size().filter(size -> size > LARGEST_LETTER).isPresent()) {
            refuse("552 5.3.4 larger than " + LARGEST_LETTER + " bytes");
        } else if (!path.get().address().equals(signedIn.map(Resident::address))) {
            refuse("553 5.7.1 that is not your address");
        } else {
            transaction = path.get()
                    .address()
                    .map(sender -> new SmtpTransaction(sender, path.get().utf8()));
            wire.writeLine("250 2.1.0 ok");
        }
    }

    private void recipient(String argument) throws IOException {
        Optional<SmtpPath> path = SmtpPath.parse("TO", argument);
        if (transaction.isEmpty()) {
            refuse("503 5.5.1 first MAIL");
        } else if (path.isEmpty() || path.get().address().isEmpty()) {
            refuse("501 5.1.3 RCPT TO:<address>");
        } else if (!path.get().parameters().isEmpty()) {
            refuse("555 5.5.4 unknown parameter");
        } else if (transaction.get().isFull()) {
            wire.writeLine("452 4.5.3 enough for one letter");
        } else if (path.get().address().flatMap(relay.residents()::withAddress).isEmpty()) {
            wire.writeLine("550 5.1.1 nobody here has this address");
        } else {
            path.get().address().ifPresent(transaction.get()::add);
            wire.writeLine("250 2.1.5 ok");
        }
    }

    private void data(String argument) throws IOException {
        if (!argument.isEmpty()
                || transaction.isEmpty()
                || transaction.get().recipients().isEmpty()) {
            refuse("503 5.5.1 first MAIL and RCPT");
            return;
        }
        wire.writeLine("354 end with a dot on a line of its own");
        SmtpTransaction done = transaction.get();
        SmtpData data = SmtpData.read(wire, LARGEST_LETTER);
        transaction = Optional.empty();
        switch (data) {
            case SmtpData.Complete(var letter) ->
                wire.writeLine("250 2.0.0 taken as " + relay.take(done, wire, helo.orElse(""), letter));
            case SmtpData.TooLarge() -> wire.writeLine("552 5.3.4 larger than " + LARGEST_LETTER + " bytes");
            case SmtpData.BareLineEnd() -> wire.writeLine("550 5.6.11 a bare CR or LF in the letter");
        }
    }

    private void refuse(String reply) throws IOException {
        wire.writeLine(reply);
        countMistake();
    }

    private void countMistake() throws IOException {
        mistakes++;
        if (mistakes > MOST_MISTAKES) {
            throw new ProtocolBreach("421 4.7.0 too many mistakes");
        }
    }
}
