package firesale.repo;

import firesale.buyers.Buyer;
import firesale.buyers.Buyers;
import firesale.buyers.LoanSupply;
import firesale.buyers.Placement;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.ConservationException;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The repo market: dealers lend against machines that are bought; at the end of a term each loan is marked anew, called down to what
 * the haircut then allows, and rolled. Calls, interest and loans that are not rolled are paid from what the pledged machines have
 * earned since and what the buyer kept of the loan for that, then from the buyer's own money; its line may not fund them. Who does not
 * pay loses all its collateral, which the dealers sell in the week's sale (one agreement covers all repos of a buyer); what is still
 * missing then is taken from its cash. Whoever failed borrows no more.
 *
 * <p>A dealer that fails stops lending. What it is owed others take over when a loan is rolled, as far as they can; the rest has to be
 * repaid. On a tri-party market haircuts stay at their base. What the rule would cut from each loan dealers cut from all they lend
 * instead, and drop whole borrowers, those with the least cover first, until they have lent no more than that.
 */
public final class RepoMarket implements LoanSupply {

    private final RepoParameters parameters;
    private final boolean isOpen;
    private final LendingTerms terms;
    private final HardwareParameters hardware;
    private final OutsideWorld outside;
    private final List<Custody> custody;
    private final Market market;
    private final Supplier<Buyers> buyers;
    private final IntSupplier lotNumbers;
    private final double storageUsdPerGpuWeek;
    private final List<Dealer> dealers = new ArrayList<>();
    private final List<Repo> repos = new ArrayList<>();
    private final List<Collateral> lots = new ArrayList<>();
    private final List<Lot> lotsToRead = Collections.unmodifiableList(lots);
    private final List<Buyer> failed = new ArrayList<>();
    private final List<Buyer> dropped = new ArrayList<>();
    private final RepoTally tally = new RepoTally();
    private double quota = 1;
    /** What each dealer can lend for one loan, kept between loans. */
    private final long[] lendable;

    /**
     * @param isOpen        whether there is a market at all; without one this does nothing
     * @param heedsAuctions whether what auctions tell moves haircuts and marks; else they are those of prices at FMV and quick sales
     * @param signals       what auctions tell
     * @param buyers        asked from the first loan on
     * @param lotNumbers    numbers for lots, unique in the run
     */
    public RepoMarket(RepoParameters parameters, boolean isOpen, boolean heedsAuctions, HardwareParameters hardware,
            double storageUsdPerGpuWeek, OutsideWorld outside, List<Custody> custody, Market market, AuctionSignals signals,
            Supplier<Buyers> buyers, IntSupplier lotNumbers) {
        this.parameters = parameters;
        this.isOpen = isOpen && parameters.isOpen();
        this.terms = new LendingTerms(parameters, heedsAuctions, hardware, market, signals, buyers);
        this.hardware = hardware;
        this.storageUsdPerGpuWeek = storageUsdPerGpuWeek;
        this.outside = outside;
        this.custody = custody;
        this.market = market;
        this.buyers = buyers;
        this.lotNumbers = lotNumbers;
        if (this.isOpen) {
            long[] equal = new long[parameters.dealers()];
            Arrays.fill(equal, 1);
            long[] capacity = Cents.split(Cents.of(parameters.capacityUsd()), equal);
            for (int d = 0; d < capacity.length; d++) {
                dealers.add(new Dealer(d, outside.money().open("repo dealer " + d), capacity[d], parameters.capitalRatio(), outside));
            }
        }
        this.lendable = new long[dealers.size()];
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    /** The haircut on machines this week, as the venue has it: 0 to 1. */
    public double haircut(MachineType machine, int machineIndex, double ageYears, double condition) {
        return terms.haircut(machine, machineIndex, ageYears, condition);
    }

    @Override
    public double advance(Pool pool) {
        return (1 - haircut(pool.machine(), pool.machineIndex(), pool.ageYears(), pool.condition())) * (1 - terms.bufferShare(pool));
    }

    @Override
    public long markCents(Pool pool) {
        return Cents.of(pool.machine().gpusPerNode()
                * terms.markUsd(pool.machine(), pool.machineIndex(), pool.ageYears(), pool.condition()));
    }

    @Override
    public long limitCents(Buyer buyer, Pool pool, boolean alone) {
        return failed.contains(buyer) || dropped.contains(buyer) ? 0 : capacityCents(pool, alone);
    }

    @Override
    public long capacityCents(Pool pool, boolean alone) {
        return (long) (capacityCents(alone) * (1 - terms.bufferShare(pool)));
    }

    private long capacityCents(boolean alone) {
        long sum = 0;
        for (int d = 0; d < dealers.size(); d++) {
            sum += alone ? dealers.get(d).couldLend(quota) : dealers.get(d).free(quota);
        }
        return sum;
    }

    /** A loan that was drawn and is not backed yet: machines have still to go where they go. */
    public static final class Drawn {

        private final long[] owed;
        private final Account account;
        private final long pledgedCents;

        private Drawn(long[] owed, Account account, long pledgedCents) {
            this.owed = owed;
            this.account = account;
            this.pledgedCents = pledgedCents;
        }
    }

    /**
     * Lends to a buyer for what it has won, each dealer in proportion to what it has free, and beside it what the buyer keeps for calls.
     *
     * @param pool         what was won
     * @param cents        what the buyer needs for it
     * @param pledgedNodes how much of it will back the loan
     * @param pledgedCents what is paid for that
     */
    public Drawn draw(Buyer buyer, Pool pool, long cents, long pledgedNodes, long pledgedCents) {
        long free = capacityCents(false);
        long wanted = (long) StrictMath.ceil(cents / (1 - terms.bufferShare(pool)));
        // a cent of rounding must not make a dealer lend what it does not have
        long gross = cents <= free ? Math.min(wanted, free) : wanted;
        double backed = (1 - haircut(pool.machine(), pool.machineIndex(), pool.ageYears(), pool.condition()))
                * Math.min(pledgedCents, markCents(pool) * pledgedNodes);
        requireCover(gross, backed, pledgedNodes);
        Account account = outside.money().open("pledge of buyer " + buyer.id());
        for (int d = 0; d < lendable.length; d++) {
            // where lots do not take money from each other, dealers lend beyond what they have free
            lendable[d] = gross <= free ? dealers.get(d).free(quota) : dealers.get(d).couldLend(quota);
        }
        long[] parts = Cents.split(gross, lendable);
        for (int d = 0; d < parts.length; d++) {
            dealers.get(d).lend(account, parts[d], outside);
        }
        outside.money().transfer(account, buyer.cash(), cents);
        return new Drawn(parts, account, pledgedCents);
    }

    /** Nobody lends more than is left after the haircut, but for some cents of rounding. */
    private static void requireCover(long loan, double lendable, long cents) {
        if (loan > lendable + cents) {
            throw new ConservationException("a loan of " + loan + " cents is backed by " + lendable + " after the haircut");
        }
    }

    /**
     * Takes machines into custody for what was drawn.
     *
     * @param placement where they went
     */
    public void open(Drawn drawn, Placement placement) {
        Repo repo = new Repo(placement, drawn.account, drawn.owed, market.week(), parameters.termWeeks());
        repos.add(repo);
        tally.lent(repo.loan(), drawn.pledgedCents);
    }

    /** Phase: machines earn, loans whose term is over are marked, called and rolled, and what is not paid is closed. */
    public void roll() {
        if (!isOpen) {
            return;
        }
        quota = terms.quota();
        for (int i = 0; i < repos.size(); i++) {
            earn(repos.get(i));
            repaySold(repos.get(i));
        }
        for (int i = 0; i < repos.size(); i++) {
            Repo repo = repos.get(i);
            if (repo.loan() > 0 && repo.dueWeek() <= market.week()) {
                roll(repo);
            }
        }
        dropBorrowers();
        repos.removeIf(repo -> repo.loan() == 0);
    }

    private void earn(Repo repo) {
        long cents = repo.earn(repo.placement().earningUsdPerWeek(market));
        outside.money().transfer(outside.customers(), repo.account(), cents);
    }

    /** What backed a loan and was sold on is paid for at once. */
    private void repaySold(Repo repo) {
        double share = repo.soldShare();
        if (share > 0) {
            long due = share >= 1 ? repo.loan() : Cents.of(Cents.toUsd(repo.loan()) * share);
            long interest = Cents.of(Cents.toUsd(interest(repo)) * share);
            if (!repay(repo, due, interest)) {
                closeAll(repo.placement().buyer());
            }
        }
    }

    /** Interest since the term began, cents. */
    private long interest(Repo repo) {
        double years = (market.week() - repo.sinceWeek()) / Hours.WEEKS_PER_YEAR;
        return Cents.of(Cents.toUsd(repo.loan()) * market.rateAt(parameters.spread()) * years);
    }

    /** What may be lent at most against the machines of a repo this week, cents. */
    private long most(Repo repo) {
        Pool pool = repo.placement().pool();
        double age = repo.placement().ageYears(market.week());
        double lendable = 1 - haircut(pool.machine(), pool.machineIndex(), age, pool.condition());
        return (long) (lendable * Cents.of(terms.markUsd(pool.machine(), pool.machineIndex(), age, pool.condition())
                * repo.placement().gpus()));
    }

    private void roll(Repo repo) {
        long stranded = refinance(repo);
        long call = Math.max(0, repo.loan() - most(repo));
        long interest = interest(repo);
        long due = Math.max(call, stranded);
        tally.rolled(due, Math.max(0, due + interest - repo.account().balance()));
        if (!repay(repo, due, interest)) {
            closeAll(repo.placement().buyer());
            return;
        }
        requireCover(repo.loan(), most(repo), 1);
        repo.roll(market.week(), parameters.termWeeks());
        if (repo.placement().earningUsdPerWeek(market) > 0) {
            release(repo);
        }
    }

    /** Lets dealers that lend take over what those that have failed are owed. @return what nobody takes over, cents */
    private long refinance(Repo repo) {
        long stranded = 0;
        for (int d = 0; d < repo.owed().length; d++) {
            if (dealers.get(d).hasFailed() && repo.owed()[d] > 0) {
                stranded += refinance(repo, d);
            }
        }
        return stranded;
    }

    private long refinance(Repo repo, int from) {
        long[] owed = repo.owed();
        for (int d = 0; d < owed.length && owed[from] > 0; d++) {
            long taken = Math.min(owed[from], dealers.get(d).free(quota));
            if (taken > 0) {
                dealers.get(d).lend(repo.account(), taken, outside);
                dealers.get(from).receive(repo.account(), taken, outside);
                owed[d] += taken;
                owed[from] -= taken;
            }
        }
        return owed[from];
    }

    /** Pays principal and interest from what the machines earned and then the buyer's own money. @return whether that sufficed */
    private boolean repay(Repo repo, long principal, long interest) {
        Buyer buyer = repo.placement().buyer();
        long missing = principal + interest - repo.account().balance();
        if (missing > buyers.get().ownCents(buyer)) {
            return false;
        }
        if (missing > 0) {
            buyers.get().raiseOwn(buyer, missing);
            outside.money().transfer(buyer.cash(), repo.account(), missing);
        }
        repo.pays(principal + interest);
        outside.money().transfer(repo.account(), outside.repoFunding(), interest);
        long[] parts = repo.partsOf(principal, dealers);
        for (int d = 0; d < parts.length; d++) {
            dealers.get(d).receive(repo.account(), parts[d], outside);
            repo.owed()[d] -= parts[d];
        }
        if (repo.loan() == 0) {
            release(repo);
        }
        return true;
    }

    /**
     * Gives what is not needed for a loan: to the owners what machines have earned, as all that machines bought without a loan earn;
     * to the buyer, who has to repay it, what it kept of the loan.
     */
    private void release(Repo repo) {
        long earned = Math.min(repo.earnedLeft(), repo.account().balance());
        repo.pays(earned);
        outside.money().transfer(repo.account(), outside.buyersFunding(), earned);
        outside.money().transfer(repo.account(), repo.placement().buyer().cash(), repo.account().balance());
    }

    /** Drops borrowers, those with the least cover first, until no more is lent than dealers are ready to. */
    private void dropBorrowers() {
        if (quota >= 1) {
            dropped.clear();
            return;
        }
        while (lentByDealersThatLend() > ready()) {
            Buyer weakest = weakest();
            if (weakest == null) {
                return;
            }
            dropped.add(weakest);
            tally.dropped();
            for (int i = 0; i < repos.size(); i++) {
                Repo repo = repos.get(i);
                if (repo.placement().buyer() == weakest && repo.loan() > 0 && !repay(repo, repo.loan(), interest(repo))) {
                    closeAll(weakest);
                }
            }
        }
    }

    private double ready() {
        double sum = 0;
        for (int d = 0; d < dealers.size(); d++) {
            sum += dealers.get(d).hasFailed() ? 0 : quota * dealers.get(d).paidIn();
        }
        return sum;
    }

    /** Principal that is owed to dealers that have not failed: what the others are owed runs off, cents. */
    private long lentByDealersThatLend() {
        long sum = 0;
        for (int i = 0; i < repos.size(); i++) {
            for (int d = 0; d < dealers.size(); d++) {
                sum += dealers.get(d).hasFailed() ? 0 : repos.get(i).owed()[d];
            }
        }
        return sum;
    }

    /** Principal of all repos that run, cents. */
    private long lent() {
        long sum = 0;
        for (int i = 0; i < repos.size(); i++) {
            sum += repos.get(i).loan();
        }
        return sum;
    }

    /** Whose loans are largest relative to the marks of their collateral; null if nobody has any. */
    private Buyer weakest() {
        Buyer weakest = null;
        double highest = -1;
        for (int i = 0; i < repos.size(); i++) {
            Buyer buyer = repos.get(i).placement().buyer();
            double loan = 0;
            double value = 0;
            for (int j = 0; j < repos.size(); j++) {
                Repo repo = repos.get(j);
                if (repo.placement().buyer() == buyer) {
                    Pool pool = repo.placement().pool();
                    loan += repo.loan();
                    value += Cents.of(repo.placement().gpus() * terms.markUsd(pool.machine(), pool.machineIndex(),
                            repo.placement().ageYears(market.week()), pool.condition()));
                }
            }
            double ltv = loan == 0 ? -1 : loan / StrictMath.max(1, value);
            if (ltv > highest) {
                highest = ltv;
                weakest = buyer;
            }
        }
        return weakest;
    }

    /** Takes all collateral of a buyer who has failed, for sale. */
    private void closeAll(Buyer buyer) {
        failed.add(buyer);
        for (int i = 0; i < repos.size(); i++) {
            Repo repo = repos.get(i);
            if (repo.placement().buyer() == buyer && repo.loan() > 0) {
                close(repo);
            }
        }
    }

    private void close(Repo repo) {
        Placement placement = repo.placement();
        Pool pool = placement.pool();
        int week = market.week();
        double ageAtStart = placement.ageYears(week) - week / Hours.WEEKS_PER_YEAR;
        int number = lotNumbers.getAsInt();
        Account gpus = custody.get(pool.machineIndex()).open("repo collateral " + number);
        long interest = interest(repo);
        tally.failed(repo.loan(), placement.gpus());
        buyers.get().surrender(placement, gpus);
        Collateral lot = new Collateral(number, pool.machine(), pool.machineIndex(), gpus, ageAtStart, week, pool.condition(),
                hardware.storageDecayPerYear(), placement.buyer(), dealers, repo.owed().clone(), interest,
                market.rateAt(parameters.spread()), repo.account(), outside);
        Arrays.fill(repo.owed(), 0);
        lot.distribute();
        if (gpus.balance() > 0) {
            lots.add(lot);
        } else {
            tally.lost(lot.finish());
        }
    }

    /** Collateral that dealers sell. */
    public List<Lot> lots() {
        return lotsToRead;
    }

    /** After the sale: what is sold leaves, what is not is stored for a week, dealers' books are audited, and the week is counted. */
    public void closeWeek() {
        if (!isOpen) {
            return;
        }
        for (int i = lots.size() - 1; i >= 0; i--) {
            Collateral lot = lots.get(i);
            if (lot.gpus().balance() == 0) {
                tally.lost(lot.finish());
                lots.remove(i);
            } else {
                lot.store(Cents.of(storageUsdPerGpuWeek * lot.gpus().balance()));
            }
        }
        for (int d = 0; d < dealers.size(); d++) {
            dealers.get(d).audit();
        }
        tally.week(lent(), Cents.of(parameters.capacityUsd()));
    }

    /** Machines that dealers have taken and not yet sold, GPUs: they stand idle. */
    public long heldGpus() {
        long sum = 0;
        for (int i = 0; i < lots.size(); i++) {
            sum += lots.get(i).gpus().balance();
        }
        return sum;
    }

    /** Whether loans run or collateral is for sale. */
    public boolean isBusy() {
        return !repos.isEmpty() || !lots.isEmpty();
    }

    public List<Dealer> dealers() {
        return Collections.unmodifiableList(dealers);
    }

    /** Principal that buyers owe dealers, of repos that run and of those that are being wound up, each pair once. */
    public List<RepoDebt> debts() {
        Map<Long, Long> cents = new TreeMap<>();
        for (int i = 0; i < repos.size(); i++) {
            addDebts(cents, repos.get(i).placement().buyer(), repos.get(i).owed());
        }
        for (int i = 0; i < lots.size(); i++) {
            addDebts(cents, lots.get(i).borrower(), lots.get(i).owed());
        }
        List<RepoDebt> debts = new ArrayList<>();
        cents.forEach((pair, sum) -> debts.add(new RepoDebt((int) (pair / dealers.size()), (int) (pair % dealers.size()), sum)));
        return debts;
    }

    private static void addDebts(Map<Long, Long> cents, Buyer buyer, long[] owed) {
        for (int d = 0; d < owed.length; d++) {
            if (owed[d] > 0) {
                cents.merge((long) buyer.id() * owed.length + d, owed[d], Long::sum);
            }
        }
    }

    /** What was counted on the way. */
    public RepoCounts counts() {
        return tally.counts();
    }

    /** What dealers have left to lend, USD. */
    public double lendableUsd() {
        return Cents.toUsd(capacityCents(false));
    }

    /** Principal that all dealers are owed, of repos that run, USD. */
    public double outstandingUsd() {
        return Cents.toUsd(lent());
    }

    /**
     * Value of collateral that could be financed this week at a haircut of at most h: what dealers have free over one less the haircut,
     * and nothing if their haircut is larger.
     *
     * @return USD
     */
    public double depthUsd(double haircutAtMost, MachineType machine, int machineIndex, double ageYears) {
        double haircut = haircut(machine, machineIndex, ageYears, 1);
        return haircut > haircutAtMost || haircut >= 1 ? 0 : Cents.toUsd(capacityCents(false)) / (1 - haircut);
    }
}
