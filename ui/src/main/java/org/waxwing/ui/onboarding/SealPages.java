package org.waxwing.ui.onboarding;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.PassphraseField;
import org.waxwing.ui.text.Words;

/// Making a seal, or bringing in keys that exist.
final class SealPages {
    private static final int MOST_LINES = 300;

    private final Words words = Words.in(SealPages.class);
    private final OnboardingViewModel model;
    private final OnboardingActions actions;

    SealPages(OnboardingViewModel model, OnboardingActions actions) {
        this.model = model;
        this.actions = actions;
    }

    Node choose() {
        Button make = Buttons.primary(words.of("seal.make"), model::makeSeal);
        make.setId("next");
        PassphraseField passphrase = new PassphraseField(words.of("import.passphrase"));
        passphrase.setId("import-passphrase");
        VBox existing = new VBox(
                Labels.styled(words.of("import.title"), "card-title"),
                Labels.quiet(words.of("import.text")),
                Labels.named(words.of("import.passphrase"), passphrase));
        HBox ways = new HBox();
        ways.getStyleClass().add("sheet-buttons");
        model.gnuPgHome()
                .get()
                .ifPresent(home -> ways.getChildren()
                        .add(Buttons.plain(words.of("import.gnupg"), () -> bringIn(List.of(home), passphrase))));
        ways.getChildren()
                .add(Buttons.plain(words.of("import.files"), () -> bringIn(actions.pickKeyFiles(), passphrase)));
        ways.disableProperty().bind(model.busy());
        existing.getChildren().add(ways);
        existing.getStyleClass().add("card");
        Label working = Labels.quiet(words.of("seal.working"));
        working.visibleProperty().bind(model.busy());
        working.managedProperty().bind(model.busy());
        StepPage page = new StepPage(model, words.of("seal.title"), words.of("seal.text")).with(make);
        page.getChildren().addAll(working, existing);
        return page;
    }

    private void bringIn(List<Path> paths, PassphraseField passphrase) {
        model.bringIn(paths, passphrase.take());
    }

    Node brought(Step.Brought brought) {
        long taken = brought.lines().stream()
                .filter(ImportLine.Kept.class::isInstance)
                .count();
        long items = brought.lines().stream()
                .filter(line -> !(line instanceof ImportLine.InYourName))
                .count();
        VBox lines = new VBox();
        lines.getStyleClass().add("import-lines");
        brought.lines().stream()
                .limit(MOST_LINES)
                .forEach(line -> lines.getChildren().add(row(line)));
        if (brought.lines().size() > MOST_LINES) {
            lines.getChildren()
                    .add(Labels.quiet(words.of("import.more", brought.lines().size() - MOST_LINES)));
        }
        String what = brought.sealed() ? words.of("import.sealed") : words.of("import.noSeal");
        Button next =
                Buttons.primary(brought.sealed() ? words.of("next") : words.of("import.backToSeal"), model::brought);
        next.setId("next");
        next.setDefaultButton(true);
        return new StepPage(model, words.of("import.result", taken, items - taken), what, lines)
                .with(next, Buttons.quiet(words.of("back"), model::back));
    }

    private HBox row(ImportLine line) {
        Label name = Labels.styled(
                switch (line) {
                    case ImportLine.Kept kept -> kept.owner();
                    case ImportLine.InYourName claim -> claim.address().text();
                    case ImportLine.Skipped skipped -> skipped.what();
                    case ImportLine.Setting setting -> setting.setting();
                    case ImportLine.Unreadable unreadable -> unreadable.source();
                },
                "page-text");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label result = new Label(result(line));
        result.getStyleClass().add(line instanceof ImportLine.Kept ? "quiet-text" : "amber-text");
        result.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(name, result);
        row.getStyleClass().add("field-row");
        return row;
    }

    private String result(ImportLine line) {
        return switch (line) {
            case ImportLine.Kept kept ->
                kept.own()
                        ? kept.ownPassphrase() ? words.of("kept.ownPassphrase") : words.of("kept.own")
                        : switch (kept.result()) {
                            case TAKEN -> words.of("kept.taken");
                            case MERGED -> words.of("kept.merged");
                            case UNCHANGED -> words.of("kept.unchanged");
                        };
            case ImportLine.InYourName _ -> words.of("kept.inYourName");
            case ImportLine.Skipped skipped ->
                switch (skipped.reason()) {
                    case MALFORMED -> words.of("skipped.malformed");
                    case OUTDATED_VERSION -> words.of("skipped.outdated");
                    case LIBREPGP_VERSION -> words.of("skipped.librePgp");
                    case UNSUPPORTED -> words.of("skipped.unsupported");
                    case NOT_SELF_CERTIFIED -> words.of("skipped.notSelfCertified");
                    case ON_SMARTCARD -> words.of("skipped.smartcard");
                    case SECRET_PART_MISSING -> words.of("skipped.secretMissing");
                    case NO_CERTIFICATE -> words.of("skipped.noCertificate");
                    case SMIME_CERTIFICATE -> words.of("skipped.smimeCertificate");
                    case REVOCATION_LIST -> words.of("skipped.revocationList");
                    case REQUEST -> words.of("skipped.request");
                    case WRONG_PASSPHRASE -> words.of("skipped.wrongPassphrase");
                    case PASSPHRASE_NEEDED -> words.of("skipped.passphraseNeeded");
                    case TOO_COSTLY -> words.of("skipped.tooCostly");
                    case KEY_MISMATCH -> words.of("skipped.keyMismatch");
                    case TOO_LARGE -> words.of("skipped.tooLarge");
                };
            case ImportLine.Setting setting ->
                switch (setting.fate()) {
                    case TAKEN -> words.of("setting.taken");
                    case ALWAYS_SO -> words.of("setting.alwaysSo");
                    case BY_ADDRESS -> words.of("setting.byAddress");
                    case ONLY_THOSE_ADDRESSED -> words.of("setting.onlyThoseAddressed");
                    case FROM_CERTIFICATES -> words.of("setting.fromCards");
                    case DECIDED_FOR_EACH -> words.of("setting.decidedForEach");
                    case ONLY_WHEN_ASKED -> words.of("setting.onlyWhenAsked");
                    case NO_GROUPS -> words.of("setting.noGroups");
                    case WEAKER -> words.of("setting.weaker");
                };
            case ImportLine.Unreadable unreadable ->
                switch (unreadable.why()) {
                    case NOT_FOUND -> words.of("unreadable.notFound");
                    case NOT_READABLE -> words.of("unreadable.notReadable");
                    case NOTHING_INSIDE -> words.of("unreadable.nothing");
                    case TOO_LARGE -> words.of("skipped.tooLarge");
                };
        };
    }
}
