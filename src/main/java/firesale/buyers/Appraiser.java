package firesale.buyers;

import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.hardware.Site;
import firesale.valuation.Knots;
import firesale.valuation.Outlook;
import firesale.valuation.PathValue;
import firesale.valuation.RackCharge;
import firesale.valuation.RevenuePath;
import firesale.valuation.Start;
import firesale.world.Market;
import java.util.Arrays;

/**
 * What machines are worth to one buyer after another under one view of the future: first {@link #see} the week, then {@link #ask} a
 * buyer, then ask for values. Mutable scratch: one for each use, never shared by threads.
 */
final class Appraiser {

    private static final Knots NOTHING = new Knots(0);

    private final HardwareParameters hardware;
    private final Market market;
    private final RevenuePath path = new RevenuePath();
    private final PathValue pathValue = new PathValue();
    private Knots premium = NOTHING;
    private boolean opinions;
    private final Outlook outlook;
    /** Whether the outlook is that of a cost of capital alone, and of which one: buyers of one kind then share it. */
    private boolean isShared;
    private double sharedRate;
    private Buyer buyer;
    private double beforeRacksUsd;
    private int starts;
    private Start[] start = {new Start(), new Start()};
    private int[] startWeeks = new int[2];

    Appraiser(HardwareParameters hardware, Market market) {
        this.hardware = hardware;
        this.market = market;
        this.outlook = new Outlook(hardware.longestLifeYears());
    }

    /**
     * Takes a view of this week.
     *
     * @param decline  believed decline of rent between releases, 1/a
     * @param disagree whether buyers add their own opinions to it
     * @param above    what the funding spread adds to every cost of capital, 1/a
     */
    void see(double decline, boolean disagree, double above) {
        market.outlook().set(path, market.week(), market.regime(), decline);
        premium = new Knots(above);
        opinions = disagree;
        isShared = false;
    }

    /** Asks a user from now on. */
    void ask(Buyer user) {
        buyer = user;
        if (isShared && !opinions && user.discount().rate() == sharedRate) {
            return;
        }
        outlook.set(path, opinions ? user.disagreement() : NOTHING, user.discount(), premium);
        isShared = true;
        sharedRate = user.discount().rate();
        starts = 0;
    }

    /** When machines begin to earn; berths that take as long share it. */
    private Start start(Berth berth) {
        int weeks = berth.leadWeeks(market.leadTimeFactor());
        for (int i = 0; i < starts; i++) {
            if (startWeeks[i] == weeks) {
                return start[i];
            }
        }
        if (starts == start.length) {
            start = Arrays.copyOf(start, 2 * starts);
            startWeeks = Arrays.copyOf(startWeeks, 2 * starts);
            for (int i = starts; i < start.length; i++) {
                start[i] = new Start();
            }
        }
        startWeeks[starts] = weeks;
        start[starts].set(outlook, weeks / Hours.WEEKS_PER_YEAR);
        return start[starts++];
    }

    /**
     * What running a machine of a pool in a berth is worth after moving, mending and the charge for racks, USD per GPU; 0 where
     * the berth does not serve the pool.
     */
    double usd(Berth berth, Pool pool) {
        beforeRacksUsd = 0;
        if (!berth.serves(pool)) {
            return 0;
        }
        MachineType machine = pool.machine();
        double revenue = machine.rentRelativeToH100() * market.spotUsdPerHour() * Hours.PER_YEAR * buyer.utilisation()
                * pool.condition();
        beforeRacksUsd = pathValue.of(outlook, start(berth), revenue, berth.costUsdPerYear(machine, market.powerFactor()),
                machine.scrapUsd(), machine.lifeYears() - pool.ageYears())
                - movingUsdPerGpu(berth) - (1 - pool.condition()) * hardware.repairUsdPerGpu();
        double investment = berth.investmentUsdPerKw();
        return investment == 0 ? beforeRacksUsd : beforeRacksUsd - RackCharge.usdPerGpu(investment, machine.kwPerGpu(), outlook.rate(),
                pathValue.runYears(), hardware.rackLifeYears());
    }

    /** The last value before the charge for racks, USD per GPU. */
    double beforeRacksUsd() {
        return beforeRacksUsd;
    }

    private double movingUsdPerGpu(Berth berth) {
        return berth.making() == Berth.Making.IN_PLACE ? hardware.inPlaceUsdPerGpu() : hardware.movingUsdPerGpu();
    }

    /**
     * The opportunity cost of the ready power of a site: the best surplus of a generation on sale new that its racks can hold, USD
     * per kW.
     *
     * @param cooled whether cooling has to serve the generation
     */
    double otherUseUsdPerKw(Berth berth, boolean cooled) {
        double best = 0;
        Site site = berth.site();
        double newPriceFactor = market.newPriceFactor();
        for (int m = 0; m < hardware.machines().size(); m++) {
            MachineType machine = hardware.machines().get(m);
            if (machine.onSaleNew() && site.nodesPerRack(machine, cooled) > 0) {
                double revenue = machine.rentRelativeToH100() * market.spotUsdPerHour() * Hours.PER_YEAR * buyer.utilisation();
                double value = pathValue.of(outlook, start(berth), revenue,
                        berth.costUsdPerYear(machine, market.powerFactor()), machine.scrapUsd(), machine.lifeYears())
                        - hardware.deploymentUsdPerGpu();
                best = StrictMath.max(best, (value - machine.newPriceUsd() * newPriceFactor) / machine.kwPerGpu());
            }
        }
        return best;
    }
}
