package org.waxwing.app.practice;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/// One client of the IMAP4rev1 server (RFC 3501). Nobody signs in before TLS.
final class ImapConversation implements Conversation {
    private static final int MOST_MISTAKES = 10;

    private final Wire wire;
    private final ServerTls tls;
    private final Residents residents;
    private final InstantSource clock;
    private ImapReader reader;
    private Optional<ImapMailboxes> mailboxes = Optional.empty();
    private Optional<ImapSelection> selection = Optional.empty();
    private int mistakes;
    private boolean open = true;

    ImapConversation(Wire wire, ServerTls tls, Residents residents, InstantSource clock) {
        this.wire = wire;
        this.tls = tls;
        this.residents = residents;
        this.clock = clock;
        this.reader = ImapReader.beforeSignIn(wire);
    }

    @Override
    public void run() throws IOException {
        wire.writeLine("* OK [CAPABILITY " + capabilities() + "] Waxwing practice post office");
        while (open) {
            try {
                ImapCommand command = reader.read();
                handle(command);
            } catch (ImapSyntaxException e) {
                wire.writeLine(reader.tag() + " BAD " + e.sentence());
                countMistake();
            }
        }
    }

    @Override
    public String farewell(String sentence) {
        return "* BYE " + sentence;
    }

    private String capabilities() {
        String always = "IMAP4rev1 LITERAL+ ID";
        return mailboxes.isPresent()
                ? always + " SPECIAL-USE UIDPLUS IDLE UNSELECT"
                : wire.tls().isPresent() ? always + " AUTH=PLAIN SASL-IR" : always + " STARTTLS LOGINDISABLED";
    }

    private void handle(ImapCommand command) throws IOException {
        switch (command.name()) {
            case "CAPABILITY" -> {
                wire.writeLine("* CAPABILITY " + capabilities());
                ok(command, "");
            }
            case "ID" -> {
                wire.writeLine("* ID (\"name\" \"Waxwing practice post office\")");
                ok(command, "");
            }
            case "NOOP", "CHECK" -> ok(command, "");
            case "LOGOUT" -> {
                open = false;
                wire.writeLine("* BYE good day");
                wire.writeLine(command.tag() + " OK done");
            }
            default -> {
                if (mailboxes.isEmpty()) {
                    handleStranger(command);
                } else {
                    handleResident(command, mailboxes.get());
                }
            }
        }
    }

    private void handleStranger(ImapCommand command) throws IOException {
        boolean secured = wire.tls().isPresent();
        switch (command.name()) {
            case "STARTTLS" -> {
                if (secured) {
                    bad(command, "TLS is running");
                } else {
                    wire.startTls(tls, command.tag() + " OK go ahead");
                }
            }
            case "LOGIN", "AUTHENTICATE" -> {
                if (secured) {
                    signIn(command);
                } else {
                    no(command, "[PRIVACYREQUIRED] first STARTTLS");
                }
            }
            default -> bad(command, "first sign in, or no such command");
        }
    }

    private void signIn(ImapCommand command) throws IOException {
        Optional<Resident> resident = new ImapSignIn(wire, residents).run(command);
        if (resident.isEmpty()) {
            no(command, "[AUTHENTICATIONFAILED] user name or password are wrong");
            countMistake();
        } else {
            mailboxes = Optional.of(new ImapMailboxes(wire, resident.get().pigeonholes(), clock));
            reader = ImapReader.afterSignIn(wire);
            ok(command, "[CAPABILITY " + capabilities() + "]");
        }
    }

    private void handleResident(ImapCommand command, ImapMailboxes own) throws IOException {
        switch (command.name()) {
            case "SELECT", "EXAMINE" -> select(command, own);
            case "LIST", "LSUB" -> {
                own.list(command);
                ok(command, "");
            }
            case "STATUS" -> {
                Optional<Pigeonhole> pigeonhole = own.named(command.argument(0));
                if (pigeonhole.isEmpty()) {
                    no(command, "[NONEXISTENT] no such mailbox");
                } else {
                    own.status(pigeonhole.get(), command);
                    ok(command, "");
                }
            }
            case "CREATE" -> answer(command, own.create(command), "[CANNOT] that name is taken or not allowed");
            case "SUBSCRIBE", "UNSUBSCRIBE" ->
                answer(command, own.named(command.argument(0)).isPresent(), "[NONEXISTENT] no such mailbox");
            case "APPEND" -> {
                Optional<Pigeonhole> pigeonhole = own.named(command.argument(0));
                if (pigeonhole.isEmpty()) {
                    no(command, "[TRYCREATE] no such mailbox");
                } else {
                    ok(command, own.append(pigeonhole.get(), command));
                }
            }
            case "IDLE" -> {
                new ImapIdle(wire).run(selection);
                ok(command, "");
            }
            default -> {
                if (selection.isEmpty()) {
                    bad(command, "first SELECT, or no such command");
                } else {
                    handleSelected(command, own, selection.get());
                }
            }
        }
    }

    private void select(ImapCommand command, ImapMailboxes own) throws IOException {
        selection = Optional.empty();
        boolean readOnly = command.name().equals("EXAMINE");
        selection = own.named(command.argument(0)).map(named -> new ImapSelection(wire, named, readOnly));
        if (selection.isEmpty()) {
            no(command, "[NONEXISTENT] no such mailbox");
        } else {
            selection.get().introduce();
            wire.writeLine(command.tag() + " OK [" + (readOnly ? "READ-ONLY" : "READ-WRITE") + "] done");
        }
    }

    private void handleSelected(ImapCommand command, ImapMailboxes own, ImapSelection selected) throws IOException {
        boolean uid = command.name().equals("UID");
        ImapCommand inner = uid ? command.behindUid() : command;
        switch (inner.name()) {
            case "FETCH" -> {
                selected.fetch(inner, uid);
                finish(command, selected, uid);
            }
            case "SEARCH" -> {
                selected.search(inner, uid);
                finish(command, selected, uid);
            }
            case "STORE" -> {
                if (selected.isReadOnly()) {
                    no(command, "[READ-ONLY] this mailbox was opened with EXAMINE");
                } else {
                    selected.store(inner, uid);
                    finish(command, selected, uid);
                }
            }
            case "COPY" -> {
                Optional<Pigeonhole> to = own.named(inner.argument(1));
                if (to.isEmpty()) {
                    no(command, "[TRYCREATE] no such mailbox");
                } else {
                    selected.copy(inner, uid, to.get());
                    ok(command, "");
                }
            }
            case "EXPUNGE" -> {
                if (selected.isReadOnly()) {
                    no(command, "[READ-ONLY] this mailbox was opened with EXAMINE");
                } else {
                    selected.expunge(inner, uid);
                    ok(command, "");
                }
            }
            case "CLOSE", "UNSELECT" -> {
                if (command.name().equals("CLOSE") && !selected.isReadOnly()) {
                    selected.expunge();
                }
                selection = Optional.empty();
                ok(command, "");
            }
            default -> bad(command, "no such command");
        }
    }

    private void finish(ImapCommand command, ImapSelection selected, boolean expunges) throws IOException {
        selected.announce(expunges);
        wire.writeLine(command.tag() + " OK done");
    }

    private void ok(ImapCommand command, String code) throws IOException {
        if (selection.isPresent()) {
            selection.get().announce(true);
        }
        wire.writeLine(command.tag() + " OK " + (code.isEmpty() ? "" : code + " ") + "done");
    }

    private void answer(ImapCommand command, boolean done, String why) throws IOException {
        if (done) {
            ok(command, "");
        } else {
            no(command, why);
        }
    }

    private void no(ImapCommand command, String why) throws IOException {
        wire.writeLine(command.tag() + " NO " + why);
    }

    private void bad(ImapCommand command, String why) throws IOException {
        wire.writeLine(command.tag() + " BAD " + why);
        countMistake();
    }

    private void countMistake() throws IOException {
        mistakes++;
        if (mistakes > MOST_MISTAKES) {
            throw new ProtocolBreach("too many mistakes");
        }
    }
}
