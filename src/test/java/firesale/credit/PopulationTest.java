package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.lenders.Lender;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import firesale.policy.Backstop;
import firesale.world.Feedback;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static Credit credit(long seed, String... settings) {
        ModelParameters p = Bound.parameters(settings);
        Streams streams = new Streams(seed);
        OutsideWorld outside = new OutsideWorld();
        List<Custody> custody = new ArrayList<>();
        for (MachineType machine : p.hardware().machines()) {
            custody.add(new Custody(machine));
        }
        Credit credit = new Credit(p.credit(), Book.DRAWN, p.hardware(), outside, custody, streams,
                new Market(p.market(), EnumSet.noneOf(Feedback.class), streams, 300), EnumSet.noneOf(Feedback.class), null,
                Chronicle.NONE, new Backstop(p.policy(), 0, outside, custody, null, false));
        outside.audit();
        custody.forEach(Custody::audit);
        return credit;
    }

    /**
     * A new cohort at spot, sized by cover alone: revenue falls or not, overhead is a share of revenue and falls with it, running
     * cost stays. Principal = [(1 - overhead) A a(r + delta) - c a(r)] / DSCR with annuities a over the tenor of four years.
     */
    @ParameterizedTest
    @ValueSource(strings = {"flat-rent", "falling-rent"})
    void loansAreSizedOnTheUnderwrittenCashFlow(String underwriting) {
        Credit credit = credit(1, "credit.borrowers.oldestAgeYears=0", "credit.borrowers.contractShareLow=0",
                "credit.borrowers.contractShareHigh=0",
                "credit.borrowers.spotUtilisationLow=0.6", "credit.borrowers.spotUtilisationHigh=0.6", "credit.loan.ltvLow=1.5",
                "credit.loan.ltvHigh=1.5",
                "credit.loan.tenorYearsLow=4", "credit.loan.tenorYearsHigh=4", "credit.loan.underwriting=" + underwriting);
        double delta = underwriting.equals("flat-rent") ? 0 : -Math.log(0.8);
        double rate = 0.036 + 0.055;
        int looked = 0;
        for (Borrower borrower : credit.borrowers()) {
            for (Cohort cohort : borrower.cohorts()) {
                MachineType machine = cohort.machine();
                double revenue = 8766 * 1.92 * machine.rentRelativeToH100() * 0.6;
                double cost = machine.kwPerGpu() * (1.35 * 8766 * 0.05 + 1100) + machine.maintenanceUsdPerYear();
                double expected = (0.8 * revenue * (1 - Math.exp(-(rate + delta) * 4)) / (rate + delta) - cost
                        * (1 - Math.exp(-rate * 4)) / rate) / 1.25;
                expected = Math.max(0, Math.min(1.5 * machine.newPriceUsd(), expected));
                assertThat(cohort.loan().balance() / 100.0 / cohort.gpus().balance()).isCloseTo(expected,
                        within(1e-6 * expected + 0.01));
                looked += expected > 0 ? 1 : 0;
            }
        }
        assertThat(looked).isGreaterThan(40);
    }

    @Test
    void fleetsAreWholeNodesAndDebtsAreHeldByLenders() {
        Credit credit = credit(2);
        long held = credit.lenders().stream().mapToLong(Lender::loansAtStart).sum();
        assertThat(held).isEqualTo(credit.borrowers().stream().mapToLong(Borrower::loanBalance).sum()).isPositive();
        for (Borrower borrower : credit.borrowers()) {
            for (Cohort cohort : borrower.cohorts()) {
                assertThat(cohort.gpus().balance() % cohort.machine().gpusPerNode()).isZero();
                assertThat(cohort.gpus().balance()).isPositive();
                assertThat(cohort.ageYears(0)).isBetween(0.0, 2.0);
            }
        }
    }

    /** Lenders by weight, shared among their kind; the standard error of a share is sqrt(p (1 - p) / n). */
    @Test
    void lendersArePickedByWeight() {
        List<Lender> lenders = credit(3).lenders();
        int n = 200_000;
        double[] counts = new double[lenders.size()];
        for (int i = 0; i < n; i++) {
            counts[Population.pick(lenders, (i + 0.5) / n).id()]++;
        }
        for (Lender lender : lenders) {
            assertThat(counts[lender.id()] / n).isCloseTo(lender.type().weight() / lender.type().count(), within(2.0 / n));
        }
    }

    /** Median and spread of fleets: standard error of the median of logs 1.2533 sigma / sqrt(n). */
    @Test
    void fleetsAreLogNormal() {
        double[] logs = IntStream.range(0, 60).mapToObj(seed -> credit(seed,
                "credit.borrowers.gpusMax=1e8")).flatMap(c -> c.borrowers().stream())
                .mapToDouble(borrower -> Math.log(borrower.gpus())).sorted().toArray();
        assertThat(logs.length).isEqualTo(2400);
        assertThat(logs[1200]).isCloseTo(Math.log(4000), within(4 * 1.2533 * 1.2 / Math.sqrt(logs.length)));
    }

    @Test
    void wholeNodesRound() {
        MachineType machine = Bound.parameters().hardware().machines().get(2);
        assertThat(Population.wholeNodes(0, machine)).isEqualTo(8);
        assertThat(Population.wholeNodes(11.9, machine)).isEqualTo(8);
        assertThat(Population.wholeNodes(12, machine)).isEqualTo(16);
    }
}
