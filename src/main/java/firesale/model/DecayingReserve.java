package firesale.model;

import firesale.auction.AuctionParameters;
import firesale.hardware.Lot;

/** A share of FMV that decays with the weeks on offer, down to a floor. */
final class DecayingReserve implements ReserveRule {

    private final double[] share;

    /** @param weeks the longest time on offer */
    DecayingReserve(AuctionParameters parameters, int weeks) {
        share = new double[weeks + 1];
        double now = parameters.reserveShare();
        for (int w = 0; w < share.length; w++) {
            share[w] = StrictMath.max(parameters.reserveFloorShare(), now);
            now *= 1 - parameters.reserveDecayPerWeek();
        }
    }

    @Override
    public double usdPerGpu(Lot fleet, double fmvUsd) {
        return fmvUsd * share[fleet.weeksOffered()];
    }
}
