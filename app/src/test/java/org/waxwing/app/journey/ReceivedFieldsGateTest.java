package org.waxwing.app.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Received fields of real mail, each read twice in two ways, part by part. Where the readings differ, it is
/// for a reason that stands here.
class ReceivedFieldsGateTest {
    /// @param part of the field
    /// @param reason why ours differs
    /// @param is whether this is such a difference
    private record Reason(String part, String reason, Predicate<Difference> is) {}

    private record Difference(String part, Object ours, Object plain, String text) {
        boolean holds(String words) {
            return text.contains(words);
        }

        boolean onlyOurs() {
            return plain.equals(Optional.empty());
        }
    }

    private static final List<Reason> REASONS = List.of(
            new Reason("from", "a server that knows no name leaves it out", one -> one.holds("from (")),
            new Reason("by", "the name is missing", one -> one.holds("from by ") || one.holds(" by ;")),
            new Reason("by", "the name is missing, and a comment in its place", one -> one.holds(" by (")),
            new Reason("with", "the name has several words", one -> one.holds("with Microsoft ")),
            new Reason("with", "via says it where with is missing", one -> one.onlyOurs() && one.holds("via ")),
            new Reason("with", "inside a parenthesis that doesn't end", one -> one.holds("(by jsj1wlrmd001.webex.com")),
            new Reason("with", "the server's name is missing: with stands in its place", one -> one.holds(" by with ")),
            new Reason("tls", "Microsoft says it in a sentence", one -> one.holds("over TLS secured channel")),
            new Reason("tls", "of a body that is still encoded", one -> one.holds("(version=3D")),
            new Reason("version", "of a body that is still encoded", one -> one.holds("(version=3D")),
            new Reason("version", "it names two", one -> one.holds("TLSv1/SSLv3")),
            new Reason("at", "an old form of date or zone (RFC 5322 §4.3)", Difference::onlyOurs));

    @Test
    void readsEachPartAsASecondReadingDoes() throws IOException {
        String corpora = System.getProperty("waxwing.corpora", "");
        Path file = Path.of(corpora, "received", "received.json");
        Assumptions.assumeTrue(!corpora.isEmpty() && Files.exists(file), "the corpus of Received fields is not here");
        List<Map<String, String>> cases = ReceivedGateTest.read(file);
        List<Difference> differences = new ArrayList<>();
        for (Map<String, String> one : cases) {
            differences.addAll(differences(one.getOrDefault("received", "").replaceAll("\\s+", " ")));
        }
        Map<String, Integer> explained = new TreeMap<>();
        List<Difference> unexplained = new ArrayList<>();
        for (Difference one : differences) {
            REASONS.stream()
                    .filter(reason ->
                            reason.part().equals(one.part()) && reason.is().test(one))
                    .findFirst()
                    .ifPresentOrElse(
                            reason -> explained.merge(reason.part() + ": " + reason.reason(), 1, Integer::sum),
                            () -> unexplained.add(one));
        }
        System.out.println("received: " + cases.size() + " fields of six parts, " + differences.size()
                + " parts read otherwise: " + explained);
        assertEquals(List.of(), unexplained);
        assertTrue(cases.size() >= 2500 && differences.size() * 30 < cases.size() * 6);
    }

    private static List<Difference> differences(String text) {
        ReceivedField ours = ReceivedReader.read(text);
        PlainReading plain = new PlainReading(text);
        Stop.Tls tls = TlsWords.of(ours);
        Optional<String> version = tls instanceof Stop.Tls.Stated(Optional<String> stated) ? stated : Optional.empty();
        return List.of(
                        new Difference("from", ours.from(), plain.from(), text),
                        new Difference("by", ours.by(), plain.by(), text),
                        new Difference("with", ours.protocol(), plain.with(), text),
                        new Difference("tls", tls instanceof Stop.Tls.Stated, plain.tls(), text),
                        new Difference("version", version, plain.version(), text),
                        new Difference("at", ours.at(), plain.at(), text))
                .stream()
                .filter(one -> !one.ours().equals(one.plain()))
                .toList();
    }
}
