package org.waxwing.ui;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.account.ConnectionReport.Connection;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.Finding;
import org.waxwing.app.read.PinQuestion;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.app.trust.ImportLine.Result;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.compose.LetterStart;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.reading.ReadingViewModel;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SampleBodies;
import org.waxwing.ui.sample.SampleInside;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.sample.SamplePictures;
import org.waxwing.ui.sample.SampleProfile;
import org.waxwing.ui.shield.Verdict;
import org.waxwing.ui.theme.Look;

/// How to bring the window into each of its states.
final class GalleryScreens {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;

    private final Look look;
    private final Map<String, Supplier<Window>> screens = new LinkedHashMap<>();

    GalleryScreens(Look look) {
        this.look = look;
    }

    /// The screens by name, in the order a person meets them. Each is built on the toolkit's thread.
    Map<String, Supplier<Window>> all() {
        firstRun();
        mail();
        sealEnds();
        verdicts();
        bodies();
        composer();
        return screens;
    }

    private void firstRun() {
        start("01-welcome", SampleProfile.fresh(), _ -> {});
        start("02-who-you-are", SampleProfile.fresh(), this::toWho);
        start("03-lock", SampleProfile.fresh(), this::toLock);
        start("04-servers-preset", SampleProfile.fresh(), this::toServers);
        start("05-servers-by-hand", SampleProfile.fresh(), window -> {
            press(window, "next");
            type(window, "name", "Anna Weber");
            type(window, "address", "anna@chem.example");
            press(window, "next");
            lock(window);
        });
        SampleProfile refused = SampleProfile.fresh();
        refused.accounts.willConnect(new Connection.Bad(
                new ConnectionProblem.SignInRefused("smtp.ox.ac.uk", "535 5.7.8 Authentication failed")));
        start("06-servers-refused", refused, window -> {
            toServers(window);
            type(window, "password", "wrong");
            press(window, "next");
        });
        start("07-seal", SampleProfile.fresh(), this::toSeal);
        SampleProfile importing = SampleProfile.fresh();
        importing.people.willBring(lines());
        start("08-import-result", importing, window -> {
            toSeal(window);
            ((ButtonBase) window.shell.lookupAll(".button").stream()
                            .filter(node -> node instanceof ButtonBase button
                                    && button.getText().startsWith("Bring in"))
                            .findFirst()
                            .orElseThrow())
                    .fire();
        });
        start("09-keep-safe", SampleProfile.fresh(), this::toSafe);
        start("10-recovery-digits", SampleProfile.fresh(), window -> {
            toSafe(window);
            press(window, "next");
        });
        SampleProfile withALockedKey = SampleProfile.fresh();
        withALockedKey.seals.leaveOut(1);
        start("10-recovery-digits-key-left-out", withALockedKey, window -> {
            toSafe(window);
            press(window, "next");
        });
        start("11-test-letter", SampleProfile.fresh(), window -> {
            toSafe(window);
            press(window, "risk");
        });
        SampleProfile tested = SampleProfile.fresh();
        tested.outbox.add(9, "Test", true, new Outbox.State.Waiting(), Sample.ME);
        start("12-test-sent", tested, window -> {
            toSafe(window);
            press(window, "risk");
            press(window, "next");
        });
        start("13-unlock", SampleProfile.inUse(), _ -> {});
        start("14-unlock-wrong", SampleProfile.inUse(), window -> {
            type(window, "passphrase", "wrong horse");
            press(window, "unlock");
        });
    }

    private void mail() {
        mail("20-window", SampleProfile.inUse(), WIDTH, HEIGHT, window -> choose(window, 0));
        mail("21-window-details", SampleProfile.inUse(), WIDTH, HEIGHT, window -> {
            choose(window, 0);
            press(window, "details");
        });
        mail("21-window-journey", SampleProfile.inUse(), WIDTH, 2 * HEIGHT, window -> {
            choose(window, 0);
            press(window, "details");
        });
        mail("21-window-vouchers", SampleProfile.inUse(), WIDTH, 2 * HEIGHT, window -> {
            choose(window, 0);
            press(window, "details");
            press(window, "ask-vouchers");
        });
        mail("22-posts-view", SampleProfile.inUse(), WIDTH, HEIGHT, window -> {
            choose(window, 0);
            press(window, "posts-view");
        });
        mail("23-nothing-chosen", SampleProfile.inUse(), WIDTH, HEIGHT, _ -> {});
        mail("24-empty", SampleProfile.withoutLetters(), WIDTH, HEIGHT, _ -> {});
        mail("25-smallest-list", SampleProfile.inUse(), 960, 600, _ -> {});
        mail("26-smallest-letter", SampleProfile.inUse(), 960, 600, window -> choose(window, 0));
        mail("27-outbox", SampleProfile.withFullOutbox(), WIDTH, HEIGHT, window -> rail(window, "Outbox"));
        mail("28-outbox-empty", SampleProfile.inUse(), WIDTH, HEIGHT, window -> rail(window, "Outbox"));
        SampleProfile drafting = SampleProfile.inUse();
        drafting.drafts.keep(drafting.drafts.fresh(), draft("Reading list", "For the reading group:", Sample.BEN));
        mail("29-drafts", drafting, WIDTH, HEIGHT, window -> rail(window, "Drafts"));
        mail("30-person", SampleProfile.inUse(), WIDTH, HEIGHT, window -> rail(window, "Carla Mensah"));
        mail("31-fetched", SampleProfile.inUse(), WIDTH, HEIGHT, window -> press(window, "check"));
    }

    private void sealEnds() {
        mail("32-seal-ends-soon", sealUntil("2026-07-03T08:00:00Z"), WIDTH, HEIGHT, window -> choose(window, 0));
        mail("33-seal-has-ended", sealUntil("2026-05-30T08:00:00Z"), 960, 600, _ -> {});
        mail("34-seal-prolonged", sealUntil("2026-07-03T08:00:00Z"), WIDTH, HEIGHT, window -> press(window, "prolong"));
        SampleProfile refused = sealUntil("2026-07-03T08:00:00Z");
        refused.seals.willAnswer(new SealChanging.Refused(KeyChanging.Reason.PRIMARY_MISSING));
        mail("35-seal-not-prolonged", refused, WIDTH, HEIGHT, window -> press(window, "prolong"));
    }

    private static SampleProfile sealUntil(String end) {
        SampleProfile profile = SampleProfile.inUse();
        profile.seals.add(Sample.ME, Instant.parse(end));
        return profile;
    }

    private void verdicts() {
        LetterId id = new LetterId(1);
        state("40-sealed-known", SamplePages.sealedUnchecked(id));
        state("41-signed", SamplePages.signed(id));
        Confirmation authority = new Confirmation.ByAuthority("GÉANT", "chem.example");
        state("41-signed-confirmed", SamplePages.confirmed(id, new Verdict.Signed("Anna Weber", authority), authority));
        state(
                "41-sealed-accepted",
                SamplePages.confirmed(
                        id,
                        new Verdict.SealedAndKnown("Anna Weber", SamplePages.SINCE, new Confirmation.ByPerson()),
                        new Confirmation.ByPerson()));
        screens.put("41-signed-confirmed-details", () -> {
            ReadingState.Shown shown =
                    SamplePages.confirmed(id, new Verdict.Signed("Anna Weber", authority), authority);
            Window window = Window.of(Reading.showing(shown), look, 1000, 700);
            press(window, "details");
            return window;
        });
        state("42-postcard", SamplePages.postcard(id));
        state("43-sender-unknown", SamplePages.unknown(id));
        state("44-check-sender", SamplePages.mismatch(id));
        state("45-locked", SamplePages.withheld(id, new Verdict.StillLocked(Optional.empty())));
        state("46-cannot-open", SamplePages.withheld(id, new Verdict.Withheld(Opening.Reason.NO_KEY)));
        state("47-not-shown", SamplePages.withheld(id, new Verdict.Withheld(Opening.Reason.NOT_INTACT)));
        screens.put("48-opening", () -> {
            Window window = Window.of(Reading.showing(new ReadingState.Working(id)), look, 800, 560);
            // As after a moment.
            window.shell.lookup("#opening").setVisible(true);
            return window;
        });
        state("49-stopped", new ReadingState.Stopped(id));
        state("49-broken", new ReadingState.Broken(id));
        screens.put("49-vouchers-broken", () -> {
            Window window = Window.of(Reading.withoutALedger(SamplePages.postcard(id)), look, 1000, 1400);
            press(window, "details");
            press(window, "ask-vouchers");
            return window;
        });
        state("49-thread-was-sealed", SamplePages.remembered(id, List.of(new Finding.ThreadWasSealed())));
        state(
                "49-key-in-your-name",
                SamplePages.remembered(
                        id,
                        List.of(new Finding.CertificateInYourName(
                                Sample.ME.address(),
                                Sample.card(Sample.ANNA, Standing.FOUND).fingerprint()))));
    }

    private void bodies() {
        letter("50-formatted", SampleBodies.newsletter());
        letter("51-hostile", SampleBodies.hostile());
        letter("52-flowed-quotes", SampleBodies.flowed());
        letter("53-files", SampleBodies.files());
        letter("55-letters-inside", SampleInside.shown(SampleInside.FORWARDING));
        screens.put("56-letter-inside-another", () -> {
            ReadingViewModel model = Reading.model(SampleInside.shown(SampleInside.FORWARDING), new SamplePictures());
            Window window = Window.of(Reading.view(model), look, 800, 700);
            press(window, "enclosed-1");
            return window;
        });
        screens.put("56-letter-inside-sealed", () -> {
            ReadingState.Shown sealed =
                    SampleInside.forged(SampleInside.FORWARDING, new Verdict.SenderUnknown(), false);
            Window window = Window.of(Reading.showing(sealed), look, 800, 700);
            press(window, "enclosed-1");
            return window;
        });
        screens.put("57-sealed-part-inside", () -> {
            ReadingViewModel model = Reading.model(SampleInside.shown(SampleInside.FORWARDING), new SamplePictures());
            Window window = Window.of(Reading.view(model), look, 800, 560);
            press(window, "enclosed-2");
            return window;
        });
        letter("58-list-footer", SampleInside.listed());
        letter("59-pictures-elsewhere", SampleInside.shown(SampleInside.PICTURES));
        screens.put("59-pictures-loaded-once", () -> {
            Window window = Window.of(Reading.showing(SampleInside.shown(SampleInside.PICTURES)), look, 800, 1100);
            press(window, "load-pictures");
            return window;
        });
        letter(
                "59-pictures-sealed",
                SampleInside.forged(
                        SampleInside.PICTURES, new Verdict.SealedAndKnown("Anna Weber", SamplePages.SINCE), false));
        screens.put("54-where-a-link-leads", () -> {
            Window window = Window.of(Reading.showing(SampleBodies.hostile()), look, 800, 860);
            window.shell.applyCss();
            window.shell.layout();
            Node link = window.shell.lookup(".letter-link");
            link.getOnMouseClicked().handle(SampleBodies.click());
            return window;
        });
    }

    private void letter(String name, ReadingState state) {
        screens.put(name, () -> Window.of(Reading.showing(state), look, 800, 1100));
    }

    private void composer() {
        compose("60-compose-empty", LetterStart.of(draft("", "")), _ -> {});
        LetterStart ready = LetterStart.of(draft("Trip budget", BODY, Sample.ANNA, Sample.BEN, Sample.CARLA));
        compose("61-compose-ready", ready, _ -> {});
        LetterStart notReady = LetterStart.of(draft("Trip budget", BODY, Sample.ANNA, Sample.BEN, Sample.DAVE));
        compose("62-compose-not-ready", notReady, _ -> {});
        compose(
                "63-compose-postcard",
                notReady,
                window -> ((ButtonBase) window.shell.lookupAll(".button").stream()
                                .filter(node -> node instanceof ButtonBase button
                                        && button.getText().startsWith("Send everyone"))
                                .findFirst()
                                .orElseThrow())
                        .fire());
        mail("64-reply", SampleProfile.inUse(), WIDTH, HEIGHT, window -> {
            choose(window, 0);
            press(window, "reply");
        });
        mail("65-sent", SampleProfile.inUse(), WIDTH, HEIGHT, window -> {
            choose(window, 0);
            press(window, "reply");
            press(window, "send");
        });
        SampleProfile noSeal = SampleProfile.inUse();
        noSeal.sending.withoutOwnSeal();
        mail("66-compose-no-seal", noSeal, WIDTH, HEIGHT, window -> {
            choose(window, 0);
            press(window, "reply");
        });
        mail("68-own-mark", SampleProfile.inUse(), WIDTH, HEIGHT, window -> {
            choose(window, 0);
            press(window, "own-mark");
        });
        screens.put("67-passphrase", () -> {
            Window window = Window.ofMail(SampleProfile.inUse(), look, WIDTH, HEIGHT);
            new PassphraseSheet(window.shell)
                    .lay(PassphraseSheet.passphrase("Maya Reed <maya@ox.ac.uk>", true), new CompletableFuture<>());
            return window;
        });
        screens.put("68-pin", () -> {
            Window window = Window.ofMail(SampleProfile.inUse(), look, WIDTH, HEIGHT);
            PinQuestion question = new PinQuestion(
                    new Token("/usr/lib/opensc-pkcs11.so", "Staff card", "0461c2f1"), PinQuestion.Tries.FEWER);
            new PassphraseSheet(window.shell).lay(PassphraseSheet.pin(question), new CompletableFuture<>());
            return window;
        });
    }

    private static final String BODY = """
        Dear all,

        The numbers we agreed on Tuesday are in the sheet below. Please look at line 12 before you pass it on.

        Maya\
        """;

    private static Draft draft(String subject, String text, Mailbox... to) {
        return Draft.letter(Sample.account().id(), List.of(to), subject, text);
    }

    private void compose(String name, LetterStart start, Consumer<Window> then) {
        screens.put(name, () -> {
            SampleProfile profile = SampleProfile.inUse();
            profile.drafts.keep(profile.drafts.fresh(), start.draft());
            Window window = Window.ofMail(profile, look, WIDTH, HEIGHT);
            rail(window, "Drafts");
            window.shell.applyCss();
            window.shell.layout();
            ((ButtonBase) window.shell.lookup(".card .button")).fire();
            then.accept(window);
            return window;
        });
    }

    private void state(String name, ReadingState state) {
        screens.put(name, () -> Window.of(Reading.showing(state), look, 800, 560));
    }

    private void start(String name, SampleProfile profile, Consumer<Window> then) {
        screens.put(name, () -> {
            Window window = Window.ofStart(profile, look);
            then.accept(window);
            return window;
        });
    }

    private void mail(String name, SampleProfile profile, double width, double height, Consumer<Window> then) {
        screens.put(name, () -> {
            Window window = Window.ofMail(profile, look, width, height);
            window.shell.applyCss();
            window.shell.layout();
            then.accept(window);
            return window;
        });
    }

    private void toWho(Window window) {
        press(window, "next");
        type(window, "name", "Maya Reed");
        type(window, "address", "maya@ox.ac.uk");
    }

    private void toLock(Window window) {
        toWho(window);
        press(window, "next");
    }

    private void toServers(Window window) {
        toLock(window);
        lock(window);
    }

    private static void lock(Window window) {
        type(window, "passphrase", "correct horse");
        type(window, "passphrase-again", "correct horse");
        press(window, "understood");
        press(window, "next");
    }

    private void toSeal(Window window) {
        toServers(window);
        type(window, "password", "secret");
        press(window, "next");
    }

    private void toSafe(Window window) {
        toSeal(window);
        press(window, "next");
    }

    private static List<ImportLine> lines() {
        return List.of(
                kept(Sample.ME, true, true),
                kept(Sample.ANNA, false, false),
                kept(Sample.BEN, false, false),
                new ImportLine.Skipped("pubring.kbx", "Carla Mensah <carla@maths.example>", SkipReason.UNSUPPORTED),
                new ImportLine.Skipped("private-keys-v1.d", "Maya Reed <maya@old.example>", SkipReason.ON_SMARTCARD),
                new ImportLine.Unreadable("trustdb.gpg", ImportLine.Why.NOT_READABLE));
    }

    private static ImportLine kept(Mailbox owner, boolean own, boolean ownPassphrase) {
        return new ImportLine.Kept(
                "pubring.kbx",
                Sample.card(owner, Standing.ACCEPTED).fingerprint(),
                owner.displayName() + " <" + owner.address().text() + ">",
                Result.TAKEN,
                own,
                ownPassphrase,
                Optional.of(Standing.ACCEPTED));
    }

    static void press(Window window, String id) {
        ((ButtonBase) node(window, id)).fire();
    }

    static void type(Window window, String id, String text) {
        TextInputControl field = (TextInputControl) node(window, id);
        field.selectAll();
        field.replaceSelection(text);
    }

    static void choose(Window window, int row) {
        ListView<?> letters = (ListView<?>) node(window, "letters");
        letters.getSelectionModel().select(row);
        letters.requestFocus();
    }

    static void rail(Window window, String name) {
        ((ButtonBase) window.shell.lookupAll(".rail-row").stream()
                        .filter(row -> String.valueOf(row.getAccessibleText()).startsWith(name + ","))
                        .findFirst()
                        .orElseThrow())
                .fire();
    }

    private static Node node(Window window, String id) {
        window.shell.applyCss();
        window.shell.layout();
        Node found = window.shell.lookup("#" + id);
        if (found == null) {
            throw new AssertionError("nothing is called " + id);
        }
        return found;
    }

    /// The text that the composer holds.
    static String composed(Window window) {
        return ((TextArea) window.shell.lookup(".compose-text")).getText();
    }
}
