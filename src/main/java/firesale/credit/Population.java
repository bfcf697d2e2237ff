package firesale.credit;

import firesale.credit.CreditParameters.BorrowerParameters;
import firesale.credit.CreditParameters.Underwriting;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;

/** Draws borrowers and lenders and endows them; each agent's draws depend on the seed and its own number only. */
final class Population {

    private final CreditParameters parameters;
    private final HardwareParameters hardware;
    private final OutsideWorld outside;
    private final List<Custody> custody;
    private final Streams streams;
    private final Market market;

    Population(CreditParameters parameters, HardwareParameters hardware, OutsideWorld outside, List<Custody> custody,
            Streams streams, Market market) {
        this.parameters = parameters;
        this.hardware = hardware;
        this.outside = outside;
        this.custody = custody;
        this.streams = streams;
        this.market = market;
    }

    List<Lender> lenders() {
        List<Lender> lenders = new ArrayList<>();
        for (LenderType type : parameters.lenders()) {
            for (int i = 0; i < type.count(); i++) {
                int id = lenders.size();
                lenders.add(new Lender(id, type, outside.money().open("lender " + id)));
            }
        }
        return lenders;
    }

    List<Borrower> borrowers(List<Lender> lenders) {
        List<Borrower> borrowers = new ArrayList<>();
        for (int id = 0; id < parameters.borrowers().count(); id++) {
            borrowers.add(borrower(id, lenders));
        }
        return borrowers;
    }

    private Borrower borrower(int id, List<Lender> lenders) {
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
        ConvertibleNote note = new ConvertibleNote(Cents.of(fleetCost * parameters.note().shareOfCost()),
                parameters.note().coupon(), parameters.note().conversionRatio(), (int) (noteYears * Hours.WEEKS_PER_YEAR));
        servicePerYear += Cents.toUsd(note.couponDue()) * Hours.WEEKS_PER_YEAR;

        Account cash = outside.money().open("borrower " + id);
        outside.money().transfer(outside.investors(), cash, Cents.of(cashWeeks * servicePerYear / Hours.WEEKS_PER_YEAR));
        Account treasury = outside.coins().open("borrower " + id);
        outside.coins().transfer(outside.coinMarket(), treasury, (long) (coins * Borrower.SATOSHI));
        Borrower borrower = new Borrower(id, cash, treasury, cohorts, note, spotUtilisation, coins * p.minedPerYear());
        if (miner && streams.once(Kind.BORROWER, id, Purpose.COIN_LINE).chance(parameters.coinLine().share())) {
            borrower.draw(line(id, treasury));
        }
        return borrower;
    }

    /** A line drawn against a part of the treasury; the money has been spent on what the borrower owns. */
    private CoinLine line(int id, Account treasury) {
        Account pledged = outside.coins().open("borrower " + id + ", pledged");
        outside.coins().transfer(treasury, pledged, (long) (treasury.balance() * parameters.coinLine().pledgedShare()));
        double usd = pledged.balance() / Borrower.SATOSHI * market.btcUsd() * parameters.coinLine().ltv();
        return new CoinLine(pledged, Cents.of(usd), market.riskFreeRate() + parameters.coinLine().spread());
    }

    private Cohort cohort(int borrower, double gpus, double spotUtilisation, RandomStream draws, List<Lender> lenders) {
        BorrowerParameters p = parameters.borrowers();
        int machineIndex = pickMachine(draws.uniform());
        MachineType machine = hardware.machines().get(machineIndex);
        double age = draws.uniform(0, p.oldestAgeYears());
        double contractShare = draws.uniform(p.contractShareLow(), p.contractShareHigh());
        double contractYears = draws.uniform(p.contractYearsLow(), p.contractYearsHigh());
        double ltv = draws.uniform(parameters.loan().ltvLow(), parameters.loan().ltvHigh());
        double tenorYears = draws.uniform(parameters.loan().tenorYearsLow(), parameters.loan().tenorYearsHigh());
        Lender lender = pick(lenders, draws.uniform());

        double decline = market.outlook().trendDecline();
        double before = machine.rentRelativeToH100() * StrictMath.exp(decline * age);
        double contractRent = market.contractUsdPerHour() * before;
        double spotRent = market.spotUsdPerHour() * before;
        double revenue = Hours.PER_YEAR * (contractShare * contractRent * p.contractUtilisation()
                + (1 - contractShare) * spotRent * spotUtilisation);
        double kw = machine.kwPerGpu();
        double running = kw * p.pue() * Hours.PER_YEAR * p.powerUsdPerKwh() + kw * p.siteUsdPerKwYear()
                + machine.maintenanceUsdPerYear();
        // overhead is a share of revenue and falls with it
        double net = (1 - p.overheadShare()) * revenue;
        double rate = market.riskFreeRate() + parameters.loan().spread();
        double flat = Origination.principalUsd(parameters.loan(), Underwriting.FLAT_RENT, machine.newPriceUsd(), ltv, net,
                running, decline, rate, tenorYears);
        double falling = Origination.principalUsd(parameters.loan(), Underwriting.FALLING_RENT, machine.newPriceUsd(), ltv, net,
                running, decline, rate, tenorYears);
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
