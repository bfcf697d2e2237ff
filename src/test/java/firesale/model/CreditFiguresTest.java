package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.SeizedFleet;
import firesale.credit.lenders.Payer;
import firesale.hardware.MachineType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Deadweight and transfers of one fleet by hand, and what the structures of the credit side do over runs with common draws. */
class CreditFiguresTest {

    private static final double YEAR = 365.25 / 7;

    private static FireSale one(String... settings) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "frictions=[]", "credit.borrowers.count=0", "time.weeks=3",
                "time.runOffWeeks=4", "market.squeeze.startWeek=none", "credit.seizures.a.week=0",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=800"));
        all.addAll(List.of(settings));
        FireSale run = new FireSale(Scenario.of(Bound.parameters(all.toArray(new String[0]))), 1, EnumSet.of(Recording.SALES));
        run.start();
        return run;
    }

    private static double fmv(FireSale run, SeizedFleet fleet, double condition) {
        return run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(run.week()), condition);
    }

    /**
     * Nobody pays twice FMV, so 800 machines stand idle for six weeks and are sold in the last: idle is spot rent at 62.5 % less
     * the cost of running them in each of the six, wear what six weeks of storage took off FMV, selling six weeks of storage and
     * a share of the price.
     */
    @Test
    void deadweightOfAFleetThatWaits() {
        FireSale run = one("auction.reserveShare=2", "auction.reserveFloorShare=2");
        double idle = 0;
        double fmv = 0;
        double fmvAsRun = 0;
        while (run.schedule.step(run)) {
            if (run.week() < 6) {
                MachineType machine = run.credit().fleets().get(0).machine();
                double running = machine.kwPerGpu() * (1.35 * 168 * 0.05 + 1100 / YEAR) + 600 / YEAR;
                idle += 800 * (run.market().spotUsdPerHour() * 168 * 0.625 - running);
            } else {
                SeizedFleet fleet = run.credit().fleets().get(0);
                fmv = fmv(run, fleet, 0.95 * Math.exp(-0.1 * 6 / YEAR));
                fmvAsRun = fmv(run, fleet, 0.95);
            }
        }
        RunOutcome o = run.outcome();
        CreditFigures f = o.credit();
        double price = o.proceedsUsd() / 800;
        assertThat(o.gpusSoldLast()).isEqualTo(800);
        assertThat(f.idleUsd()).isCloseTo(idle, within(1e-6 * idle));
        assertThat(f.wearUsd()).isCloseTo(800 * (fmvAsRun - fmv), within(0.01)).isPositive();
        assertThat(f.prematureScrapUsd()).isZero();
        assertThat(f.sellingUsd()).isCloseTo(800 * (0.05 * price + 6 * run.parameters().auction().storageUsdPerGpuWeek()),
                within(10.0));
        assertThat(f.toBuyersUsd()).isCloseTo(800 * (fmv - price), within(0.01));
        // the lender got price less all of selling, and is owed 15,000 a machine
        assertThat(f.lossesUsd()).isCloseTo(Math.max(0, 800 * 15_000 - 800 * price + f.sellingUsd()), within(10.0));
    }

    @Test
    void aFleetSoldAtOnceIsATransferAndTheCostOfTheSale() {
        FireSale run = one("auction.reserveShare=0", "auction.reserveFloorShare=0");
        while (run.schedule.step(run)) {
            continue;
        }
        CreditFigures f = run.outcome().credit();
        assertThat(f.idleUsd()).isZero();
        assertThat(f.wearUsd()).isZero();
        assertThat(f.sellingUsd()).isCloseTo(0.05 * run.outcome().proceedsUsd(), within(10.0));
        assertThat(f.toBuyersUsd()).isEqualTo(run.outcome().saleFmvUsd() - run.outcome().proceedsUsd());
    }

    /**
     * Where storage is dear machines of four years are scrapped in their first week at 500 USD: what FMV was above that is gone.
     */
    @Test
    void prematureScrap() {
        FireSale run = one("credit.seizures.a.ageYears=4", "auction.storageUsdPerGpuWeek=5000", "auction.reserveShare=2",
                "auction.reserveFloorShare=2");
        run.schedule.step(run);
        SeizedFleet fleet = run.credit().fleets().get(0);
        double fmv = fmv(run, fleet, 0.95);
        assertThat(run.tally().scrappedGpus).isEqualTo(800);
        assertThat(run.tally().prematureScrapUsd).isCloseTo(800 * (fmv - 500), within(0.01)).isPositive();
        assertThat(run.tally().saleFmvUsd).as("scrap is no transfer to buyers").isZero();
    }

    private static double sum(int seeds, ToDoubleFunction<RunOutcome> of, String... settings) {
        ModelParameters parameters = Bound.parameters(settings);
        double sum = 0;
        for (long seed = 0; seed < seeds; seed++) {
            sum += of.applyAsDouble(FireSale.simulate(parameters, seed, EnumSet.noneOf(Recording.class)));
        }
        return sum;
    }

    private static double paid(RunOutcome outcome, Payer payer) {
        return outcome.credit().lossesByPayerUsd().get(payer.ordinal());
    }

    /** In a squeeze from week 26 on hosts whose customers are funded by the circle default more often. */
    @Test
    void theCircleAddsDefaults() {
        double[] defaults = new double[3];
        for (int i = 0; i < 3; i++) {
            defaults[i] = sum(40, RunOutcome::defaults, "market.squeeze.startWeek=26", "credit.circle.share=" + i / 2.0);
        }
        assertThat(defaults).isSorted();
        assertThat(defaults[2]).isGreaterThan(1.05 * defaults[0]);
    }

    /**
     * A lender whose funding has gone sells at any price: the discount grows, and nobody else would have been forced so often.
     */
    @Test
    void withdrawnFundingDeepensTheDiscount() {
        List<String> settings = new ArrayList<>();
        for (String lender : List.of("bank", "private-credit", "vendor-finance", "asset-backed")) {
            settings.add("credit.lenders." + lender + ".liquidShare=0.05");
        }
        String[] stays = settings.toArray(new String[0]);
        settings.replaceAll(setting -> setting.replace("liquidShare=0.05", "withdrawnPerYear=1"));
        settings.addAll(List.of(stays));
        String[] leaves = settings.toArray(new String[0]);
        double discountStays = sum(40, o -> o.saleFmvUsd() - o.proceedsUsd(), stays) / sum(40, RunOutcome::saleFmvUsd, stays);
        double discountLeaves = sum(40, o -> o.saleFmvUsd() - o.proceedsUsd(), leaves) / sum(40, RunOutcome::saleFmvUsd, leaves);
        assertThat(discountLeaves).isGreaterThan(discountStays + 0.01);
        assertThat(sum(40, RunOutcome::lendersForcedToSell, leaves)).isGreaterThan(2
                * sum(40, RunOutcome::lendersForcedToSell, stays));
    }

    /**
     * Where nothing follows from a bank's capital, banks' funding of thin private credit moves losses from funders to banks, no
     * more.
     */
    @Test
    void banksFundPrivateCredit() {
        String[] base = {"credit.lenders.private-credit.gpuLoanShare=1", "credit.lenders.private-credit.capitalRatio=0.05",
            "credit.lenders.bank.minimumRatio=0", "credit.lenders.bank.gpuLoanShare=0.001",
            "feedbacks=[marks-covenants, losses-spread]"};
        int moved = 0;
        for (long seed = 0; seed < 40; seed++) {
            RunOutcome none = FireSale.simulate(Bound.parameters(base), seed, EnumSet.noneOf(Recording.class));
            RunOutcome half = FireSale.simulate(Bound.parameters(base, "credit.bankShareOfFunding=0.5"), seed,
                    EnumSet.noneOf(Recording.class));
            assertThat(half.lenderLossesUsd()).isEqualTo(none.lenderLossesUsd());
            assertThat(half.credit().lossesUsd()).isEqualTo(none.credit().lossesUsd());
            for (Payer payer : Payer.values()) {
                if (payer != Payer.BANKS && payer != Payer.FUNDERS) {
                    assertThat(paid(half, payer)).as("%s", payer).isEqualTo(paid(none, payer));
                }
            }
            double toBanks = paid(half, Payer.BANKS) - paid(none, Payer.BANKS);
            assertThat(paid(none, Payer.FUNDERS) - paid(half, Payer.FUNDERS)).isCloseTo(toBanks, within(1.0));
            assertThat(toBanks).isGreaterThanOrEqualTo(-1e-6);
            moved += toBanks > 1e6 ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(5);
    }

    /** Machines that are run are not idle and do not wear. */
    @Test
    void operatorsLowerDeadweight() {
        ToDoubleFunction<RunOutcome> deadweight = o -> o.credit().idleUsd() + o.credit().wearUsd()
                + o.credit().prematureScrapUsd()
                + o.credit().sellingUsd();
        double hold = sum(40, deadweight, "credit.seizure.behaviour=hold");
        double operate = sum(40, deadweight, "credit.seizure.behaviour=operate");
        assertThat(operate).isLessThan(0.95 * hold);
        assertThat(sum(40, o -> o.credit().idleUsd(), "credit.seizure.behaviour=operate"))
                .isLessThan(sum(40, o -> o.credit().idleUsd(), "credit.seizure.behaviour=hold"));
    }

    /** Vehicles whose short leases end walk away, their sponsors go on: nobody to whom a sponsor owes anything loses. */
    @Test
    void vehiclesFailWithoutRecourse() {
        ModelParameters parameters = Bound.parameters(Bound.ONE_REGIME, "credit.vehicles.sponsored-vehicle.count=3",
                "credit.vehicles.project-finance.count=2", "credit.vehicles.sponsored-vehicle.leaseYears=0.5",
                "credit.vehicles.sponsored-vehicle.equityShare=0", "credit.vehicles.sponsored-vehicle.loanYears=10",
                "credit.borrowers.count=3",
                "credit.vehicles.project-finance.leaseYears=0.5", "credit.vehicles.project-finance.equityShare=0",
                "credit.vehicles.project-finance.loanYears=10", "credit.borrowers.cashWeeksMedian=200",
                "credit.covenant.waiverCalm=1", "credit.vehicles.sponsored-vehicle.gpus=2000", "credit.note.rollLeverage=10");
        int alone = 0;
        for (long seed = 0; seed < 30; seed++) {
            RunOutcome o = FireSale.simulate(parameters, seed, EnumSet.noneOf(Recording.class));
            if (o.credit().defaultsOfVehicles() > 0 && o.defaults() == o.credit().defaultsOfVehicles()) {
                alone++;
                assertThat(o.credit().lossesUsd()).isPositive();
                for (Payer payer : List.of(Payer.EQUITY, Payer.CONVERTIBLE_NOTES, Payer.HIGH_YIELD_NOTES, Payer.COIN_LENDERS,
                        Payer.INCOME_ASSIGNEES)) {
                    assertThat(paid(o, payer)).as("%s", payer).isZero();
                }
                assertThat(o.credit().counts().leasesRejected()).isZero();
            }
        }
        assertThat(alone).isGreaterThan(5);
    }
}
