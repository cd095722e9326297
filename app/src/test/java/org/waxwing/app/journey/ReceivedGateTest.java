package org.waxwing.app.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Received fields of real mail, with the protocol that a search for the first "with" finds in them.
class ReceivedGateTest {
    /// Words that such a search takes out of comments, as in "(using TLSv1.2 with cipher ...)", or that
    /// follow a "with" which names no protocol: here no clause or another one is read.
    private static final Set<String> NO_PROTOCOL =
            Set.of("cipher", "xxxx", "xxxxx", "id", "smtp.notes.na.collabserv.com");

    @Test
    void readsTheFieldsOfRealMail() throws IOException {
        String corpora = System.getProperty("waxwing.corpora", "");
        Path file = Path.of(corpora, "received", "received.json");
        Assumptions.assumeTrue(!corpora.isEmpty() && Files.exists(file), "the corpus of Received fields is not here");
        List<Map<String, String>> cases = read(file);
        int agreeing = 0;
        int dated = 0;
        int tls = 0;
        List<String> others = new ArrayList<>();
        for (Map<String, String> one : cases) {
            ReceivedField field = ReceivedReader.read(one.getOrDefault("received", ""));
            dated += field.at().isPresent() ? 1 : 0;
            tls += TlsWords.of(field) instanceof Stop.Tls.Stated ? 1 : 0;
            String claimed = one.getOrDefault("with", "").toLowerCase(Locale.ROOT);
            String found = field.protocol().orElse("").toLowerCase(Locale.ROOT);
            if (claimed.isEmpty() || NO_PROTOCOL.contains(claimed) || found.split(" ", 2)[0].equals(claimed)) {
                agreeing++;
            } else {
                others.add(claimed + " / " + found);
            }
        }
        System.out.println("received: " + agreeing + "/" + cases.size() + " protocols, " + dated + " dated, " + tls
                + " state TLS; others: " + others);
        assertTrue(cases.size() >= 2500 && agreeing >= cases.size() - 20 && dated >= cases.size() * 95 / 100);
    }

    static List<Map<String, String>> read(Path file) throws IOException {
        List<Map<String, String>> cases = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
            Map<String, String> one = new LinkedHashMap<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    one = new LinkedHashMap<>();
                } else if (token == JsonToken.VALUE_STRING) {
                    one.put(json.currentName(), json.getString());
                } else if (token == JsonToken.END_OBJECT) {
                    cases.add(one);
                }
            }
        }
        return cases;
    }
}
