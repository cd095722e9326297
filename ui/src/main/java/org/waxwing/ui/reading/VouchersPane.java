package org.waxwing.ui.reading;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// Who vouches for a letter: a button that says whom it asks, then one sentence for each server. Nothing
/// here looks like safety.
final class VouchersPane extends VBox {
    private final Words words = Words.in(VouchersPane.class);

    /// @param domains who could be asked
    VouchersPane(List<String> domains, Vouchers vouchers, Runnable ask) {
        getStyleClass().add("vouchers");
        switch (vouchers) {
            case Vouchers.NotAsked _ -> {
                if (domains.isEmpty()) {
                    getChildren().add(Labels.quiet(words.of("vouchers.none")));
                } else {
                    getChildren().addAll(button(domains, ask), Labels.quiet(words.of("vouchers.theyLearn")));
                }
            }
            case Vouchers.Asking _ -> getChildren().add(Labels.quiet(words.of("vouchers.asking")));
            case Vouchers.Broken _ ->
                getChildren()
                        .addAll(
                                Labels.styled(words.of("vouchers.broken"), "drawer-line"),
                                button(domains, ask),
                                Labels.quiet(words.of("vouchers.theyLearn")));
            case Vouchers.Told(List<DkimVerdict> verdicts) -> {
                verdicts.forEach(verdict -> getChildren().add(Labels.styled(sentence(verdict), "drawer-line")));
                if (verdicts.isEmpty()) {
                    getChildren().add(Labels.quiet(words.of("vouchers.none")));
                }
            }
        }
    }

    private Button button(List<String> domains, Runnable ask) {
        Button button =
                Buttons.plain(words.of("vouchers.ask", String.join(words.of("vouchers.between"), domains)), ask);
        button.setId("ask-vouchers");
        button.setWrapText(true);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private String sentence(DkimVerdict verdict) {
        String domain = verdict.domain().orElse(words.of("vouchers.somebody"));
        return switch (verdict.result()) {
            case PASS -> passed(verdict, domain);
            case BODY_CHANGED -> words.of("vouchers.bodyChanged", domain);
            case HEADER_CHANGED -> words.of("vouchers.headerChanged", domain);
            case WRONG_KEY -> words.of("vouchers.wrongKey", domain);
            case SIGNATURE_BAD -> words.of("vouchers.signatureBad", domain);
            case NO_KEY -> words.of("vouchers.noKey", domain);
            case REVOKED -> words.of("vouchers.revoked", domain);
            case BAD_KEY -> words.of("vouchers.badKey", domain);
            case UNREACHABLE -> words.of("vouchers.unreachable", domain);
            case WEAK -> words.of("vouchers.weak", domain);
            case TESTING -> words.of("vouchers.testing", domain);
            case EXPIRED -> words.of("vouchers.expired", domain);
            case FROM_NOT_SIGNED -> words.of("vouchers.fromNotSigned", domain);
            case NOT_ONE_FROM -> words.of("vouchers.notOneFrom");
            case UNSUPPORTED -> words.of("vouchers.unsupported", domain);
            case MALFORMED -> words.of("vouchers.malformed");
        };
    }

    private String passed(DkimVerdict verdict, String domain) {
        StringBuilder sentence = new StringBuilder();
        boolean whole = verdict.coverage().map(DkimVerdict.Coverage::isWhole).orElse(true);
        sentence.append(whole ? words.of("vouchers.passed", domain) : words.of("vouchers.passedPart", domain));
        verdict.coverage().ifPresent(coverage -> {
            if (coverage.openEnded()) {
                sentence.append(words.of("vouchers.openEnded"));
            }
            if (!coverage.uncovered().isEmpty()) {
                sentence.append(words.of(
                        "vouchers.uncovered", String.join(words.of("vouchers.between"), coverage.uncovered())));
            }
            if (!coverage.showing().isEmpty()) {
                sentence.append(
                        words.of("vouchers.showing", String.join(words.of("vouchers.between"), coverage.showing())));
            }
        });
        switch (verdict.relation()) {
            case SAME -> {
                // Nothing to add: it is the sender's own.
            }
            case ABOVE -> sentence.append(words.of("vouchers.domainBelow"));
            case OTHER -> sentence.append(words.of("vouchers.anotherDomain"));
        }
        return sentence.append(words.of("vouchers.provesNot")).toString();
    }
}
