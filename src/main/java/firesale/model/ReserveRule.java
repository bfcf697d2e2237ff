package firesale.model;

import firesale.hardware.Lot;


/** What a lender that need not sell asks at least. */
interface ReserveRule {

    /**
     * The least price of a fleet this week, before scrap value.
     *
     * @param fmvUsd FMV of the fleet this week as it is, USD per GPU
     * @return USD per GPU
     */
    double usdPerGpu(Lot fleet, double fmvUsd);
}
