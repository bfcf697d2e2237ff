package firesale.repo;

import firesale.buyers.Buyers;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.world.Market;
import java.util.function.Supplier;

/** On which terms dealers lend in a week: haircut, mark, how much of what they have, and what buyers keep of a loan for calls. */
final class LendingTerms {

    private static final double REFERENCE_AGE_YEARS = 1.5;
    private static final double MOST_BUFFER = 0.9;

    private final RepoParameters parameters;
    private final boolean heedsAuctions;
    private final HardwareParameters hardware;
    private final Market market;
    private final AuctionSignals signals;
    private final Supplier<Buyers> buyers;
    /** What is kept of loans against the pool that was asked about last, which is asked for every bidder. */
    private Pool bufferPool;
    private int bufferWeek;
    private double buffer;

    /**
     * @param heedsAuctions whether what auctions tell moves haircuts and marks; else they are those of prices at FMV and quick sales
     * @param signals       what auctions tell
     */
    LendingTerms(RepoParameters parameters, boolean heedsAuctions, HardwareParameters hardware, Market market, AuctionSignals signals,
            Supplier<Buyers> buyers) {
        this.parameters = parameters;
        this.heedsAuctions = heedsAuctions;
        this.hardware = hardware;
        this.market = market;
        this.signals = signals;
        this.buyers = buyers;
    }

    /** The haircut on machines this week, as the venue has it: 0 to 1. */
    double haircut(MachineType machine, int machineIndex, double ageYears, double condition) {
        return parameters.venue() == RepoParameters.Venue.TRI_PARTY ? parameters.haircut().base()
                : ruledHaircut(machine, ageYears, condition, signals.priceOverFmv(machineIndex));
    }

    private double ruledHaircut(MachineType machine, double ageYears, double condition, double priceOverFmv) {
        HaircutParameters haircut = parameters.haircut();
        if (haircut.rule() != HaircutParameters.Rule.VALUE_AT_RISK) {
            return haircut.at(heedsAuctions ? priceOverFmv : 1, 0, 0);
        }
        double weeks = StrictMath.max(haircut.liquidationWeeks(), heedsAuctions ? signals.weeksToSell() : 0);
        double years = weeks / Hours.WEEKS_PER_YEAR;
        double now = fmvUsd(machine, ageYears, condition);
        double then = buyers.get().fmv().ahead(machine, ageYears,
                condition * StrictMath.exp(-hardware.storageDecayPerYear() * years), years);
        return haircut.at(1, years, StrictMath.log(now / then));
    }

    private double fmvUsd(MachineType machine, double ageYears, double condition) {
        return buyers.get().fmv().usdPerGpu(machine, ageYears, condition);
    }

    /** What dealers hold a machine to be worth this week, USD. */
    double markUsd(MachineType machine, int machineIndex, double ageYears, double condition) {
        boolean toAuction = parameters.mark() == RepoParameters.Mark.AUCTION && heedsAuctions;
        return fmvUsd(machine, ageYears, condition) * (toAuction ? signals.priceOverFmv(machineIndex) : 1);
    }

    /**
     * What buyers keep of a loan in cash: as much of it as calls and interest will take until machines earn, if all goes as expected.
     */
    double bufferShare(Pool pool) {
        if (parameters.bufferWeeks() == 0) {
            return 0;
        }
        if (pool != bufferPool || bufferWeek != market.week()) {
            bufferPool = pool;
            bufferWeek = market.week();
            buffer = newBufferShare(pool);
        }
        return buffer;
    }

    private double newBufferShare(Pool pool) {
        double years = parameters.bufferWeeks() / Hours.WEEKS_PER_YEAR;
        double left = buyers.get().fmv().ahead(pool.machine(), pool.ageYears(), pool.condition(), years)
                / fmvUsd(pool.machine(), pool.ageYears(), pool.condition());
        return StrictMath.max(0, StrictMath.min(MOST_BUFFER, 1 - left + market.rateAt(parameters.spread()) * years));
    }

    /** What dealers are ready to have lent of what they have, 0 to 1. */
    double quota() {
        if (parameters.venue() == RepoParameters.Venue.BILATERAL || parameters.haircut().base() >= 1) {
            return 1;
        }
        double haircut = ruledHaircut(hardware.commonest(), REFERENCE_AGE_YEARS, 1, signals.priceOverFmv());
        return StrictMath.max(0, StrictMath.min(1, (1 - haircut) / (1 - parameters.haircut().base())));
    }
}
