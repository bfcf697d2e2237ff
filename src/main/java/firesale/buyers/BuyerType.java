package firesale.buyers;

import firesale.hardware.Cooling;
import firesale.kernel.parameters.Param;

/** A kind of buyer. Sizes are log-normal by their median and the standard deviation of their logarithm. */
public record BuyerType(
        @Param(meaning = "Kind of buyer") String name,
        @Param(meaning = "How many", unit = "count", min = 0, max = 1_000_000) int count,
        @Param(meaning = "What it does with machines: use or resell") Business business,
        @Param(meaning = "Median power of ready free racks", unit = "MW", def = "0", min = 0, max = 100_000,
                source = "assumption") double readyMwMedian,
        @Param(meaning = "Standard deviation of the log power", unit = "1", def = "0.6", min = 0, max = 5,
                source = "assumption") double readyMwSigma,
        @Param(meaning = "Median power of a rack", unit = "kW", def = "12", min = 0.1, max = 1000,
                source = "the average rack of 2024 [afcom-2024]") double rackKwMedian,
        @Param(meaning = "Standard deviation of the log rack power", unit = "1", def = "0.3", min = 0, max = 5,
                source = "assumption") double rackKwSigma,
        @Param(meaning = "Cooling of the ready racks", def = "air", source = "assumption") Cooling cooling,
        @Param(meaning = "PUE", unit = "ratio", def = "1.54", min = 1, max = 5, source = "world average of 2025 [uptime-2025]")
                double pue,
        @Param(meaning = "Price of power", unit = "USD/kWh", def = "0.09", min = 0, max = 10,
                source = "US industrial, October 2025 [digitalcryptohub]") double powerUsdPerKwh,
        @Param(meaning = "Rent of ready rack power; of own racks what they would fetch if let", unit = "USD/kW/month",
                def = "184.06", min = 0,
                max = 100_000, source = "[cbre-h2-2024]") double rackRentUsdPerKwMonth,
        @Param(meaning = "Share of that rent which power without fitted racks costs", unit = "share", def = "0.7", min = 0,
                max = 1, source = "assumption: shell, cooling plant and power without racks and distribution") double shellShare,
        @Param(meaning = "Median legacy power that could be retrofitted", unit = "MW", def = "0", min = 0, max = 100_000,
                source = "assumption") double convertibleMwMedian,
        @Param(meaning = "Cost of a retrofit", unit = "USD/kW", def = "4000", min = 0, max = 1e6,
                source = "AI site 3-5 MUSD/MW [sabre56]; the cooling alone about 2 [stl-retrofit]") double retrofitUsdPerKw,
        @Param(meaning = "Time that a retrofit takes", unit = "weeks", def = "39", min = 0, max = 520, source = "assumption")
                int retrofitWeeks,
        @Param(meaning = "What the liquid loops of ready racks carry, as a share of the racks' power; 1 or more never binds",
                unit = "share", def = "1", min = 0, max = 100, source = "assumption: plant as large as the racks")
                double loopShare,
        @Param(meaning = "Median power that could be built anew, shell and plant included", unit = "MW", def = "0", min = 0,
                max = 100_000, source = "assumption: nobody builds for seized machines") double buildableMwMedian,
        @Param(meaning = "Cost of building anew", unit = "USD/kW", def = "11000", min = 0, max = 1e6,
                source = "new liquid-cooled build above 11 MUSD/MW [stl-retrofit]") double buildUsdPerKw,
        @Param(meaning = "Time that building anew takes", unit = "weeks", def = "104", min = 0, max = 1040,
                source = "assumption: two years from order to power") int buildWeeks,
        @Param(meaning = "Time from sale to earning in ready racks", unit = "weeks", def = "6", min = 0, max = 260,
                source = "assumption: transport, tests, cabling") int deploymentWeeks,
        @Param(meaning = "Mean utilisation", unit = "share", def = "0.65", min = 0, max = 1, source = "assumption")
                double utilisationMean,
        @Param(meaning = "Standard deviation of utilisation between buyers", unit = "share", def = "0.06", min = 0, max = 1,
                source = "assumption") double utilisationSd,
        @Param(meaning = "Cost of capital in calm", unit = "1/a", def = "0.12", min = -0.5, max = 3, source = "assumption")
                double discountRate,
        @Param(meaning = "Standard deviation of the believed decline of rent between buyers", unit = "1/a", def = "0.08",
                min = 0, max = 3, source = "assumption") double beliefSd,
        @Param(meaning = "Probability of coming to a weekly sale", unit = "share", def = "0.3", min = 0, max = 1,
                source = "assumption") double attendance,
        @Param(meaning = "Whether it can get the newest generation, so that ready power has another use", def = "false",
                source = "assumption") boolean newMachines,
        @Param(meaning = "Median own cash for purchases", unit = "MUSD", def = "0", min = 0, max = 1e7, source = "assumption")
                double cashMusdMedian,
        @Param(meaning = "Median credit line in calm", unit = "MUSD", def = "0", min = 0, max = 1e7, source = "assumption")
                double lineMusdMedian,
        @Param(meaning = "Standard deviation of the log funds", unit = "1", def = "0.8", min = 0, max = 5,
                source = "assumption") double fundsSigma,
        @Param(meaning = "Sensitivity of the log line to the funding spread above calm, chi", unit = "1", def = "15", min = 0,
                max = 1000,
                source = "assumption: a spread 550 bp wider halves the line") double lineToSpread,
        @Param(meaning = "Share of the line that a lender of the model grants: it follows that lender's capital, not the spread",
                unit = "share", def = "0", min = 0, max = 1, source = "assumption: lines come from outside the model")
                double lineFromLenders,
        @Param(meaning = "Own cash that comes back in a year, up to its level at the start", unit = "share/a", def = "0.5",
                min = 0, max = 52, source = "assumption: yearly budgets")
        double replenishPerYear,
        @Param(meaning = "Median coins held, sold before cash and line are touched", unit = "BTC", def = "0", min = 0, max = 1e6,
                source = "assumption: none") double btcMedian,
        @Param(meaning = "Standard deviation of the log coins", unit = "1", def = "0.8", min = 0, max = 5,
                source = "assumption: as of funds") double btcSigma,
        @Param(meaning = "Resellers: price fetched relative to FMV at resale", unit = "share", def = "0.9", min = 0, max = 2,
                source = "assumption") double resaleShare,
        @Param(meaning = "Resellers: how long a machine is held", unit = "weeks", def = "26", min = 1, max = 260,
                source = "assumption") int holdingWeeks,
        @Param(meaning = "Resellers: median storage", unit = "GPUs", def = "0", min = 0, max = 1e8, source = "assumption")
                double storageGpusMedian,
        @Param(meaning = "Weeks between the first seized lot on offer and the first bid, for capital that moves slowly",
                unit = "weeks", def = "0", min = 0, max = 1000, source = "assumption")
        int arrivalWeeks) {

    /** The site that every buyer of the kind has. */
    SiteType ownSite() {
        return new SiteType(name, name, 1, readyMwMedian, readyMwSigma, rackKwMedian, rackKwSigma, cooling, pue, powerUsdPerKwh,
                rackRentUsdPerKwMonth, shellShare, loopShare, convertibleMwMedian, retrofitUsdPerKw, retrofitWeeks,
                buildableMwMedian, buildUsdPerKw, buildWeeks);
    }

    /** What a buyer does with machines. */
    public enum Business {
        /** Runs them and earns rent. */
        USE,
        /** Holds them and sells them on. */
        RESELL
    }
}
