package org.waxwing.crypto.mime;

/// Any bytes can be read as a header section, each field as every kind of field. What comes out of one is
/// one line without controls, and what is written of it reads the same.
public final class HeaderFuzz {
    private HeaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (HeaderField field : HeaderReader.fields(Octets.of(input))) {
            String value = field.value();
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new AssertionError("a line end in a value");
            }
            oneLine(field.text());
            addresses(value);
            parameters(value);
            var _ = MailDate.parse(value);
            var _ = MessageIds.parse(value);
            var _ = TransferEncoding.named(value);
            written(field.text());
        }
    }

    private static void addresses(String value) {
        for (Mailbox mailbox : AddressList.parse(value).mailboxes()) {
            oneLine(mailbox.displayName());
            oneLine(mailbox.address().text());
            AddressList again = AddressList.parse(unfolded(AddressList.format(mailbox)));
            if (!again.sound()
                    || again.mailboxes().size() != 1
                    || !again.mailboxes().getFirst().address().equals(mailbox.address())) {
                throw new AssertionError("an address that is written reads as another");
            }
        }
    }

    private static void parameters(String value) {
        ContentType.parse(value).ifPresent(type -> {
            ascii(type.format());
            type.parameter("name").ifPresent(name -> safe(FileNames.safe(name, "part")));
        });
        ContentDisposition.parse(value).fileName().ifPresent(name -> safe(FileNames.safe(name, "part")));
    }

    /// The name of a file that can do no harm in a folder.
    static void safe(String name) {
        oneLine(name);
        if (name.isEmpty() || name.startsWith(".") || name.length() > 128 || name.matches(".*[/\\\\:*?\"<>|].*")) {
            throw new AssertionError("an unsafe name");
        }
        if (!FileNames.safe(name, "part").equals(name)) {
            throw new AssertionError("a safe name isn't safe");
        }
    }

    private static void written(String text) {
        String encoded = EncodedWords.encode(text);
        ascii(encoded);
        if (!PlainText.oneLine(EncodedWords.decode(unfolded(encoded))).equals(text)) {
            throw new AssertionError("a text that is written reads as another");
        }
    }

    private static void ascii(String field) {
        String unfolded = unfolded(field);
        if (!unfolded.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
            throw new AssertionError("a field beyond ASCII");
        }
    }

    private static String unfolded(String field) {
        return field.replace("\r\n ", " ");
    }

    private static void oneLine(String text) {
        if (text.chars().anyMatch(Character::isISOControl) || text.codePoints().anyMatch(PlainText::turnsDirection)) {
            throw new AssertionError("a control");
        }
    }
}
