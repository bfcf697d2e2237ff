package firesale.model;

/** What becomes of machines that reach a lender: the phase of the week that takes them. */
public enum Disposal {
    /** They are sold by auction. */
    AUCTION {
        @Override
        Runnable phase(FireSale run) {
            return new SalePhase(run)::run;
        }
    },
    /** A warehouse outside the model takes them at FMV and makes the lender whole. */
    WAREHOUSE {
        @Override
        Runnable phase(FireSale run) {
            return new WarehousePhase(run)::run;
        }
    };

    /** What is done in the week's sale. */
    abstract Runnable phase(FireSale run);
}
