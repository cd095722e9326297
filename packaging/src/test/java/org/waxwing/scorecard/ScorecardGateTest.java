package org.waxwing.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.scorecard.Scorecard.Line;
import org.waxwing.scorecard.Scorecard.Score;

/// Every published attack is tested, or a written reason says why not; none succeeds.
class ScorecardGateTest {
    private final Scorecard scorecard =
            Scorecard.of(Path.of(System.getProperty("waxwing.root")).toAbsolutePath());

    @Test
    void printsTheTable() {
        System.out.print(scorecard.report());
        assertEquals(64, scorecard.lines().size());
    }

    @Test
    void everyAttackHasATestOrAReason() {
        assertEquals(List.of(), with(Score.UNCOVERED));
    }

    @Test
    void noAttackSucceeds() {
        assertEquals(List.of(), with(Score.FAILED));
    }

    private List<String> with(Score score) {
        return scorecard.lines().stream()
                .filter(line -> line.score() == score)
                .map(Line::toString)
                .toList();
    }
}
