package org.waxwing.app.compose;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.MessageIds;
import org.waxwing.crypto.mime.PlainText;

/// What a `mailto:` link asks for (RFC 6068), taken as a stranger's wish: it begins a letter that a person
/// sees before anything is sent. Six fields count. There is none that names a file, and the text is inert:
/// nothing in it is opened or decrypted.
///
/// @param inReplyTo with angle brackets
public record MailtoLink(
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        String subject,
        String body,
        Optional<String> inReplyTo) {
    private static final String SCHEME = "mailto:";
    private static final int MOST_CHARACTERS = 65_536;
    private static final int MOST_FIELDS = 100;
    private static final int MOST_PEOPLE = 50;
    private static final int LONGEST_SUBJECT = 900;
    private static final int LONGEST_BODY = 20_000;

    private enum Field {
        TO,
        CC,
        BCC,
        SUBJECT,
        BODY,
        IN_REPLY_TO
    }

    public MailtoLink {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    /// Whether this is such a link, readable or not.
    public static boolean is(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /// The link, or nothing where it is none, is broken, or asks for more than a letter that a person began
    /// would hold: 65,536 characters, 100 fields, 50 people in a field.
    public static Optional<MailtoLink> parse(String link) {
        if (!is(link) || link.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String asked = beforeFragment(link.substring(SCHEME.length()));
        int question = asked.indexOf('?');
        Map<Field, String> values = new EnumMap<>(Field.class);
        boolean sound = put(values, Field.TO, question < 0 ? asked : asked.substring(0, question));
        String[] fields =
                question < 0 ? new String[0] : asked.substring(question + 1).split("&", -1);
        for (String field : fields) {
            int equals = field.indexOf('=');
            Optional<Field> name = equals < 0 ? Optional.empty() : named(field.substring(0, equals));
            sound &= name.isEmpty() || put(values, name.get(), field.substring(equals + 1));
        }
        return sound && fields.length <= MOST_FIELDS ? made(values) : Optional.empty();
    }

    /// The letter that it begins.
    public Draft draft(AccountId account) {
        return new Draft(
                account,
                to,
                cc,
                bcc,
                subject,
                body,
                List.of(),
                new Answered(inReplyTo, inReplyTo.stream().toList(), false));
    }

    private static Optional<MailtoLink> made(Map<Field, String> values) {
        List<Optional<List<Mailbox>>> people = List.of(
                people(values.getOrDefault(Field.TO, "")),
                people(values.getOrDefault(Field.CC, "")),
                people(values.getOrDefault(Field.BCC, "")));
        if (people.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new MailtoLink(
                people.get(0).orElseThrow(),
                people.get(1).orElseThrow(),
                people.get(2).orElseThrow(),
                bounded(PlainText.oneLine(values.getOrDefault(Field.SUBJECT, "")), LONGEST_SUBJECT),
                bounded(PlainText.page(values.getOrDefault(Field.BODY, "")), LONGEST_BODY),
                MessageIds.parse(values.getOrDefault(Field.IN_REPLY_TO, "")).stream()
                        .findFirst()));
    }

    /// Fields of one name are joined, as RFC 6068 §2 has it for `to`.
    private static boolean put(Map<Field, String> values, Field field, String encoded) {
        Optional<String> value = PercentEncoded.decode(encoded);
        value.filter(text -> !text.isEmpty())
                .ifPresent(text -> values.merge(field, text, (known, next) -> switch (field) {
                    case TO, CC, BCC -> known + ", " + next;
                    case SUBJECT, BODY, IN_REPLY_TO -> known;
                }));
        return value.isPresent();
    }

    private static Optional<Field> named(String encoded) {
        return PercentEncoded.decode(encoded).flatMap(name -> switch (name.toLowerCase(Locale.ROOT)) {
            case "to" -> Optional.of(Field.TO);
            case "cc" -> Optional.of(Field.CC);
            case "bcc" -> Optional.of(Field.BCC);
            case "subject" -> Optional.of(Field.SUBJECT);
            case "body" -> Optional.of(Field.BODY);
            case "in-reply-to" -> Optional.of(Field.IN_REPLY_TO);
            default -> Optional.empty();
        });
    }

    private static Optional<List<Mailbox>> people(String value) {
        if (value.isBlank()) {
            return Optional.of(List.of());
        }
        AddressList list = AddressList.parse(PlainText.oneLine(value));
        boolean fits = list.sound() && list.mailboxes().size() <= MOST_PEOPLE;
        // The name is the link's choice, and could be another's address.
        return fits
                ? Optional.of(list.mailboxes().stream()
                        .map(person -> new Mailbox("", person.address()))
                        .toList())
                : Optional.empty();
    }

    private static String beforeFragment(String link) {
        int fragment = link.indexOf('#');
        return fragment < 0 ? link : link.substring(0, fragment);
    }

    private static String bounded(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    @Override
    public String toString() {
        return "MailtoLink[redacted]";
    }
}
