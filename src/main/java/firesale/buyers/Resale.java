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

    Resale(FairMarketValue fmv, Redeployment redeployment, double storageUsdPerGpuWeek) {
        this.fmv = fmv;
        this.redeployment = redeployment;
        this.storageUsdPerGpuWeek = storageUsdPerGpuWeek;
    }

    /** Begins a week: what was found is forgotten, and what resellers hold now crowds their market for the whole week. */
    void beginWeek() {
        known.clear();
        crowding = redeployment.crowding();
    }

    /**
     * E[resale] e^(-hurdle n) less storage, USD per GPU.
     *
     * @param premium what the funding spread adds to every cost of capital, 1/a
     */
    double usd(Buyer reseller, Pool pool, double premium) {
        BuyerType type = reseller.type();
        int weeks = type.holdingWeeks();
        double resale = type.resaleShare() * crowding * fmvAhead(weeks, pool);
        return resale * StrictMath.exp(-(reseller.discount().rate() + premium) * (weeks / Hours.WEEKS_PER_YEAR))
                - storageUsdPerGpuWeek * weeks;
    }

    private double fmvAhead(int weeks, Pool pool) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).pool == pool && known.get(i).weeks == weeks) {
                return known.get(i).usd;
            }
        }
        double usd = fmv.ahead(pool.machine(), pool.ageYears(), pool.condition(), weeks / Hours.WEEKS_PER_YEAR);
        known.add(new Ahead(pool, weeks, usd));
        return usd;
    }
}
