package org.waxwing.scorecard;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The published attacks, each with how the tests against it ended. As a program it prints the report.
record Scorecard(List<Line> lines) {
    /// What may be said of one attack.
    enum Score {
        /// Every test against it passed, and nothing is left to say.
        PASSED,
        /// The tests passed or were skipped, and a written reason says what is missing.
        PARTIAL,
        /// No test, but a written reason.
        REASONED,
        /// Its tests have not run.
        NOT_RUN,
        FAILED,
        /// Neither test nor reason.
        UNCOVERED
    }

    /// @param tests those marked, with their ends
    record Line(AttackCase attack, Score score, List<String> tests) {}

    static Scorecard of(Path root) {
        Map<Integer, List<String>> marks = Marks.in(root);
        Results results = Results.in(root);
        return new Scorecard(AttackCase.all().stream()
                .map(attack -> line(attack, marks.getOrDefault(attack.number(), List.of()), results))
                .toList());
    }

    private static Line line(AttackCase attack, List<String> tests, Results results) {
        List<String> ends = tests.stream()
                .map(test ->
                        results.of(test).toString().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + test)
                .toList();
        Optional<Results.Result> worst = tests.stream().map(results::of).max(Results.Result::compareTo);
        Score score = worst.map(result -> switch (result) {
                    case PASSED -> attack.reason().isPresent() ? Score.PARTIAL : Score.PASSED;
                    case SKIPPED -> Score.PARTIAL;
                    case NOT_RUN -> Score.NOT_RUN;
                    case FAILED -> Score.FAILED;
                })
                .orElse(attack.reason().isPresent() ? Score.REASONED : Score.UNCOVERED);
        return new Line(attack, score, ends);
    }

    /// A line for each group, then one for each attack with what there is to say.
    String report() {
        StringBuilder report = new StringBuilder();
        lines.stream()
                .collect(Collectors.groupingBy(line -> line.attack().group()))
                .forEach((group, members) -> report.append("attacks, group ")
                        .append(group)
                        .append(": ")
                        .append(counts(members))
                        .append('\n'));
        for (Line line : lines) {
            report.append(String.format(
                    Locale.ROOT,
                    "%s%02d %-9s %s%n",
                    line.attack().group(),
                    line.attack().number(),
                    words(line.score()),
                    line.attack().title()));
            line.attack()
                    .reason()
                    .ifPresent(reason -> report.append("      ").append(reason).append('\n'));
            line.tests().stream()
                    .filter(test -> !test.startsWith("passed"))
                    .forEach(test -> report.append("      ").append(test).append('\n'));
        }
        return report.toString();
    }

    private static String counts(List<Line> members) {
        return members.stream()
                .collect(Collectors.groupingBy(Line::score, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + words(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String words(Score score) {
        return score.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// @param arguments the root of the sources
    public static void main(String[] arguments) {
        System.out.print(of(Path.of(arguments[0])).report());
    }
}
