package firesale.report;

import java.util.List;

/**
 * What a market takes: how the discount grows with what is sold, and the price with the time to sell.
 *
 * @param horizons curves of depth, from the shortest time
 * @param lots     curves of time to sell, from the smallest lot
 */
record MarketDepth(List<Horizon> horizons, List<Lot> lots) {

    /**
     * How much is sold within some weeks, and at what discount.
     *
     * @param weeks  how long the sellers have
     * @param points by rising amount
     */
    record Horizon(int weeks, List<Sold> points) {
    }

    /**
     * A point of a curve of depth.
     *
     * @param soldUsd  amount sold, at OLV
     * @param discount to OLV; NaN where it is not known
     * @param low      lower quantile over runs; NaN without a band
     * @param high     upper quantile
     */
    record Sold(double soldUsd, double discount, double low, double high) {

        boolean hasBand() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }
    }

    /**
     * What a lot fetches by the time that it is on the market.
     *
     * @param label  its size, in words
     * @param points by rising time
     */
    record Lot(String label, List<Exposure> points) {
    }

    /**
     * A point of a curve of time to sell.
     *
     * @param weeks    of exposure
     * @param overOlv  price over the OLV of 26 weeks; NaN where it is not known
     */
    record Exposure(double weeks, double overOlv) {
    }

    /** Whether there is anything to draw. */
    boolean isEmpty() {
        return horizons.isEmpty() && lots.isEmpty();
    }
}
