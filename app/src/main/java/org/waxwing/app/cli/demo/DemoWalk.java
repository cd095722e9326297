package org.waxwing.app.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.ConnectionReport;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.app.cli.words.VerdictWords;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.app.practice.PracticeSession;
import org.waxwing.app.practice.RelayedLetter;
import org.waxwing.app.read.FetchMail.Fetched;
import org.waxwing.app.read.Reading;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.CryptographicPayload;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// The steps of the demonstration. Each looks at what really happened and fails where it is not as
/// promised.
final class DemoWalk {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PracticeSession session;
    private final Waxwing waxwing;
    private final Path folder;
    private Optional<Summary> answer = Optional.empty();

    DemoWalk(PracticeSession session) {
        this.session = session;
        this.waxwing = session.waxwing();
        this.folder = session.folder();
    }

    record Step(String title, Act act) {}

    interface Act {
        void show(Evidence evidence) throws IOException, InterruptedException;
    }

    List<Step> steps() {
        return List.of(
                new Step("The servers are checked like any others", this::servers),
                new Step("Two people, two seals", this::seals),
                new Step("A letter to somebody without a seal is refused", this::refusal),
                new Step("A letter to Anna is sealed here and handed to the relay", this::submission),
                new Step("What the relay saw", this::relay),
                new Step("Anna opens it and answers", this::annasAnswer),
                new Step("The answer is fetched and opened", this::reading),
                new Step("One changed byte, and nothing is shown", this::tampering),
                new Step("The copy in Sent is sealed too", this::sentCopy),
                new Step("Nothing readable lies on the disk", this::disk));
    }

    /// To be walked when the session is closed.
    Step afterwards() {
        return new Step("All of it is gone", evidence -> {
            StepFailed.unless(!Files.exists(folder), "the temporary folder is still there");
            evidence.fact("removed", folder.toString());
        });
    }

    private void servers(Evidence evidence) throws IOException {
        ConnectionReport report = waxwing.accounts().test(session.account().id());
        good(evidence, "submission", report.submission());
        good(evidence, "IMAP", report.incoming().orElseThrow(() -> new StepFailed("there is no IMAP server")));
    }

    private static void good(Evidence evidence, String name, Connection connection) throws IOException {
        switch (connection) {
            case Connection.Good(var host, var tls, var certificate) ->
                evidence.fact(name, host + ", " + tls + ", certificate for " + certificate + ", signed in");
            case Connection.Bad(var problem) ->
                throw new StepFailed(name + ": " + problem.getClass().getSimpleName());
        }
    }

    private void seals(Evidence evidence) throws IOException {
        seal(evidence, "Ben (you)", session.seal());
        seal(evidence, "Anna", session.anna());
    }

    private static void seal(Evidence evidence, String name, Card card) throws IOException {
        String algorithms = card.keys().stream().map(key -> key.algorithm()).collect(Collectors.joining(" and "));
        StepFailed.unless(card.usability().canEncrypt() && card.usability().canSign(), name + "'s seal is no good");
        evidence.fact(name, algorithms);
        evidence.fact("", card.fingerprint().hex().replaceAll("(.{4})", "$1 ").strip());
    }

    private void refusal(Evidence evidence) throws IOException {
        Mailbox carla = new Mailbox("Carla", AddrSpec.of("carla@practice.example"));
        int before = session.relayed().size();
        Sending sending =
                waxwing.send().send(letterTo(List.of(session.annasMailbox(), carla)), Protection.SIGNED_AND_ENCRYPTED);
        if (!(sending instanceof Sending.NotReady notReady)) {
            throw new StepFailed("it was not refused: " + sending.getClass().getSimpleName());
        }
        StepFailed.unless(waxwing.outbox().submitWaiting().isEmpty(), "something waits in the outbox");
        StepFailed.unless(session.relayed().size() == before, "the relay got something");
        evidence.fact("not ready", notReady.recipients().getFirst().address().text() + ": no address card");
        evidence.fact("sent", "nothing, to nobody; Anna's copy neither");
    }

    private void submission(Evidence evidence) throws IOException {
        Sending sending =
                waxwing.send().send(letterTo(List.of(session.annasMailbox())), Protection.SIGNED_AND_ENCRYPTED);
        StepFailed.unless(
                sending instanceof Sending.Queued,
                "it was not sealed: " + sending.getClass().getSimpleName());
        List<Outbox.Entry> entries = waxwing.outbox().submitWaiting();
        StepFailed.unless(entries.size() == 1, "the outbox handed over " + entries.size() + " letters");
        Outbox.State state = entries.getFirst().state();
        if (!(state instanceof Outbox.State.HandedOver handedOver)) {
            throw new StepFailed(
                    "the relay did not take it: " + state.getClass().getSimpleName());
        }
        evidence.fact("written", PlantedWords.SUBJECT + " / " + PlantedWords.TEXT.length() + " characters");
        evidence.fact("relay says", handedOver.reply());
        evidence.fact("connection", bensLetter().tls() + ", signed in");
    }

    private void relay(Evidence evidence) throws IOException {
        Octets bytes = bensLetter().bytes();
        List<String> lines = bytes.latin1().lines().toList();
        evidence.lines(lines.subList(0, Math.min(32, lines.size())));
        evidence.fact("", "… " + bytes.length() + " bytes, " + lines.size() + " lines in all");
        List<String> found = PlantedWords.in(bytes);
        StepFailed.unless(found.isEmpty(), "the relay saw " + found);
        StepFailed.unless(bytes.latin1().contains("-----BEGIN PGP MESSAGE-----"), "that is no sealed letter");
        evidence.fact("looked for", "every word of subject and text, plain and behind base64: none is there");
    }

    private void annasAnswer(Evidence evidence) throws IOException, InterruptedException {
        StepFailed.unless(session.awaitLetters(2, PATIENCE), "Anna did not answer in time");
        RelayedLetter last = session.relayed().getLast();
        StepFailed.unless(PlantedWords.in(last.bytes()).isEmpty(), "her answer was not sealed");
        evidence.fact("answer", last.bytes().length() + " bytes, sealed; the relay read no word of it");
    }

    private void reading(Evidence evidence) throws IOException {
        int fresh = 0;
        for (Fetched fetched : waxwing.fetch().fetchAll()) {
            fresh += switch (fetched) {
                case Fetched.Done done -> done.newLetters();
                case Fetched.SendOnly _ -> throw new StepFailed("the account can't fetch");
                case Fetched.Failed failed ->
                    throw new StepFailed(
                            "fetching: " + failed.problem().getClass().getSimpleName());
            };
        }
        evidence.fact("fetched", fresh + " new");
        Summary summary = newest(Folder.Kind.INBOX);
        Reading reading = waxwing.read().read(summary.id()).orElseThrow(() -> new StepFailed("it is not there"));
        CryptographicPayload payload = confidential(reading);
        StepFailed.unless(
                reading.signer()
                        .filter(card -> card.fingerprint().equals(session.anna().fingerprint()))
                        .isPresent(),
                "it was not Anna's key that signed it");
        answer = Optional.of(summary);
        evidence.fact("verdict", "confidential. " + VerdictWords.sentence(reading));
        evidence.fact("from", payload.fields().author().map(AddrSpec::text).orElse("nobody"));
        evidence.fact("subject", payload.fields().subject());
        evidence.lines(payload.content().text().lines().toList());
        StepFailed.unless(payload.content().text().contains("> The lantern hangs"), "she could not read the text");
    }

    private void tampering(Evidence evidence) throws IOException {
        Summary summary = answer.orElseThrow(() -> new StepFailed("there is no answer"));
        byte[] bytes = waxwing.read().raw(summary.id()).orElseThrow().toByteArray();
        int at = bytes.length / 2;
        while (!Character.isLetterOrDigit(bytes[at])) {
            at++;
        }
        char before = (char) bytes[at];
        bytes[at] = (byte) (before == 'A' ? 'B' : 'A');
        Opening opening = waxwing.read().readFile(Octets.of(bytes)).opening();
        if (!(opening instanceof Opening.Unopenable unopenable)) {
            throw new StepFailed("it opened all the same");
        }
        evidence.fact(
                "changed", "byte " + at + " of " + bytes.length + ", '" + before + "' to '" + (char) bytes[at] + "'");
        evidence.fact("verdict", "unopenable (" + unopenable.reason() + "); no word of it is shown");
    }

    private void sentCopy(Evidence evidence) throws IOException {
        Summary summary = newest(Folder.Kind.SENT);
        Octets raw = waxwing.read().raw(summary.id()).orElseThrow(() -> new StepFailed("it is not there"));
        StepFailed.unless(PlantedWords.in(raw).isEmpty(), "it can be read by the server");
        Reading reading = waxwing.read().read(summary.id()).orElseThrow(() -> new StepFailed("it is not there"));
        StepFailed.unless(
                confidential(reading).fields().subject().equals(PlantedWords.SUBJECT), "it is another letter");
        evidence.fact("on the server", raw.length() + " bytes, sealed");
        evidence.fact("verdict", "confidential: you can read your own letter");
    }

    private void disk(Evidence evidence) throws IOException {
        List<Path> looked = new ArrayList<>();
        List<String> found = PlantedWords.below(folder, looked);
        StepFailed.unless(found.isEmpty(), "readable text in " + found);
        evidence.fact("looked at", looked.size() + " files in the profile: no word of the letters is in them");
    }

    private Summary newest(Folder.Kind kind) {
        return waxwing.letters().folders().stream()
                .filter(folder -> folder.kind() == kind)
                .flatMap(folder -> waxwing.letters().page(folder.id(), Optional.empty(), 10).stream())
                .findFirst()
                .orElseThrow(() -> new StepFailed("there is no letter in " + kind));
    }

    private static CryptographicPayload confidential(Reading reading) {
        if (reading.opening() instanceof Opening.Opened opened
                && opened.summary().status() == Status.CONFIDENTIAL) {
            return opened.payload();
        }
        throw new StepFailed("it is not confidential: " + VerdictWords.sentence(reading));
    }

    private RelayedLetter bensLetter() {
        AddrSpec own = session.account().identity().address();
        return session.relayed().stream()
                .filter(letter -> letter.sender().equals(own))
                .findFirst()
                .orElseThrow(() -> new StepFailed("the relay got nothing"));
    }

    private Draft letterTo(List<Mailbox> recipients) {
        return Draft.letter(session.account().id(), recipients, PlantedWords.SUBJECT, PlantedWords.TEXT);
    }
}
