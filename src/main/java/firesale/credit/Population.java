package firesale.credit;

import firesale.credit.CreditParameters.BorrowerParameters;
import firesale.credit.CreditParameters.Underwriting;
import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.CoinLine;
import firesale.credit.contracts.IncomeAssignment;
import firesale.credit.contracts.Revolver;
import firesale.credit.contracts.TermLoan;
import firesale.credit.lenders.CreditSupply;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderType;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import firesale.policy.Leverage;
import firesale.valuation.GpuValue;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;

/** Draws hosts and lenders and endows them; each agent's draws depend on the seed and its own number only. */
final class Population {

    private final CreditParameters parameters;
    private final HardwareParameters hardware;
    private final OutsideWorld outside;
    private final List<Custody> custody;
    private final Streams streams;
    private final Market market;
    private final Leverage leverage;

    Population(CreditParameters parameters, HardwareParameters hardware, OutsideWorld outside, List<Custody> custody,
            Streams streams, Market market, Leverage leverage) {
        this.parameters = parameters;
        this.hardware = hardware;
        this.outside = outside;
        this.custody = custody;
        this.streams = streams;
        this.market = market;
        this.leverage = leverage;
    }

    List<Lender> lenders(List<LenderType> kinds, CreditSupply supply) {
        List<Lender> lenders = new ArrayList<>();
        for (LenderType type : kinds) {
            for (int i = 0; i < type.count(); i++) {
                int id = lenders.size();
                lenders.add(new Lender(id, type, outside.money().open("lender " + id), supply));
            }
        }
        return lenders;
    }

    List<Borrower> hosts(List<Lender> lenders) {
        List<Borrower> borrowers = new ArrayList<>();
        for (int id = 0; id < parameters.borrowers().count(); id++) {
            borrowers.add(host(id, lenders));
        }
        return borrowers;
    }

    private Borrower host(int id, List<Lender> lenders) {
        BorrowerParameters p = parameters.borrowers();
        RandomStream who = streams.once(Kind.BORROWER, id, Purpose.POPULATION);
        double gpus = StrictMath.min(p.gpusMax(), who.logNormal(p.gpusMedian(), p.gpusSigma()));
        boolean miner = who.chance(p.minerShare());
        double coins = miner ? who.logNormal(p.coinsMedian(), p.coinsSigma()) : 0;
        RandomStream what = streams.once(Kind.BORROWER, id, Purpose.ENDOWMENT);
        double cashWeeks = what.logNormal(p.cashWeeksMedian(), p.cashSigma());
        double spotUtilisation = what.uniform(p.spotUtilisationLow(), p.spotUtilisationHigh());
        double noteYears = what.uniform(parameters.note().maturityYearsLow(), parameters.note().maturityYearsHigh());

        List<Cohort> cohorts = new ArrayList<>();
        double fleetCost = 0;
        double servicePerYear = 0;
        for (int j = 0; j < p.cohorts(); j++) {
            RandomStream draws = streams.once(Kind.COHORT, (long) id * 1000 + j, Purpose.ENDOWMENT);
            Cohort cohort = cohort(id, gpus / p.cohorts(), spotUtilisation, draws, lenders);
            cohorts.add(cohort);
            fleetCost += cohort.costUsdPerGpu() * cohort.gpus().balance();
            servicePerYear += Cents.toUsd(cohort.loan().interestDue() + cohort.loan().principalDue()) * Hours.WEEKS_PER_YEAR;
        }
        int wall = wallWeek(id);
        BulletNote note = BulletNote.convertible(outside.noteHolders(), Cents.of(fleetCost * parameters.note().shareOfCost()),
                parameters.note().coupon(), parameters.note().conversionRatio(),
                wall >= 0 ? wall : (int) (noteYears * Hours.WEEKS_PER_YEAR));
        servicePerYear += Cents.toUsd(note.couponDue()) * Hours.WEEKS_PER_YEAR;

        Account cash = outside.money().open("borrower " + id);
        outside.money().transfer(outside.investors(), cash, Cents.of(cashWeeks * servicePerYear / Hours.WEEKS_PER_YEAR));
        Account treasury = outside.coins().open("borrower " + id);
        outside.coins().transfer(outside.coinMarket(), treasury, (long) (coins * Coins.SATOSHI));
        Borrower borrower = new Borrower(id, cash, treasury, cohorts, note, spotUtilisation, coins * p.minedPerYear());
        if (miner && streams.once(Kind.BORROWER, id, Purpose.COIN_LINE).chance(parameters.coinLine().share())) {
            borrower.draw(line(id, treasury));
        }
        takeOn(borrower, fleetCost, wall, lenders);
        return borrower;
    }

    /** High-yield notes, a revolving line, assigned income and customers of the circle, each by a stream of its own. */
    private void takeOn(Borrower borrower, double fleetCost, int wall, List<Lender> lenders) {
        HighYieldParameters highYield = parameters.highYield();
        RandomStream draws = streams.once(Kind.BORROWER, borrower.id(), Purpose.HIGH_YIELD);
        if (draws.chance(highYield.share())) {
            double years = draws.uniform(highYield.maturityYearsLow(), highYield.maturityYearsHigh());
            borrower.issue(BulletNote.highYield(outside.highYieldHolders(),
                    Cents.of(fleetCost * highYield.shareOfCost()), market.rateAt(highYield.spread()),
                    wall >= 0 ? wall : (int) (years * Hours.WEEKS_PER_YEAR)));
        }
        RevolverParameters revolver = parameters.revolver();
        draws = streams.once(Kind.BORROWER, borrower.id(), Purpose.REVOLVER);
        if (draws.chance(revolver.share())) {
            borrower.arrange(new Revolver(pick(lenders, draws.uniform()), Cents.of(fleetCost * revolver.limitShareOfCost()),
                    market.rateAt(revolver.spread())));
        }
        if (streams.once(Kind.BORROWER, borrower.id(), Purpose.ASSIGNMENT).chance(parameters.assignment().share())) {
            borrower.assign(assignment(borrower));
        }
        CircleParameters circle = parameters.circle();
        for (int j = 0; j < borrower.cohorts().size() && circle.share() > 0; j++) {
            draws = streams.once(Kind.COHORT, (long) borrower.id() * 1000 + j, Purpose.CIRCLE);
            if (draws.chance(circle.share())) {
                borrower.cohorts().get(j).oweRent(draws.below(circle.customers()));
            }
        }
    }

    /** The week of the wall in which a host's notes fall due; -1 if they keep their own maturities. */
    private int wallWeek(int id) {
        WallParameters wall = parameters.wall();
        RandomStream draws = streams.once(Kind.BORROWER, id, Purpose.WALL);
        return draws.chance(wall.share()) ? wall.weekLow() + draws.below(wall.weekHigh() - wall.weekLow() + 1) : -1;
    }

    private IncomeAssignment assignment(Borrower borrower) {
        AssignmentParameters terms = parameters.assignment();
        double rate = market.rateAt(terms.spread());
        double value = 0;
        for (int j = 0; j < borrower.cohorts().size(); j++) {
            Cohort cohort = borrower.cohorts().get(j);
            double perYear = cohort.gpus().balance() * Hours.PER_YEAR * cohort.contractShare() * cohort.contractRentUsdPerHour()
                    * parameters.borrowers().contractUtilisation();
            value += perYear * GpuValue.annuity(rate, cohort.contractEndWeek() / Hours.WEEKS_PER_YEAR);
        }
        return new IncomeAssignment(outside.incomeAssignees(), terms.shareOfContracts(),
                Cents.of(terms.advanceShare() * terms.shareOfContracts() * value), rate);
    }

    /** A line drawn against a part of the treasury; the money has been spent on what the borrower owns. */
    private CoinLine line(int id, Account treasury) {
        Account pledged = outside.coins().open("borrower " + id + ", pledged");
        outside.coins().transfer(treasury, pledged, (long) (treasury.balance() * parameters.coinLine().pledgedShare()));
        double usd = pledged.balance() / Coins.SATOSHI * market.btcUsd() * parameters.coinLine().ltv();
        return new CoinLine(outside.coinLenders(), pledged, Cents.of(usd), market.rateAt(parameters.coinLine().spread()));
    }

    private Cohort cohort(int borrower, double gpus, double spotUtilisation, RandomStream draws, List<Lender> lenders) {
        BorrowerParameters p = parameters.borrowers();
        int machineIndex = pickMachine(draws.uniform());
        MachineType machine = hardware.machines().get(machineIndex);
        double age = draws.uniform(0, p.oldestAgeYears());
        double contractShare = draws.uniform(p.contractShareLow(), p.contractShareHigh());
        double contractYears = draws.uniform(p.contractYearsLow(), p.contractYearsHigh());
        double ltv = leverage.of(draws.uniform(parameters.loan().ltvLow(), parameters.loan().ltvHigh()));
        double tenorYears = draws.uniform(parameters.loan().tenorYearsLow(), parameters.loan().tenorYearsHigh());
        Lender lender = pick(lenders, draws.uniform());

        double decline = market.outlook().trendDecline();
        double before = machine.rentRelativeToH100() * StrictMath.exp(decline * age);
        double contractRent = market.contractUsdPerHour() * before;
        double rate = market.rateAt(parameters.loan().spread());
        double flat = principalUsd(Underwriting.FLAT_RENT, machine, machine.newPriceUsd(), contractShare, contractRent,
                market.spotUsdPerHour() * before * spotUtilisation, ltv, rate, tenorYears);
        double falling = principalUsd(Underwriting.FALLING_RENT, machine, machine.newPriceUsd(), contractShare, contractRent,
                market.spotUsdPerHour() * before * spotUtilisation, ltv, rate, tenorYears);
        double principal = parameters.loan().underwriting() == Underwriting.FLAT_RENT ? flat : falling;

        Account account = custody.get(machineIndex).open("borrower " + borrower);
        long count = wholeNodes(gpus, machine);
        custody.get(machineIndex).move(custody.get(machineIndex).makers(), account, count);
        int elapsed = (int) (age * Hours.WEEKS_PER_YEAR);
        // a contract made at purchase that has run out by now was let anew at the rent of the start
        boolean stillLet = contractYears > age;
        Cohort cohort = new Cohort(machine, machineIndex, account, machine.newPriceUsd(), age, contractShare,
                stillLet ? contractRent : market.contractUsdPerHour() * machine.rentRelativeToH100(),
                (int) ((stillLet ? contractYears - age : contractYears) * Hours.WEEKS_PER_YEAR));
        TermLoan loan = new TermLoan(lender, principal * count, rate, (int) (tenorYears * Hours.WEEKS_PER_YEAR), elapsed);
        lender.hold(loan.balance());
        cohort.finance(loan);
        cohort.underwrite(flat * count, falling * count);
        return cohort;
    }

    /**
     * Principal of a loan against a GPU, USD.
     *
     * @param seen           how future rent is seen
     * @param contractRent   rent under contract, USD/h
     * @param spotUsdPerHour rent at spot times utilisation, USD/h
     */
    private double principalUsd(Underwriting seen, MachineType machine, double costUsd, double contractShare, double contractRent,
            double spotUsdPerHour, double ltv, double rate, double tenorYears) {
        BorrowerParameters p = parameters.borrowers();
        double revenue = Hours.PER_YEAR * (contractShare * contractRent * p.contractUtilisation()
                + (1 - contractShare) * spotUsdPerHour);
        double kw = machine.kwPerGpu();
        double running = kw * p.pue() * Hours.PER_YEAR * p.powerUsdPerKwh() * market.powerFactor() + kw * p.siteUsdPerKwYear()
                + machine.maintenanceUsdPerYear();
        // overhead is a share of revenue and falls with it
        double net = (1 - p.overheadShare()) * revenue;
        return Origination.principalUsd(parameters.loan(), seen, costUsd, ltv, net, running, market.outlook().trendDecline(),
                rate, tenorYears);
    }

    /** Machines on sale new that a host buys in a week, at the price of then, let as its first fleet is; still to be financed. */
    Cohort newMachines(Borrower borrower, double gpus, RandomStream draws) {
        List<Integer> onSale = new ArrayList<>();
        for (int m = 0; m < hardware.machines().size(); m++) {
            if (hardware.machines().get(m).onSaleNew()) {
                onSale.add(m);
            }
        }
        int machineIndex = onSale.isEmpty() ? 0 : onSale.get(draws.below(onSale.size()));
        MachineType machine = hardware.machines().get(machineIndex);
        Account account = custody.get(machineIndex).open("borrower " + borrower.id());
        custody.get(machineIndex).move(custody.get(machineIndex).makers(), account, wholeNodes(gpus, machine));
        BorrowerParameters p = parameters.borrowers();
        int week = market.week();
        double contractYears = draws.uniform(p.contractYearsLow(), p.contractYearsHigh());
        return new Cohort(machine, machineIndex, account, machine.newPriceUsd() * market.newPriceFactor(),
                -week / Hours.WEEKS_PER_YEAR, draws.uniform(p.contractShareLow(), p.contractShareHigh()),
                market.contractUsdPerHour() * machine.rentRelativeToH100(),
                week + (int) (contractYears * Hours.WEEKS_PER_YEAR));
    }

    /**
     * A loan for machines that are bought now, at rents of now; its lender does not yet hold it.
     *
     * @param longestYears no loan lives longer: the life that lenders believe collateral to have
     */
    TermLoan newLoan(Borrower borrower, Cohort cohort, Lender lender, double rate, double longestYears, RandomStream draws) {
        double ltv = leverage.of(draws.uniform(parameters.loan().ltvLow(), parameters.loan().ltvHigh())) * lender.supply();
        double tenorYears = StrictMath.min(longestYears,
                draws.uniform(parameters.loan().tenorYearsLow(), parameters.loan().tenorYearsHigh()));
        MachineType machine = cohort.machine();
        double principal = principalUsd(parameters.loan().underwriting(), machine, cohort.costUsdPerGpu(), cohort.contractShare(),
                cohort.contractRentUsdPerHour(), market.spotUsdPerHour() * machine.rentRelativeToH100()
                * borrower.spotUtilisation(), ltv,
                rate, tenorYears);
        return new TermLoan(lender, principal * cohort.gpus().balance(), rate, (int) (tenorYears * Hours.WEEKS_PER_YEAR), 0);
    }

    /** Gives machines back whose purchase is off. */
    void giveBack(Cohort cohort) {
        Custody place = custody.get(cohort.machineIndex());
        place.move(cohort.gpus(), place.makers(), cohort.gpus().balance());
    }

    private int pickMachine(double uniform) {
        double total = 0;
        for (MachineType machine : hardware.machines()) {
            total += machine.fleetWeight();
        }
        double left = uniform * total;
        int last = 0;
        for (int i = 0; i < hardware.machines().size(); i++) {
            if (hardware.machines().get(i).fleetWeight() > 0) {
                last = i;
                left -= hardware.machines().get(i).fleetWeight();
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** A lender, with a probability in proportion to its kind's weight shared among its kind. */
    static Lender pick(List<Lender> lenders, double uniform) {
        double total = 0;
        for (Lender lender : lenders) {
            total += lender.type().weight() / lender.type().count();
        }
        double left = uniform * total;
        for (Lender lender : lenders) {
            left -= lender.type().weight() / lender.type().count();
            if (left < 0) {
                return lender;
            }
        }
        return lenders.get(lenders.size() - 1);
    }

    /** The place of a kind of machine in the list. */
    static int machineIndex(HardwareParameters hardware, String name) {
        for (int i = 0; i < hardware.machines().size(); i++) {
            if (hardware.machines().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no machine is called " + name);
    }

    /** GPUs rounded to whole nodes, at least one node. */
    static long wholeNodes(double gpus, MachineType machine) {
        return Math.max(1, Math.round(gpus / machine.gpusPerNode())) * machine.gpusPerNode();
    }
}
