package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.IncomeAssignment;
import firesale.credit.contracts.Revolver;
import firesale.credit.lenders.CreditSupply;
import firesale.credit.lenders.Payer;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import firesale.policy.Leverage;
import firesale.world.Feedback;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hosts take on beside their loans: shares of hosts, sizes, rates and maturities. */
class MaturityWallTest {

    private static final int HOSTS = 400;

    private static List<Borrower> hosts(String... settings) {
        ModelParameters p = Bound.parameters(new String[] {"credit.borrowers.count=" + HOSTS}, settings);
        Streams streams = new Streams(9);
        List<Custody> custody = new ArrayList<>();
        for (MachineType machine : p.hardware().machines()) {
            custody.add(new Custody(machine));
        }
        Market market = new Market(p.market(), EnumSet.noneOf(Feedback.class), streams, 10);
        Population population = new Population(p.credit(), p.hardware(), new OutsideWorld(), custody, streams, market,
                Leverage.AS_DRAWN);
        return population.hosts(population.lenders(p.credit().lenders(), CreditSupply.FULL));
    }

    /** Four standard errors of a share of the hosts. */
    private static double error(double share) {
        return 4 * Math.sqrt(share * (1 - share) / HOSTS);
    }

    /**
     * The wall takes a share of hosts with all their notes into its weeks, every one of them; the others stay where they were.
     */
    @Test
    void notesOfTheWallFallDueWithinItsWeeks() {
        String[] notes = {"credit.highYield.share=1", "credit.highYield.maturityYearsLow=2", "credit.note.maturityYearsLow=2",
            "credit.note.maturityYearsHigh=2.5"};
        List<Borrower> without = hosts(notes);
        List<Borrower> hosts = hosts(notes[0], notes[1], notes[2], notes[3], "credit.wall.share=0.4", "credit.wall.weekLow=30",
                "credit.wall.weekHigh=33");
        int[] atWeek = new int[40];
        int walled = 0;
        for (int i = 0; i < HOSTS; i++) {
            int first = hosts.get(i).notes().get(0).maturityWeek();
            int second = hosts.get(i).notes().get(1).maturityWeek();
            if (first < 100) {
                assertThat(second).as("both notes of a host").isEqualTo(first);
                assertThat(first).isBetween(30, 33);
                atWeek[first]++;
                walled++;
            } else {
                assertThat(first).isBetween(104, 130).isEqualTo(without.get(i).notes().get(0).maturityWeek());
                assertThat(second).isEqualTo(without.get(i).notes().get(1).maturityWeek());
            }
            assertThat(hosts.get(i).debt()).as("the wall moves dates and no debt").isEqualTo(without.get(i).debt());
        }
        assertThat(walled / (double) HOSTS).isCloseTo(0.4, within(error(0.4)));
        for (int week = 30; week <= 33; week++) {
            assertThat(atWeek[week]).isGreaterThan(15);
        }
    }

    /** Face, coupon and maturity of high-yield notes; limit and rate of lines; neither shifts what else a host has. */
    @Test
    void notesAndLinesAsSized() {
        List<Borrower> plain = hosts();
        List<Borrower> hosts = hosts("credit.highYield.share=0.5", "credit.highYield.shareOfCost=0.2",
                "credit.highYield.spread=0.05",
                "credit.revolver.share=0.3", "credit.revolver.limitShareOfCost=0.04", "credit.revolver.spread=0.035");
        int issued = 0;
        int arranged = 0;
        for (int i = 0; i < HOSTS; i++) {
            Borrower host = hosts.get(i);
            assertThat(host.loanBalance()).isEqualTo(plain.get(i).loanBalance());
            assertThat(host.cash().balance()).isEqualTo(plain.get(i).cash().balance());
            if (host.notes().size() > 1) {
                BulletNote note = host.notes().get(1);
                assertThat(note.face() / 100.0).isCloseTo(0.2 * host.fleetCostUsd(), within(0.01));
                assertThat(note.coupon()).isCloseTo(0.086, within(1e-12));
                assertThat(note.maturityWeek()).isBetween(52, 261);
                assertThat(note.payer()).isEqualTo(Payer.HIGH_YIELD_NOTES);
                assertThat(note.inTheMoney(1e300)).isFalse();
                issued++;
            }
            Revolver line = host.revolver();
            if (line != null) {
                assertThat(line.balance()).isZero();
                assertThat(line.room() / 100.0).isCloseTo(0.04 * host.fleetCostUsd(), within(0.01));
                line.draw(line.room());
                assertThat(line.interestDue() / 100.0).isCloseTo(0.04 * host.fleetCostUsd() * 0.071 * 7 / 365.25, within(0.01));
                arranged++;
            }
        }
        assertThat(issued / (double) HOSTS).isCloseTo(0.5, within(error(0.5)));
        assertThat(arranged / (double) HOSTS).isCloseTo(0.3, within(error(0.3)));
    }

    /** 0.9 of 0.3 of the present value, at 3.6 + 7 %, of what contracts bring until they end. */
    @Test
    void theAdvanceIsThePresentValueOfWhatIsAssigned() {
        double rate = 0.106;
        int looked = 0;
        for (Borrower host : hosts("credit.assignment.share=0.5")) {
            IncomeAssignment income = host.assignment();
            if (income != null) {
                double value = 0;
                for (Cohort cohort : host.cohorts()) {
                    double years = cohort.contractEndWeek() * 7 / 365.25;
                    value += cohort.gpus().balance() * 8766 * cohort.contractShare() * cohort.contractRentUsdPerHour() * 0.95
                            * (1 - Math.exp(-rate * years)) / rate;
                }
                assertThat(income.balance() / 100.0).isCloseTo(0.27 * value, within(0.02 + 1e-9 * value));
                looked++;
            }
        }
        assertThat(looked / (double) HOSTS).isCloseTo(0.5, within(error(0.5)));
    }
}
