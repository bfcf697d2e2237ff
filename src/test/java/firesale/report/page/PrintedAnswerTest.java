package firesale.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrintedAnswerTest {

    private static final String SWEEP = """
            two
            Which is better?
            2 points, 10 replications, seed -3

            calm: It sells at 30 %
            of FMV.
            squeeze: It sells at 10 %: less.

            price_discount *    mean   95 % interval   n  difference
            calm              30.0 %  20.0 to 40.0 %  10    baseline
            squeeze           10.0 %   5.0 to 15.0 %   9    -20.0 pp

            age, regime
            ages          advance
            0-1 a, calm   25.4 %   few
            all, all       1.2 %

            Intervals over runs: Student's t for means.
            n counts runs with a value.
            """;

    @Test
    void headAnswerTablesAndNotesAreToldApart() {
        PrintedAnswer answer = PrintedAnswer.of(SWEEP);
        assertThat(answer.name()).isEqualTo("two");
        assertThat(answer.question()).isEqualTo("Which is better?");
        assertThat(answer.plan()).isEqualTo("2 points, 10 replications, seed -3");
        assertThat(answer.paragraphs(Set.of("calm", "squeeze"))).containsExactly("calm: It sells at 30 % of FMV.",
                "squeeze: It sells at 10 %: less.");
        assertThat(answer.remarks()).containsExactly("Intervals over runs: Student's t for means. n counts runs with a value.");
        assertThat(answer.firstWords()).contains("price_discount").doesNotContain("It");
    }

    @Test
    void tablesAreCutWhereAllLinesHaveAGap() {
        List<PrintedTable> tables = PrintedAnswer.of(SWEEP).tables();
        assertThat(tables).hasSize(2);
        assertThat(tables.get(0).heads()).containsExactly("price_discount *", "mean", "95 % interval", "n", "difference");
        assertThat(tables.get(0).rows().get(1)).containsExactly("squeeze", "10.0 %", "5.0 to 15.0 %", "9", "-20.0 pp");
        assertThat(tables.get(1).title()).isEqualTo("age, regime");
        assertThat(tables.get(1).rows().get(0)).containsExactly("0-1 a, calm", "25.4 %", "few");
        assertThat(tables.get(1).isNumeric(1)).isTrue();
        assertThat(tables.get(1).isNumeric(2)).isFalse();
    }

    @Test
    void aNameAloneIsEnough() {
        PrintedAnswer answer = PrintedAnswer.of("alone\n");
        assertThat(answer.name()).isEqualTo("alone");
        assertThat(answer.question()).isEmpty();
        assertThat(answer.plan()).isEmpty();
        assertThat(answer.words()).isEmpty();
    }
}
