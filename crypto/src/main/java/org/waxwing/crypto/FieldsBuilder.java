package org.waxwing.crypto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.ProtectedFields.Field;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderFields;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.MailDate;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.MessageIds;
import org.waxwing.crypto.mime.Octets;

/// Decides which fields the reader sees and how well each is protected (RFC 9788 §4.3, §4.4, §4.5).
///
/// @param encrypted whether the payload was
/// @param kept whether that kept it from those on the way
/// @param signed whether its author is verified
record FieldsBuilder(
        HeaderSection outer, HeaderProtection protection, boolean encrypted, boolean kept, boolean signed) {
    private static final Set<String> USER_FACING =
            Set.of("subject", "from", "to", "cc", "date", "reply-to", "followup-to", "sender");
    private static final Set<String> THREAD = Set.of("message-id", "in-reply-to", "references");

    static ProtectedFields none() {
        return unprotected(new HeaderSection(List.of(), Octets.empty()));
    }

    /// The fields outside of a message, whatever is in it; for all that is known, it was sealed.
    static ProtectedFields unprotected(HeaderSection outer) {
        return new FieldsBuilder(outer, HeaderProtection.NONE, true, true, false).build();
    }

    ProtectedFields build() {
        HeaderSection shown = new HeaderSection(shownFields(), Octets.empty());
        List<Mailbox> from = mailboxes(showsOuterFrom() ? outer : shown, "From");
        Set<HeaderField> inside = protection.present() ? new HashSet<>(protection.protectedFields()) : Set.of();
        Set<String> outside = new HashSet<>();
        protection.referenceOuter().forEach(field -> outside.add(comparable(field)));
        return new ProtectedFields(
                shown.fields().stream()
                        .map(field -> field(field, inside.contains(field), outside))
                        .toList(),
                outer.fields().stream()
                        .filter(FieldsBuilder::isUserFacing)
                        .map(field -> new Field(field.name(), field.text(), FieldProtection.UNPROTECTED))
                        .toList(),
                from,
                replyTo(shown),
                mailboxes(shown, "To"),
                mailboxes(shown, "Cc"),
                shown.first("Subject").map(HeaderField::text).orElse(""),
                shown.first("Date").flatMap(field -> MailDate.parse(field.value())),
                shown.first("Message-ID")
                        .flatMap(field ->
                                MessageIds.parse(field.value()).stream().findFirst()),
                references(shown),
                new TamperLens(outer, protection).differences(),
                responding());
    }

    /// What only the outside says is taken for the author where a signature binds it, or where there is no
    /// inside that could say it.
    private Responding responding() {
        Set<String> names = new HashSet<>();
        protection.protectedFields().forEach(field -> names.add(field.name().toLowerCase(Locale.ROOT)));
        HeaderSection inside = new HeaderSection(protection.protectedFields(), Octets.empty());
        boolean fromInside = names.contains("from");
        boolean fromOutside = !fromInside && (signed || !encrypted || !protection.present());
        List<Mailbox> from =
                fromInside ? mailboxes(inside, "From") : fromOutside ? mailboxes(outer, "From") : List.of();
        List<Mailbox> replyTo = mailboxes(inside, "Reply-To");
        boolean bound = !encrypted || signed || !replyTo.isEmpty() || (fromInside && !from.isEmpty());
        return new Responding(from, replyTo, bound, names);
    }

    /// Whether the address in the From inside differs from the one outside (RFC 9788 §4.4.1.1).
    boolean fromMismatch() {
        if (!protection.present()
                || protection.from().isEmpty()
                || outer.first("From").isEmpty()) {
            return false;
        }
        return !addresses(protection.from().get().mailboxes()).equals(addresses(mailboxes(outer, "From")));
    }

    private boolean showsOuterFrom() {
        return fromMismatch() && !signed;
    }

    /// Protected fields first, in their order. What stands only outside follows, except for user-facing
    /// fields, which anybody could have added; the older schemes protect some fields only, so there they
    /// stay.
    private List<HeaderField> shownFields() {
        if (!protection.present()) {
            return named(outer.fields());
        }
        List<HeaderField> shown = new ArrayList<>(protection.protectedFields());
        Set<String> inside = new HashSet<>();
        shown.forEach(field -> inside.add(field.name().toLowerCase(Locale.ROOT)));
        for (HeaderField field : named(outer.fields())) {
            if (!inside.contains(field.name().toLowerCase(Locale.ROOT))
                    && (protection.inferred() || !isCovered(field))) {
                shown.add(field);
            }
        }
        return shown;
    }

    private Field field(HeaderField field, boolean inside, Set<String> outside) {
        if (showsOuterFrom() && field.is("From")) {
            String value = outer.first("From").map(HeaderField::text).orElse("");
            return new Field(field.name(), value, FieldProtection.UNPROTECTED);
        }
        return new Field(
                field.name(), field.text(), inside ? protectionOf(field, outside) : FieldProtection.UNPROTECTED);
    }

    /// Of a field inside (RFC 9788 §4.3.1).
    ///
    /// @param outside what stood outside, in comparable form
    private FieldProtection protectionOf(HeaderField field, Set<String> outside) {
        boolean hidden = kept && protection.hidesFields() && !outside.contains(comparable(field));
        if (signed) {
            return hidden ? FieldProtection.SIGNED_AND_ENCRYPTED : FieldProtection.SIGNED_ONLY;
        }
        return hidden ? FieldProtection.ENCRYPTED_ONLY : FieldProtection.UNPROTECTED;
    }

    /// Answers go to the protected addresses even where the outer From is shown (RFC 9788 §4.4.4).
    private List<Mailbox> replyTo(HeaderSection shown) {
        List<Mailbox> asked = mailboxes(shown, "Reply-To");
        return asked.isEmpty() && showsOuterFrom() ? mailboxes(shown, "From") : asked;
    }

    private static List<String> references(HeaderSection shown) {
        Optional<HeaderField> thread = shown.first("References").or(() -> shown.first("In-Reply-To"));
        return thread.map(field -> MessageIds.parse(field.value())).orElse(List.of());
    }

    private static List<Mailbox> mailboxes(HeaderSection section, String name) {
        return section.addresses(name).mailboxes();
    }

    private static List<AddrSpec> addresses(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Mailbox::address).toList();
    }

    private static List<HeaderField> named(List<HeaderField> fields) {
        return fields.stream()
                .filter(field -> !field.name().isEmpty() && !HeaderFields.isStructural(field.name()))
                .toList();
    }

    private static String comparable(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT) + ":" + field.text();
    }

    private static boolean isCovered(HeaderField field) {
        return isUserFacing(field) || THREAD.contains(field.name().toLowerCase(Locale.ROOT));
    }

    static boolean isUserFacing(HeaderField field) {
        return USER_FACING.contains(field.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "FieldsBuilder[redacted]";
    }
}
