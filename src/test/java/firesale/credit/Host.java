package firesale.credit;

import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.Lease;
import firesale.credit.contracts.TermLoan;
import firesale.credit.lenders.CreditSupply;
import firesale.credit.lenders.Lender;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import firesale.policy.Backstop;
import firesale.world.Feedback;
import firesale.world.Market;
import firesale.world.Pressure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** One borrower and its lenders, put together by hand for tests. Amounts in dollars; machines have no age and cost 30,000. */
final class Host {

    /** A machine is worth 20,000 by the model, 12,000 by auctions, and lives six years. */
    static final Marks MARKS = marks(20_000, 12_000, 6);

    final ModelParameters parameters;
    final OutsideWorld outside = new OutsideWorld();
    final Market market;
    final MachineType machine;
    final Custody custody;
    final Liquidity liquidity;
    final FleetIncome income;
    final List<Lender> lenders = new ArrayList<>();
    final List<Cohort> cohorts = new ArrayList<>();
    final Account cash;
    final Account coins;
    private BulletNote note;
    private CreditSupply supply = CreditSupply.FULL;
    private boolean oneLender;

    Host(String... settings) {
        this(Bound.parameters(settings));
    }

    Host(ModelParameters parameters) {
        this.parameters = parameters;
        market = new Market(parameters.market(), EnumSet.noneOf(Feedback.class), new Streams(1), 300);
        machine = parameters.hardware().machines().get(2);
        custody = new Custody(machine);
        note = BulletNote.convertible(outside.noteHolders(), 0, 0, 1, 1000);
        liquidity = new Liquidity(parameters.credit(), outside, market, MARKS, Chronicle.NONE);
        income = new FleetIncome(parameters.credit().borrowers(), market);
        cash = outside.money().open("borrower");
        coins = outside.coins().open("borrower");
    }

    Host cash(double usd) {
        outside.money().transfer(outside.investors(), cash, Math.round(usd * 100));
        return this;
    }

    Host coins(double count) {
        outside.coins().transfer(outside.coinMarket(), coins, Math.round(count * 1e8));
        return this;
    }

    Host note(double usd, double coupon, double conversion, int maturityWeek) {
        note = BulletNote.convertible(outside.noteHolders(), Math.round(usd * 100), coupon, conversion, maturityWeek);
        return this;
    }

    /** Lenders of what comes next lend a share of what they would lend in calm. */
    Host supply(double share) {
        supply = lender -> share;
        return this;
    }

    /** Cohorts that come next borrow from the first lender. */
    Host oneLender() {
        oneLender = true;
        return this;
    }

    /** A lender, of the first kind. */
    Lender lender() {
        Lender lender = new Lender(lenders.size(), parameters.credit().lenders().get(0),
                outside.money().open("lender " + lenders.size()), supply);
        lenders.add(lender);
        return lender;
    }

    /** Lets weeks pass in the market. */
    Host weeks(int count) {
        for (int w = 0; w < count; w++) {
            market.advance(Pressure.none());
        }
        return this;
    }

    Host cohort(int gpus, double loanUsd, double contractShare) {
        Account account = custody.open("cohort " + cohorts.size());
        custody.move(custody.makers(), account, gpus);
        Lender lender = oneLender && !lenders.isEmpty() ? lenders.get(0) : lender();
        Cohort cohort = new Cohort(machine, 2, account, 30_000, 0, contractShare, 2.5, 100);
        cohort.finance(new TermLoan(lender, loanUsd, 0.09, 208, 0));
        lender.hold(cohort.loan().balance());
        cohorts.add(cohort);
        return this;
    }

    Borrower borrower() {
        return new Borrower(0, cash, coins, cohorts, note, 0.6, 0);
    }

    /**
     * A vehicle with new machines and a loan at 9 % over four years, let at a rent until a week, a quarter of its equity a
     * vendor's.
     */
    Borrower vehicle(int gpus, double loanUsd, double cashUsd, Lease lease, boolean isSponsored) {
        Account machines = custody.open("vehicle");
        custody.move(custody.makers(), machines, gpus);
        Lender lender = new Lender(lenders.size(), parameters.credit().lenders().get(0),
                outside.money().open("lender " + lenders.size()));
        Cohort cohort = new Cohort(machine, 2, machines, 30_000, 0, 1, 2.5, 0);
        cohort.finance(new TermLoan(lender, loanUsd, 0.09, 208, 0));
        cohort.let(lease);
        lender.hold(cohort.loan().balance());
        lenders.add(lender);
        Account money = outside.money().open("vehicle");
        outside.money().transfer(outside.investors(), money, Math.round(cashUsd * 100));
        Borrower vehicle = new Borrower(1, money, outside.coins().open("vehicle"), List.of(cohort),
                BulletNote.convertible(outside.noteHolders(), 0, 0, 1, Integer.MAX_VALUE), 0.6, 0);
        vehicle.be(new Vehicle(isSponsored, 0.25, Math.round(cashUsd * 100), true));
        return vehicle;
    }

    /** The fleet of a vehicle that has defaulted; its lender has it at once if the lease goes on. */
    SeizedFleet fleetOf(Borrower vehicle, int id, int defaultWeek, int seizedWeek) {
        Cohort cohort = vehicle.cohorts().get(0);
        SeizedFleet fleet = new SeizedFleet(id, id, vehicle, cohort.loan().lender(), machine, 2, cohort.gpus(),
                cohort.gpus().balance(), cohort.loan().balance(), defaultWeek, seizedWeek, 0, 1, 30_000, parameters.hardware(),
                new Resolution(outside));
        fleet.letUnder(cohort.lease().runs(defaultWeek) ? cohort.lease() : null);
        return fleet;
    }

    Vehicles vehicles() {
        return new Vehicles(parameters.credit(), parameters.hardware(), outside, List.of(custody), new Streams(1), market, income,
                Chronicle.NONE);
    }

    Custodian custodian(Resolution resolution) {
        return new Custodian(parameters.credit().seizure(), outside, market, income, resolution, Chronicle.NONE);
    }

    /** All of it built from the parameters, with the usual marks. */
    static Credit credit(long seed, ModelParameters p, OutsideWorld outside, List<Custody> custody) {
        Streams streams = new Streams(seed);
        for (MachineType machine : p.hardware().machines()) {
            custody.add(new Custody(machine));
        }
        return new Credit(p.credit(), Book.DRAWN, p.hardware(), outside, custody, streams,
                new Market(p.market(), EnumSet.noneOf(Feedback.class), streams, 300), EnumSet.noneOf(Feedback.class), MARKS,
                Chronicle.NONE, new Backstop(p.policy(), 0, outside, custody, null, false));
    }

    SeizedFleet fleet(Borrower borrower, int index, int defaultWeek, int seizedWeek) {
        Cohort cohort = cohorts.get(index);
        return new SeizedFleet(index, index, borrower, cohort.loan().lender(), machine, 2, cohort.gpus(), cohort.gpus().balance(),
                cohort.loan().balance(), defaultWeek, seizedWeek, 0, 1, 30_000, parameters.hardware(), new Resolution(outside));
    }

    void sell(Resolution resolution, SeizedFleet fleet, int gpus, double priceUsd, double costUsd) {
        custody.move(fleet.gpus(), custody.users(), gpus);
        resolution.settle(fleet, outside.buyersFunding(), gpus, Math.round(priceUsd * 100), Math.round(costUsd * 100));
    }

    static Marks marks(double model, double auction, double lifeYears) {
        return new Marks() {
            @Override
            public double modelUsd(MachineType machine, double ageYears) {
                return model;
            }

            @Override
            public double auctionUsd(MachineType machine, int machineIndex, double ageYears) {
                return auction;
            }

            @Override
            public double lifeYears() {
                return lifeYears;
            }
        };
    }

    Operations operations() {
        return new Operations(income, outside, liquidity, Returns.NONE);
    }

    Covenants covenants() {
        return new Covenants(parameters.credit(), outside, market, liquidity, income, new Streams(1), MARKS, Chronicle.NONE);
    }

    Maturities maturities() {
        return new Maturities(parameters.credit(), outside, market, liquidity, Chronicle.NONE);
    }

    MarginCalls marginCalls() {
        return new MarginCalls(parameters.credit().coinLine(), outside, market, liquidity, Chronicle.NONE);
    }

    double usd(Account account) {
        return account.balance() / 100.0;
    }
}
