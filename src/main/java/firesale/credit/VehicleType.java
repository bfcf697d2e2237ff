package firesale.credit;

import firesale.kernel.parameters.Param;

/** A kind of special-purpose vehicle that owns machines and lets them under one lease: a sponsor's SPV, or project finance. */
public record VehicleType(
        @Param(meaning = "Kind of vehicle") String name,
        @Param(meaning = "How many", unit = "count", def = "0", min = 0, max = 1000, source = "assumption: off") int count,
        @Param(meaning = "Who has the machines on lease") Lessee lessee,
        @Param(meaning = "Machines of a vehicle", unit = "GPUs", min = 1, max = 1e8) int gpus,
        @Param(meaning = "Kind of machine") String machine,
        @Param(meaning = "Equity over cost", unit = "share", min = 0, max = 1) double equityShare,
        @Param(meaning = "Share of the equity that the machines' vendor holds", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption") double vendorShareOfEquity,
        @Param(meaning = "Life of the lease", unit = "a", min = 0.1, max = 30) double leaseYears,
        @Param(meaning = "Life of the loan", unit = "a", min = 0.1, max = 30) double loanYears,
        @Param(meaning = "Spread of the loan over the risk-free rate", unit = "1/a", min = 0, max = 1) double spread,
        @Param(meaning = "Rent over debt service", unit = "ratio", min = 0, max = 10) double rentCover,
        @Param(meaning = "Cash kept, in weeks of debt service", unit = "weeks", def = "13", min = 0, max = 520,
                source = "assumption: a debt-service reserve of a quarter") double reserveWeeks,
        @Param(meaning = "Whether shareholders walk away when loan exceeds collateral", def = "true",
                source = "assumption: without recourse it costs them nothing") boolean strategicDefault) {

    /** Who has a vehicle's machines on lease. */
    public enum Lessee {
        /** A host of the model, the larger ones first; it lets the machines on and pays what running them costs. */
        SPONSOR,
        /** A customer outside the model who always pays. */
        CUSTOMER
    }
}
