package org.waxwing.ui.reading;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.Link;
import org.waxwing.crypto.page.Page;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.mark.OwnMarkBadge;
import org.waxwing.ui.mark.OwnMarkViewModel;
import org.waxwing.ui.shield.ListedChip;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.shield.Verdict;
import org.waxwing.ui.shield.VerdictChip;
import org.waxwing.ui.shield.VerdictWords;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The reading pane: header and verdict as the program's own frame above, the letter's own text below a
/// rule that it can't cross.
public final class ReadingView extends BorderPane {
    private final Words words = Words.in(ReadingView.class);
    private final ReadingViewModel model;
    private final OwnMarkViewModel mark;
    private final ReadingActions actions;
    private final Dates dates;
    private final VerdictWords verdictWords;
    private final People people;
    private final DetailsDrawer drawer;
    private Optional<InsideBar> wayBack = Optional.empty();
    private int depth;

    public ReadingView(
            ReadingViewModel model, OwnMarkViewModel mark, ReadingActions actions, People people, Dates dates) {
        this.model = model;
        this.mark = mark;
        this.actions = actions;
        this.dates = dates;
        this.people = people;
        this.verdictWords = new VerdictWords(dates);
        this.drawer = new DetailsDrawer(dates, () -> model.detailsOpen().set(false), model::askVouchers);
        getStyleClass().add("reading");
        model.state().subscribe(this::render);
        model.postsView().subscribe(_ -> render(model.state().get()));
        model.formatted().subscribe(_ -> render(model.state().get()));
        model.pictures().subscribe(_ -> render(model.state().get()));
        mark.mark().subscribe(_ -> render(model.state().get()));
        model.detailsOpen().subscribe(_ -> showDrawer());
        model.vouchers().subscribe(_ -> showDrawer());
    }

    private void render(ReadingState state) {
        setBottom(null);
        wayBack = model.around().isEmpty() ? Optional.empty() : Optional.of(new InsideBar(model));
        switch (state) {
            case ReadingState.Nothing _ -> empty(words.of("nothing.title"), words.of("nothing.text"));
            // The same one, whatever else changes meanwhile.
            case ReadingState.Working _ ->
                bare(getCenter() instanceof Skeleton same ? same : new Skeleton(model::stop));
            case ReadingState.Stopped _ ->
                unopened(words.of("stopped.title"), words.of("stopped.text"), words.of("stopped.again"));
            case ReadingState.Broken _ ->
                unopened(words.of("broken.title"), words.of("broken.text"), words.of("broken.again"));
            case ReadingState.Gone _ -> empty(words.of("gone.title"), words.of("gone.text"));
            case ReadingState.Shown shown -> show(shown);
            case ReadingState.Withheld withheld -> withhold(withheld);
        }
        followFocus();
        showDrawer();
    }

    /// Nothing of a letter: the way back alone stands above it.
    private void bare(Node center) {
        setTop(wayBack.orElse(null));
        setCenter(center);
    }

    private void empty(String title, String text) {
        VBox box = new VBox(Labels.styled(title, "empty-title"), Labels.quiet(text));
        box.getStyleClass().add("empty");
        bare(box);
    }

    private void unopened(String title, String text, String again) {
        Button open = Buttons.plain(again, model::again);
        open.setId("open-again");
        VBox box = new VBox(Labels.styled(title, "empty-title"), Labels.quiet(text), open);
        box.getStyleClass().add("empty");
        bare(box);
    }

    private void show(ReadingState.Shown shown) {
        VBox head = head(
                LetterHead.of(shown.fields()),
                new VerdictChip(shown.verdict(), verdictWords, shown.inside().sealedAround()));
        shown.outsideFrom().ifPresent(outside -> head.getChildren().add(mismatch(shown, people.name(outside))));
        shown.details().findings().forEach(finding -> head.getChildren().add(new FindingBar(finding)));
        CipherBar.of(shown.details().notes()).ifPresent(head.getChildren()::add);
        setTop(topped(head));
        Optional<Octets> bytes = model.postsView().get();
        if (bytes.isPresent()) {
            setCenter(new PostsView(bytes.get(), shown, dates, model::togglePostsView));
            return;
        }
        boolean formatted = model.formatted().get();
        Page body = body(shown, formatted);
        shown.inside()
                .listed()
                .ifPresent(listed ->
                        head.getChildren().add(new ListedChip(listed.signer(), listed.another(), verdictWords)));
        if (PicturesBar.isNeeded(shown, formatted)) {
            head.getChildren().add(new PicturesBar(shown.inside().pictures().orElseThrow(), model));
        }
        if (PageBar.isNeeded(shown, body, formatted)) {
            head.getChildren().add(new PageBar(shown, body, model));
        }
        VBox page = new VBox(new PageView(body, this::tellWhereItLeads));
        page.getStyleClass().add("letter-page");
        shown.inside()
                .listed()
                .ifPresent(listed -> page.getChildren().add(new ListFooter(listed.footer(), this::tellWhereItLeads)));
        if (!shown.inside().letters().isEmpty()) {
            page.getChildren().add(new EnclosedCards(shown.inside().letters(), model));
        }
        if (!shown.content().attachments().isEmpty()) {
            page.getChildren().add(new AttachmentList(shown.content().attachments(), model, actions));
        }
        if (!shown.fields().from().isEmpty()) {
            page.getChildren().add(replies(shown));
        }
        setCenter(scrolling(page));
    }

    /// The pictures that were loaded belong to the formatted page of a clear letter alone.
    private Page body(ReadingState.Shown shown, boolean formatted) {
        return PicturesBar.isNeeded(shown, formatted) && model.pictures().get() instanceof PicturesState.Loaded loaded
                ? loaded.page()
                : shown.pages().shown(formatted);
    }

    /// With the way back above it where the letter stands inside another.
    private Node topped(VBox head) {
        if (wayBack.isEmpty()) {
            return head;
        }
        VBox both = new VBox(wayBack.get(), head);
        both.getStyleClass().add("inside-head");
        return both;
    }

    /// The focus goes to the way back with whoever came in or out.
    private void followFocus() {
        int now = model.around().size();
        if (now != depth && !(model.state().get() instanceof ReadingState.Working)) {
            depth = now;
            wayBack.ifPresent(InsideBar::focusBack);
        }
    }

    private void tellWhereItLeads(Link link) {
        setBottom(new LinkBar(link, () -> setBottom(null)));
    }

    private Node mismatch(ReadingState.Shown shown, String outside) {
        String inside =
                shown.fields().from().stream().findFirst().map(people::name).orElse("?");
        Label says = Labels.styled(words.of("mismatch", inside, outside), "bar-text");
        HBox bar = new HBox(Marks.warning(), says);
        bar.getStyleClass().addAll("warning-bar", "tone-red");
        return bar;
    }

    private HBox replies(ReadingState.Shown shown) {
        boolean sealed = shown.answersSealed();
        Button reply = Buttons.plain(
                sealed ? words.of("reply.sealed") : words.of("reply.plain"), () -> actions.reply(shown, false));
        reply.setId("reply");
        HBox row = new HBox(reply);
        if (shown.fields().to().size() + shown.fields().cc().size() > 1) {
            row.getChildren()
                    .add(Buttons.plain(
                            sealed ? words.of("replyAll.sealed") : words.of("replyAll.plain"),
                            () -> actions.reply(shown, true)));
        }
        row.getStyleClass().add("reply-row");
        return row;
    }

    private void withhold(ReadingState.Withheld withheld) {
        setTop(topped(head(LetterHead.of(withheld.outer()), new VerdictChip(withheld.verdict(), verdictWords))));
        Optional<Octets> bytes = model.postsView().get();
        if (bytes.isPresent()) {
            setCenter(new PostsView(bytes.get(), withheld, dates, model::togglePostsView));
            return;
        }
        VBox page = new VBox();
        page.getStyleClass().addAll("letter-page", "withheld");
        switch (withheld.verdict()) {
            case Verdict.StillLocked _ ->
                page.getChildren().add(Buttons.primary(words.of("withheld.unlock"), model::again));
            case Verdict.Withheld _,
                    Verdict.Postcard _,
                    Verdict.SealedAndChecked _,
                    Verdict.SealedAndKnown _,
                    Verdict.SealedByYou _,
                    Verdict.SenderUnknown _,
                    Verdict.Unproven _,
                    Verdict.Signed _ -> page.getChildren().add(Labels.quiet(words.of("withheld.ask")));
        }
        setCenter(scrolling(page));
    }

    private VBox head(LetterHead head, VerdictChip chip) {
        Optional<OwnMarkBadge> badge = mark.mark().get().map(own -> new OwnMarkBadge(own, actions::changeMark));
        return new HeaderBlock(head, chip, badge, people, dates, model);
    }

    private ScrollPane scrolling(VBox page) {
        ScrollPane scroll = new ScrollPane(new StackPane(page));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("letter-scroll");
        scroll.setAccessibleText(words.of("body.scroll"));
        return scroll;
    }

    private void showDrawer() {
        Optional<Details> details = switch (model.state().get()) {
            case ReadingState.Shown shown -> Optional.of(shown.details());
            case ReadingState.Withheld withheld -> Optional.of(withheld.details());
            case ReadingState.Nothing _,
                    ReadingState.Working _,
                    ReadingState.Stopped _,
                    ReadingState.Broken _,
                    ReadingState.Gone _ -> Optional.empty();
        };
        boolean open = model.detailsOpen().get() && details.isPresent();
        if (open) {
            drawer.show(details.orElseThrow(), model.vouchers().get());
        }
        setRight(open ? drawer : null);
    }
}
