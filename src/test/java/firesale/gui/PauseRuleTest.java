package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedRuns;
import firesale.model.Event;
import firesale.model.FireSale;
import firesale.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where play pauses by itself. */
class PauseRuleTest {

    private final FireSale run = begun();

    private static FireSale begun() {
        PlannedRuns runs = new PlannedRuns(ExperimentFile.shipped("baseline"));
        FireSale run = FireSale.watched(Scenario.of(runs.points().get(0).parameters()), runs.seed(0));
        run.start();
        return run;
    }

    /** The weeks in which a rule hits, in a whole run. */
    private List<Integer> hits(PauseRule rule, List<String> texts) {
        List<Integer> weeks = new ArrayList<>();
        while (run.schedule.step(run)) {
            Optional<String> hit = rule.hit(run);
            hit.ifPresent(text -> {
                weeks.add(run.week());
                texts.add(text);
            });
        }
        return weeks;
    }

    private List<Integer> weeksOf(String event) {
        return run.watch().events().stream().filter(each -> each.event().equals(event)).map(Event::week).distinct().toList();
    }

    @Test
    void atTheBeginningOfASqueeze() {
        List<String> texts = new ArrayList<>();
        assertThat(hits(new PauseRule.NextSqueeze(), texts)).containsExactly(26);
        assertThat(texts).containsExactly("Paused: the funding squeeze begins in week 26.");
        assertThat(weeksOf("regime_change")).hasSizeGreaterThan(1);
    }

    @Test
    void atEachWeekWithADefault() {
        List<String> texts = new ArrayList<>();
        assertThat(hits(new PauseRule.NextDefault(), texts)).isNotEmpty().isEqualTo(weeksOf("default"));
        assertThat(texts.get(0)).matches("Paused: [0-9]+ defaults? in week [0-9]+\\.");
    }

    @Test
    void atEachWeekWithASale() {
        List<String> texts = new ArrayList<>();
        assertThat(hits(new PauseRule.NextSale(), texts)).isNotEmpty().isEqualTo(weeksOf("sale"));
        assertThat(texts.get(0)).matches("Paused: [0-9,]+ seized GPUs were sold in week [0-9]+\\.");
    }

    @Test
    void atAWeekOrAtOnceIfItIsOver() {
        PauseRule rule = new PauseRule.AtWeek(3);
        for (int week = 0; week < 6; week++) {
            run.schedule.step(run);
            assertThat(run.week()).isEqualTo(week);
            assertThat(rule.hit(run).isPresent()).isEqualTo(week >= 3);
        }
    }
}
