package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Borrower;
import firesale.credit.Cohort;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Reported against economic equity and depreciation, against sums over the books. */
class EarningsMeasureTest {

    private static final String ON = "credit.measureEarnings=true";

    @Test
    void itChangesNothing() {
        RunOutcome plain = FireSale.simulate(Bound.parameters(), 3, EnumSet.allOf(Recording.class));
        RunOutcome measured = FireSale.simulate(Bound.parameters(ON), 3, EnumSet.allOf(Recording.class));
        assertThat(measured.sales()).isEqualTo(plain.sales());
        assertThat(measured.weekRows()).isEqualTo(plain.weekRows());
        assertThat(plain.earnings().equityEconomicUsd()).isNaN();
        assertThat(measured.earnings().equityEconomicUsd()).isNotNaN();
    }

    /** Week 0 and week 52, from the borrowers themselves; coins, lines and notes included. */
    @Test
    void sumsOverTheBooks() {
        FireSale run = new FireSale(Scenario.of(Bound.parameters(ON, "credit.coinLine.share=1")), 5,
                EnumSet.noneOf(Recording.class));
        run.start();
        run.schedule.step(run);
        double book6 = 0;
        double fmv = 0;
        double rest = 0;
        double btc = run.market().btcUsd();
        for (Borrower borrower : run.credit().borrowers()) {
            for (Cohort cohort : borrower.cohorts()) {
                double gpus = cohort.gpus().balance();
                book6 += gpus * cohort.costUsdPerGpu() * Math.max(0, 1 - cohort.ageYears(0) / 6);
                fmv += gpus * run.buyers().fmv().usdPerGpu(cohort.machine(), cohort.ageYears(0), 1);
            }
            rest += borrower.siteCostUsd() + borrower.coins().balance() / 1e8 * btc
                    + (borrower.line() == null ? 0 : borrower.line().pledged().balance() / 1e8 * btc)
                    + (borrower.cash().balance() - borrower.debt()) / 100.0;
        }
        EarningsMeasure earnings = run.earnings();
        assertThat(earnings.figures().equityReported6yUsd()).isCloseTo(book6 + rest, within(1.0));
        assertThat(earnings.figures().equityEconomicUsd()).isCloseTo(fmv + rest, within(1.0));
        assertThat(earnings.figures().equityReported4yUsd()).isLessThan(earnings.figures().equityReported5yUsd()).isLessThan(earnings.figures().equityReported6yUsd());
        assertThat(earnings.figures().insolventEconomic()).isGreaterThanOrEqualTo(earnings.figures().insolventReported6y());
        double[] gpus = run.credit().borrowers().stream().flatMap(b -> b.cohorts().stream()).mapToDouble(c -> c.gpus().balance()).toArray();
        while (run.week() < 52) {
            run.schedule.step(run);
        }
        double later = 0;
        double reported = 0;
        int at = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            for (Cohort cohort : borrower.cohorts()) {
                later += gpus[at] * run.buyers().fmv().usdPerGpu(cohort.machine(), cohort.ageYears(52), 1);
                reported += gpus[at++] * cohort.costUsdPerGpu() / 4 * 52 * 7 / 365.25;
            }
        }
        assertThat(earnings.figures().depreciationEconomicUsd()).isCloseTo(fmv - later, within(1.0));
        assertThat(earnings.figures().depreciationReported4yUsd()).as("no machine is older than three years").isCloseTo(reported,
                within(1.0));
    }

    /** Shorter lives depreciate faster: the share of the economic fall that is reported rises from six to four years. */
    @Test
    void shorterLivesReportMore() {
        RunOutcome outcome = FireSale.simulate(Bound.parameters(ON), 3, EnumSet.noneOf(Recording.class));
        assertThat(outcome.earnings().depreciationReported6yUsd()).isLessThan(outcome.earnings().depreciationReported5yUsd());
        assertThat(outcome.earnings().depreciationReported5yUsd()).isLessThan(outcome.earnings().depreciationReported4yUsd());
    }

    /** Machines that hosts buy in the first year do not belong to the fleets whose depreciation is measured. */
    @Test
    void purchasesDuringTheRunAreLeftOut() {
        String[] buying = {"feedbacks=[]", "credit.measureEarnings=true", "credit.draws.weekLow=1", "credit.draws.weekHigh=30"};
        RunOutcome none = FireSale.simulate(Bound.parameters(buying), 1, EnumSet.noneOf(Recording.class));
        RunOutcome all = FireSale.simulate(Bound.parameters(buying, "credit.draws.share=1"), 1, EnumSet.noneOf(Recording.class));
        assertThat(all.credit().counts().loansDrawnUsd()).isPositive();
        assertThat(all.earnings()).isEqualTo(none.earnings());
    }
}
