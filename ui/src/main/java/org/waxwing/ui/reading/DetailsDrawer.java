package org.waxwing.ui.reading;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.FieldDifference;
import org.waxwing.crypto.ProtectedFields.Field;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.FingerprintLabel;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.ReadinessWords;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// Everything that is known about a letter, beside it: who signed, since when they are known, what was
/// hidden on the way.
final class DetailsDrawer extends VBox {
    /// Of one kind; a letter may have thousands.
    private static final int MOST_LINES = 50;

    private final Words words = Words.in(DetailsDrawer.class);
    private final Dates dates;
    private final ReadinessWords standings;
    private final VBox facts = new VBox();
    private final Runnable askVouchers;

    DetailsDrawer(Dates dates, Runnable close, Runnable askVouchers) {
        this.dates = dates;
        this.askVouchers = askVouchers;
        this.standings = new ReadinessWords(dates);
        getStyleClass().add("drawer");
        Label title = Labels.styled(words.of("details.title"), "drawer-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(title, Buttons.icon(Feather.X, words.of("details.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        facts.getStyleClass().add("drawer-facts");
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words.of("details.title"));
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll);
    }

    void show(Details details, Vouchers vouchers) {
        facts.getChildren().clear();
        details.signer()
                .ifPresentOrElse(
                        card -> signer(card, standings.confirmation(details.confirmation())),
                        () -> section(words.of("signer"), words.of("signer.none")));
        if (!details.objections().isEmpty()) {
            section(words.of("signature.notCounted"));
            each(details.objections(), objection -> line(words.of("bullet", standings.objection(objection))));
        }
        section(words.of("standard"), details.standard().orElse(words.of("standard.none")));
        section(words.of("fields"));
        each(details.fields().stream().filter(DetailsDrawer::readerFacing).toList(), this::field);
        if (!details.differences().isEmpty()) {
            section(words.of("differences"));
            each(details.differences(), difference -> line(words.of("bullet", difference(difference))));
        }
        section(words.of("journey"));
        facts.getChildren().add(new JourneyPane(details.journey(), dates));
        authentication(details.authentication());
        section(words.of("vouchers"));
        facts.getChildren().add(new VouchersPane(details.vouchers(), vouchers, askVouchers));
        if (!details.notes().isEmpty() || details.errantLayers() > 0) {
            section(words.of("notes"));
            details.notes().forEach(note -> line(words.of("bullet", note(note))));
            if (details.errantLayers() > 0) {
                line(words.of("notes.errant", details.errantLayers()));
            }
        }
    }

    private void authentication(Authentication found) {
        section(words.of("authentication"));
        found.by()
                .ifPresentOrElse(
                        by -> line(words.of("authentication.by", by)), () -> line(words.of("authentication.none")));
        found.results().forEach(result -> line(words.of("authentication.result", result.method(), result.result())));
    }

    private void signer(Card card, String confirmation) {
        section(words.of("signer"), Signers.name(card.userIds()));
        line(standings.standing(card.standing()));
        if (!confirmation.isEmpty()) {
            line(confirmation);
        }
        line(words.of("signer.knownSince", dates.day(card.knownSince())));
        facts.getChildren().add(new FingerprintLabel(card.fingerprint()));
        card.history().forEach(step -> line(words.of("signer.history", dates.day(step.at()), step.evidence())));
    }

    private <T> void each(List<T> all, Consumer<T> show) {
        all.stream().limit(MOST_LINES).forEach(show);
        if (all.size() > MOST_LINES) {
            line(words.of("details.more", all.size() - MOST_LINES));
        }
    }

    private void section(String title) {
        facts.getChildren().add(Labels.styled(title, "drawer-section"));
    }

    private void section(String title, String text) {
        section(title);
        line(text);
    }

    private void line(String text) {
        facts.getChildren().add(Labels.styled(text, "drawer-line"));
    }

    private static boolean readerFacing(Field field) {
        return switch (field.name().toLowerCase(Locale.ROOT)) {
            case "subject", "from", "to", "cc", "date", "reply-to", "message-id" -> true;
            default -> false;
        };
    }

    private void field(Field field) {
        Label name = new Label(field.name());
        name.getStyleClass().add("drawer-line");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(icon(field), name, protection(field));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("field-row");
        facts.getChildren().add(row);
    }

    private static Node icon(Field field) {
        return switch (field.protection()) {
            case UNPROTECTED -> Icons.of(Feather.EYE);
            case SIGNED_ONLY -> Icons.of(Feather.LINK);
            case ENCRYPTED_ONLY, SIGNED_AND_ENCRYPTED -> Icons.of(Feather.EYE_OFF);
        };
    }

    private Label protection(Field field) {
        Label words = new Label(
                switch (field.protection()) {
                    case UNPROTECTED -> this.words.of("field.visible");
                    case SIGNED_ONLY -> this.words.of("field.signed");
                    case ENCRYPTED_ONLY -> this.words.of("field.hidden");
                    case SIGNED_AND_ENCRYPTED -> this.words.of("field.hiddenSigned");
                });
        words.getStyleClass().add("quiet-text");
        words.setMinWidth(Region.USE_PREF_SIZE);
        return words;
    }

    private String difference(FieldDifference difference) {
        String written = Signers.plain(difference.written());
        String found = Signers.plain(difference.found());
        return switch (difference.change()) {
            case ADDED -> words.of("difference.added", difference.field(), found);
            case REMOVED -> words.of("difference.removed", difference.field(), written);
            case CHANGED -> words.of("difference.changed", difference.field(), written, found);
        };
    }

    private String note(Note note) {
        return switch (note) {
            case WEAK_CIPHER -> words.of("note.weakCipher");
            case BROKEN_CIPHER -> words.of("note.brokenCipher");
            case FROM_MISMATCH -> words.of("note.fromMismatch");
            case OUTER_FIELDS_CHANGED -> words.of("note.outerFieldsChanged");
            case HEADER_PROTECTION_INFERRED -> words.of("note.headerProtectionInferred");
            case HEADERS_NOT_PROTECTED -> words.of("note.headersNotProtected");
            case MEANT_FOR_OTHERS -> words.of("note.meantForOthers");
            case ERRANT_LAYERS -> words.of("note.errantLayers");
            case INLINE_PGP -> words.of("note.inlinePgp");
            case MIXED_SIGNATURES -> words.of("note.mixedSignatures");
            case SIGNED_AT_ANOTHER_TIME -> words.of("note.signedAtAnotherTime");
            case NOT_AMONG_RECIPIENTS -> words.of("note.notAmongRecipients");
            case LIST_FOOTER -> words.of("note.listFooter");
            case LISTED_FOR_ANOTHER -> words.of("note.listedForAnother");
            case BROKEN_STRUCTURE -> words.of("note.brokenStructure");
        };
    }
}
