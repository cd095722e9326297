package org.waxwing.crypto.dkim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waxwing.crypto.mime.Octets;

/// A DNS made of lines "name text", as the corpora have it; names that aren't there don't exist.
final class DnsFixture {
    private final Map<String, String> texts = new HashMap<>();

    /// Lines that begin with `#`, or say that a look-up fails, hold no key.
    DnsFixture with(Octets lines) {
        lines.latin1()
                .lines()
                .filter(line -> line.contains(" p=") || line.contains(";p="))
                .forEach(line -> put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' '))));
        return this;
    }

    DnsFixture with(String name, String text) {
        put(name, text);
        return this;
    }

    private void put(String name, String text) {
        texts.put(name.toLowerCase(Locale.ROOT), text.strip());
    }

    List<String> texts(String name) {
        return texts.containsKey(name.toLowerCase(Locale.ROOT))
                ? List.of(texts.get(name.toLowerCase(Locale.ROOT)))
                : List.of();
    }

    Map<DkimQuestion, DkimAnswer> answers(List<DkimQuestion> questions) {
        Map<DkimQuestion, DkimAnswer> answers = new HashMap<>();
        questions.forEach(question -> answers.put(question, new DkimAnswer.Texts(texts(question.name()))));
        return answers;
    }
}
