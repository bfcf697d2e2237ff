package firesale.buyers;

import firesale.hardware.HardwareParameters;
import firesale.hardware.Pool;
import firesale.world.Market;
import java.util.Arrays;
import java.util.List;

/**
 * What a pool is worth to each buyer in each of its berths this week, under several views of the future; each is found when it
 * is first asked for. A view says whether buyers have beliefs of their own, and whether the funding spread adds to their cost
 * of capital.
 */
final class PoolValues {

    private static final int VIEWS = 4;
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final Market market;
    private final List<Buyer> buyers;
    private final Resale resale;
    private final Consensus consensus;
    private final Appraiser appraiser;
    /** The buyer's place in the arrays of values. */
    private int[] firstCell = new int[0];
    private final double[][] usd = new double[VIEWS][0];
    /** USD per kW that ready racks forgo, by view and whether cooling counts. */
    private final double[][] forgoneUsdPerKw = new double[2 * VIEWS][0];
    private final boolean[] isKnown = new boolean[VIEWS];
    private final boolean[] isForgoneKnown = new boolean[2 * VIEWS];
    private Pool pool;

    PoolValues(HardwareParameters hardware, Market market, List<Buyer> buyers, Resale resale, Consensus consensus) {
        this.market = market;
        this.buyers = buyers;
        this.resale = resale;
        this.consensus = consensus;
        this.appraiser = new Appraiser(hardware, market);
    }

    /** Asks for the values of this pool in this week from now on. */
    void freeze(Pool ofPool) {
        pool = ofPool;
        Arrays.fill(isKnown, false);
        Arrays.fill(isForgoneKnown, false);
        if (firstCell.length < buyers.size() + 1) {
            firstCell = new int[buyers.size() + 1];
        }
        for (int i = 0; i < buyers.size(); i++) {
            firstCell[i + 1] = firstCell[i] + buyers.get(i).berths().length;
        }
    }

    /** The number of a view. */
    static int view(boolean beliefs, boolean spread) {
        return (beliefs ? 1 : 0) + (spread ? 2 : 0);
    }

    /** What the funding spread adds to every cost of capital under a view, 1/a. */
    double premium(int view) {
        return (view & 2) != 0 ? market.spread() - market.calmSpread() : 0;
    }

    /** Where a buyer's berths begin in the arrays below. */
    int firstCell(int buyer) {
        return firstCell[buyer];
    }

    /** USD per GPU by buyer and berth; for reading. */
    double[] usd(int view) {
        if (!isKnown[view]) {
            isKnown[view] = true;
            know(view);
        }
        return usd[view];
    }

    private void know(int view) {
        int cells = firstCell[buyers.size()];
        if (usd[view].length < cells) {
            usd[view] = new double[cells];
        }
        see(view);
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            Berth[] berths = buyer.berths();
            if (buyer.type().business() == BuyerType.Business.RESELL) {
                usd[view][firstCell[i]] = resale.usd(buyer, pool, premium(view));
                continue;
            }
            appraiser.ask(buyer);
            for (int b = 0; b < berths.length; b++) {
                usd[view][firstCell[i] + b] = berths[b].isOfUse(pool.machine()) ? appraiser.usd(berths[b], pool) : NONE;
            }
        }
    }

    private void see(int view) {
        boolean beliefs = (view & 1) != 0;
        appraiser.see(beliefs ? consensus.declineWithoutReleases() : market.outlook().declineWithoutReleases(), beliefs,
                premium(view));
    }

    /**
     * What ready racks forgo, USD per kW by buyer and berth; for reading.
     *
     * @param cooled whether cooling has to serve what could stand there instead
     */
    double[] forgoneUsdPerKw(int view, boolean cooled) {
        int which = 2 * view + (cooled ? 1 : 0);
        if (!isForgoneKnown[which]) {
            isForgoneKnown[which] = true;
            knowForgone(view, which, cooled);
        }
        return forgoneUsdPerKw[which];
    }

    private void knowForgone(int view, int which, boolean cooled) {
        int cells = firstCell[buyers.size()];
        if (forgoneUsdPerKw[which].length < cells) {
            forgoneUsdPerKw[which] = new double[cells];
        }
        see(view);
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            Berth[] berths = buyer.berths();
            boolean asked = false;
            for (int b = 0; b < berths.length; b++) {
                double perKw = 0;
                if (buyer.type().newMachines() && berths[b].making() == Berth.Making.READY) {
                    if (!asked) {
                        appraiser.ask(buyer);
                        asked = true;
                    }
                    perKw = appraiser.otherUseUsdPerKw(berths[b], cooled);
                }
                forgoneUsdPerKw[which][firstCell[i] + b] = perKw;
            }
        }
    }
}
