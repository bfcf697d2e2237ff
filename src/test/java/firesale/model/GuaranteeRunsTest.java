package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Borrower;
import firesale.credit.Cohort;
import firesale.credit.SeizedFleet;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.Payer;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A guarantee in whole runs: who bears what, what it costs, and what lenders make of it. */
class GuaranteeRunsTest {

    private static FireSale run(long seed, String... settings) {
        return FireSale.complete(Scenario.of(Bound.parameters(settings)), seed, EnumSet.noneOf(Recording.class));
    }

    private static double taxpayer(FireSale run) {
        return run.credit().lossesByPayerUsd().get(Payer.TAXPAYER.ordinal());
    }

    /**
     * Two fleets of old machines are scrapped: of what each lender loses 0.4 is the taxpayer's, to the cent, and payers sum to
     * all losses.
     */
    @Test
    void theTaxpayerBearsItsShareToTheCent() {
        String[] base = {"credit.borrowers.count=0", "time.weeks=3", "time.runOffWeeks=2", "market.squeeze.startWeek=none",
            "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=800",
            "credit.seizures.a.ageYears=6.9", "credit.seizures.a.loanUsdPerGpu=15000.37"};
        FireSale none = run(1, base);
        long lost = none.credit().lenderSystem().losses();
        assertThat(lost).isEqualTo(Math.round(800 * 15_000.37 * 100) - 800 * 500 * 100);
        String[] with = List.of(base).toArray(new String[base.length + 1]);
        with[base.length] = "policy.guarantee.share=0.4";
        FireSale run = run(1, with);
        long paid = Math.round(0.4 * lost);
        assertThat(run.credit().lenderSystem().losses()).isEqualTo(lost - paid);
        assertThat(taxpayer(run)).isEqualTo(paid / 100.0);
        assertThat(run.outside().authority().balance()).isEqualTo(-paid);
        assertThat(run.credit().lossesByPayerUsd().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(run.credit().lossesUsd(), within(0.001));
        assertThat(run.credit().lossesUsd()).isCloseTo(none.credit().lossesUsd(), within(0.001));
        assertThat(run.outcome().recovery()).as("of the machines and the estate").isEqualTo(none.outcome().recovery());
        assertThat(run.outcome().policy().guaranteePaidUsd()).isEqualTo(paid / 100.0);
    }

    /**
     * Whatever is booked and recovered on the way, in the end each fleet's loss is shared as agreed; within a cent a fleet of
     * rounding.
     */
    @Test
    void lossesAreSharedInWholeRuns() {
        int looked = 0;
        for (long seed = 0; seed < 12; seed++) {
            FireSale run = run(seed, "policy.guarantee.share=0.3",
                    seed % 2 == 0 ? "auction.creditBidShare=0" : "auction.creditBidShare=0.6");
            long due = 0;
            for (SeizedFleet fleet : run.credit().fleets()) {
                due += Math.round(0.3 * Math.max(0, fleet.lossBooked()));
                looked += fleet.lossBooked() > 0 ? 1 : 0;
            }
            int fleets = run.credit().fleets().size();
            assertThat(Math.round(100 * taxpayer(run))).isBetween(due - fleets, due + fleets);
        }
        assertThat(looked).isGreaterThan(50);
    }

    @Test
    void theBudgetIsNotExceeded() {
        int ended = 0;
        for (long seed = 0; seed < 10; seed++) {
            double paid = taxpayer(run(seed, "policy.guarantee.share=0.8", "policy.guarantee.budgetUsd=20e6"));
            assertThat(paid).isBetween(0.0, 20e6);
            ended += paid == 20e6 ? 1 : 0;
        }
        assertThat(ended).isGreaterThan(3);
    }

    /**
     * Each week each lender pays a fifty-second or so of 1 % of half of what each performing loan still owes; not in the run-off,
     * in which no loan is served.
     */
    @Test
    void theFeeIsOnPerformingLoans() {
        FireSale run = new FireSale(Scenario.of(Bound.parameters("policy.guarantee.share=0.5", "policy.guarantee.feePerYear=0.01",
                "time.weeks=60")), 3, EnumSet.noneOf(Recording.class));
        run.start();
        long due = 0;
        int defaulted = 0;
        int runOff = 0;
        while (run.schedule.step(run)) {
            if (run.week() >= 60) {
                runOff++;
                continue;
            }
            for (Borrower borrower : run.credit().borrowers()) {
                defaulted += borrower.defaulted() ? 1 : 0;
                for (Cohort cohort : borrower.cohorts()) {
                    due += borrower.defaulted() ? 0
                            : Cents.of(0.5 * 0.01 * Cents.toUsd(cohort.loan().balance()) / Hours.WEEKS_PER_YEAR);
                }
            }
        }
        assertThat(defaulted).isPositive();
        assertThat(runOff).isPositive();
        assertThat(run.outcome().policy().guaranteeFeesUsd()).isEqualTo(Cents.toUsd(due)).isPositive();
        assertThat(run.outside().authority().balance()).isEqualTo(due - Math.round(100 * taxpayer(run)));
    }

    /** In force in a squeeze only, or after losses only: it bears less than always, and no fee is due in calm. */
    @Test
    void triggers() {
        double always = 0;
        double squeeze = 0;
        double losses = 0;
        double never = 0;
        for (long seed = 0; seed < 10; seed++) {
            always += taxpayer(run(seed, "policy.guarantee.share=0.5"));
            squeeze += taxpayer(run(seed, "policy.guarantee.share=0.5", "policy.guarantee.trigger=squeeze"));
            losses += taxpayer(run(seed, "policy.guarantee.share=0.5", "policy.guarantee.trigger=losses",
                    "policy.guarantee.lossShare=0.02"));
            never += taxpayer(run(seed, "policy.guarantee.share=0.5", "policy.guarantee.trigger=losses",
                    "policy.guarantee.lossShare=1"));
            FireSale calm = run(seed, "policy.guarantee.share=0.5", "policy.guarantee.trigger=squeeze",
                    "policy.guarantee.feePerYear=0.1",
                    "market.squeeze.startWeek=none", "market.squeeze.hazardPerYear=0");
            assertThat(calm.outside().authority().balance()).isZero();
        }
        assertThat(never).isZero();
        assertThat(squeeze).isPositive().isLessThan(always);
        assertThat(losses).isPositive().isLessThan(always);
    }

    /**
     * Capital that a guarantee saves is there to lend and to wait: lenders have lost less, and no more of them are forced to
     * sell.
     */
    @Test
    void lendersKeepTheirCapital() {
        for (long seed = 0; seed < 6; seed++) {
            FireSale without = run(seed, "feedbacks=[]");
            FireSale with = run(seed, "feedbacks=[]", "policy.guarantee.share=0.9");
            assertThat(with.outcome().lendersForcedToSell()).isLessThanOrEqualTo(without.outcome().lendersForcedToSell());
            for (int i = 0; i < with.credit().lenders().size(); i++) {
                Lender saved = with.credit().lenders().get(i);
                assertThat(saved.losses()).isLessThanOrEqualTo(Math.max(0, without.credit().lenders().get(i).losses()));
            }
        }
    }

    /**
     * Believed and announced, it makes every host borrow more, by the factor or up to the cap; hosts, machines and lenders are
     * the same.
     */
    @Test
    void believersLendMore() {
        String[] backstop = {"policy.guarantee.share=0.1", "policy.announced=true", "policy.origination.responds=true"};
        FireSale without = new FireSale(Scenario.of(Bound.parameters("credit.loan.sizingDscr=0.1")), 4,
                EnumSet.noneOf(Recording.class));
        FireSale with = new FireSale(Scenario.of(Bound.parameters(backstop, "credit.loan.sizingDscr=0.1")), 4,
                EnumSet.noneOf(Recording.class));
        without.start();
        with.start();
        double factor = with.backstop().leverage().factor();
        assertThat(factor).isBetween(1.05, 1.3);
        int capped = 0;
        for (int i = 0; i < with.credit().borrowers().size(); i++) {
            for (int k = 0; k < with.credit().borrowers().get(i).cohorts().size(); k++) {
                Cohort here = with.credit().borrowers().get(i).cohorts().get(k);
                Cohort there = without.credit().borrowers().get(i).cohorts().get(k);
                assertThat(here.gpus().balance()).isEqualTo(there.gpus().balance());
                assertThat(here.loan().lender().id()).isEqualTo(there.loan().lender().id());
                double most = 0.95 * here.costUsdPerGpu() * here.gpus().balance();
                assertThat(here.loan().originalUsd()).isCloseTo(Math.min(most, factor * there.loan().originalUsd()),
                        within(0.01));
                capped += here.loan().originalUsd() > 0.9999 * most ? 1 : 0;
            }
        }
        assertThat(capped).isPositive();
        PolicyFigures figures = with.outcome().policy();
        assertThat(figures.ltvFactor()).isEqualTo(factor);
        assertThat(figures.opening().principalUsd() / figures.opening().machineCostUsd()).isBetween(0.8, 0.95);
        assertThat(figures.opening().loansUsd()).isLessThan(figures.opening().principalUsd());
    }

    /** Announced to lenders who do not respond, or kept quiet, it lends nobody more. */
    @Test
    void withoutResponseOriginationIsFixed() {
        double loans = run(2).outcome().policy().opening().loansUsd();
        for (String setting : List.of("policy.announced=true", "policy.origination.responds=true")) {
            PolicyFigures figures = run(2, "policy.guarantee.share=0.5", setting).outcome().policy();
            assertThat(figures.ltvFactor()).isEqualTo(1);
            assertThat(figures.opening().loansUsd()).isEqualTo(loans);
        }
    }

    /**
     * The warehouse makes lenders whole itself: no guarantee and no floor serves there, and its borrowers are those of the run.
     */
    @Test
    void theWarehouseTwinHasNoBackstop() {
        ModelParameters p = Bound.parameters("policy.guarantee.share=0.3", "policy.guarantee.feePerYear=0.01",
                "policy.announced=true",
                "policy.origination.responds=true", "policy.standby.budgetUsd=1e9", "twins=true");
        FireSale run = FireSale.complete(Scenario.of(p), 2, EnumSet.noneOf(Recording.class));
        FireSale warehouse = FireSale.complete(Scenario.of(p).withWarehouse(), 2, EnumSet.noneOf(Recording.class));
        assertThat(warehouse.outside().authority().balance()).isZero();
        assertThat(warehouse.backstop().floors()).isEmpty();
        assertThat(warehouse.credit().openingBook()).isEqualTo(run.credit().openingBook());
        assertThat(run.twins().defaultsInitial()).isPositive();
        assertThat(taxpayer(run)).isPositive();
        assertThat(run.outcome().policy().lenderLossesBeforeUsd()).isCloseTo(run.outcome().lenderLossesUsd() + taxpayer(run),
                within(0.01));
    }
}
