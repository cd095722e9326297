package org.waxwing.crypto.mime.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;

/// The mails among the files of the corpora, mailboxes cut into their letters.
final class MailCorpora {
    private static final Set<String> FIELDS =
            Set.of("from", "to", "subject", "received", "date", "content-type", "message-id", "return-path");
    private static final int SEPARATOR = 5;

    private MailCorpora() {}

    /// @param name of the file below the folder, with the number of the letter in a mailbox
    record Mail(String name, Octets bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Mail> all() {
        Path folder = Corpora.path("..").resolve("mail").normalize();
        List<Mail> mails = new ArrayList<>();
        for (Path file : Corpora.files("../mail")) {
            String name = folder.relativize(file.normalize()).toString();
            if (name.endsWith("-summary.txt")) {
                continue; // Tells of mails, and begins its paragraphs like them.
            }
            List<Octets> letters = letters(Corpora.file(file));
            for (int i = 0; i < letters.size(); i++) {
                if (isMail(letters.get(i))) {
                    mails.add(new Mail(letters.size() == 1 ? name : name + "#" + i, letters.get(i)));
                }
            }
        }
        return mails;
    }

    private static boolean isMail(Octets bytes) {
        return MimeParser.header(bytes).stream()
                .flatMap(header -> header.fields().stream())
                .map(HeaderField::name)
                .anyMatch(name -> FIELDS.contains(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /// The letters of a mailbox (RFC 4155), each without its separator; anything else as it is.
    static List<Octets> letters(Octets file) {
        if (!startsLetter(file, 0)) {
            return List.of(file);
        }
        List<Octets> letters = new ArrayList<>();
        int start = 0;
        int line = 0;
        while (line >= 0) {
            int next = file.indexOf('\n', line) + 1;
            boolean last = next <= 0 || next >= file.length();
            boolean blank = line < next && next - line <= 2 && file.at(next - 1) == '\n' && file.at(line) < ' ';
            if (last || (blank && startsLetter(file, next))) {
                letters.add(withoutSeparator(file.slice(start, last ? file.length() : next)));
                start = next;
            }
            line = last ? -1 : next;
        }
        return letters;
    }

    private static Octets withoutSeparator(Octets letter) {
        int end = letter.indexOf('\n', 0);
        return end < 0 ? letter : letter.slice(end + 1, letter.length());
    }

    private static boolean startsLetter(Octets file, int at) {
        return at + SEPARATOR <= file.length()
                && file.slice(at, at + SEPARATOR).latin1().equals("From ");
    }
}
