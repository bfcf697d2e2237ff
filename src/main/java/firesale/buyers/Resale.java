package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.Pool;
import java.util.ArrayList;
import java.util.List;

/** What machines are worth to those who sell them on. */
final class Resale {

    private record Ahead(Pool pool, int weeks, double usd) {
    }

    private final FairMarketValue fmv;
    private final Redeployment redeployment;
    private final double storageUsdPerGpuWeek;
    /** FMV at the date of resale; the same for all who hold machines as long, so it is found once a week. */
    private final List<Ahead> known = new ArrayList<>();
    private double crowding = 1;
    /** What was asked last: resellers of one kind stand beside each other and are alike. */
    private BuyerType lastType;
    private Pool lastPool;
    private double lastRate;
    private double last;

    Resale(FairMarketValue fmv, Redeployment redeployment, double storageUsdPerGpuWeek) {
        this.fmv = fmv;
        this.redeployment = redeployment;
        this.storageUsdPerGpuWeek = storageUsdPerGpuWeek;
    }

    /** Begins a week: what was found is forgotten, and what resellers hold now crowds their market for the whole week. */
    void beginWeek() {
        known.clear();
        lastPool = null;
        crowding = redeployment.crowding();
    }

    /**
     * E[resale] e^(-hurdle n) less storage, USD per GPU.
     *
     * @param premium what the funding spread adds to every cost of capital, 1/a
     */
    double usd(Buyer reseller, Pool pool, double premium) {
        BuyerType type = reseller.type();
        double rate = reseller.discount().rate() + premium;
        if (type != lastType || pool != lastPool || rate != lastRate) {
            int weeks = type.holdingWeeks();
            double resale = type.resaleShare() * crowding * fmvAhead(weeks, pool);
            last = resale * StrictMath.exp(-rate * (weeks / Hours.WEEKS_PER_YEAR)) - storageUsdPerGpuWeek * weeks;
            lastType = type;
            lastPool = pool;
            lastRate = rate;
        }
        return last;
    }

    private double fmvAhead(int weeks, Pool pool) {
        for (int i = 0; i < known.size(); i++) {
            Ahead ahead = known.get(i);
            if (ahead.weeks == weeks && ahead.pool.machine() == pool.machine() && ahead.pool.ageYears() == pool.ageYears()
                    && ahead.pool.condition() == pool.condition()) {
                return ahead.usd;
            }
        }
        double usd = fmv.weeksAhead(pool.machine(), pool.ageYears(), pool.condition(), weeks);
        known.add(new Ahead(pool, weeks, usd));
        return usd;
    }
}
