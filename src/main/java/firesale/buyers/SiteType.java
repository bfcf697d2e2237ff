package firesale.buyers;

import firesale.hardware.Cooling;
import firesale.hardware.Site;
import firesale.kernel.parameters.Param;

/**
 * A kind of site: its ready racks and their cooling, what power and racks cost there, and what could be retrofitted or built at
 * which cost and in which time. Sizes are log-normal by their median and the standard deviation of their logarithm.
 */
public record SiteType(
        @Param(meaning = "Kind of site") String name,
        @Param(meaning = "The kind of buyer that has it beside its own site, by name") String buyers,
        @Param(meaning = "Share of those buyers that have it", unit = "share", def = "1", min = 0, max = 1,
                source = "assumption: all, where a file adds a site") double share,
        @Param(meaning = "Median power of ready free racks", unit = "MW", def = "0", min = 0, max = 100_000,
                source = "assumption") double readyMwMedian,
        @Param(meaning = "Standard deviation of the log power", unit = "1", def = "0.6", min = 0, max = 5,
                source = "assumption") double readyMwSigma,
        @Param(meaning = "Median power of a rack", unit = "kW", def = "41", min = 0.1, max = 1000,
                source = "near the limit of air [computeforecast-hybrid]") double rackKwMedian,
        @Param(meaning = "Standard deviation of the log rack power", unit = "1", def = "0.3", min = 0, max = 5,
                source = "assumption") double rackKwSigma,
        @Param(meaning = "Cooling of the ready racks", def = "air", source = "assumption") Cooling cooling,
        @Param(meaning = "PUE", unit = "ratio", def = "1.54", min = 1, max = 5, source = "world average of 2025 [uptime-2025]")
                double pue,
        @Param(meaning = "Price of power", unit = "USD/kWh", def = "0.09", min = 0, max = 10,
                source = "US industrial, October 2025 [digitalcryptohub]") double powerUsdPerKwh,
        @Param(meaning = "Rent of ready rack power; of own racks what they would fetch if let", unit = "USD/kW/month",
                def = "184.06", min = 0, max = 100_000, source = "[cbre-h2-2024]") double rackRentUsdPerKwMonth,
        @Param(meaning = "Share of that rent which power without fitted racks costs", unit = "share", def = "0.7", min = 0,
                max = 1, source = "assumption: shell, cooling plant and power without racks and distribution") double shellShare,
        @Param(meaning = "What the liquid loops of ready racks carry, as a share of the racks' power; 1 or more never binds",
                unit = "share", def = "1", min = 0, max = 100, source = "assumption: plant as large as the racks")
                double loopShare,
        @Param(meaning = "Median legacy power that could be retrofitted", unit = "MW", def = "0", min = 0, max = 100_000,
                source = "assumption") double convertibleMwMedian,
        @Param(meaning = "Cost of a retrofit", unit = "USD/kW", def = "4000", min = 0, max = 1e6,
                source = "AI site 3-5 MUSD/MW [sabre56]; the cooling alone about 2 [stl-retrofit]") double retrofitUsdPerKw,
        @Param(meaning = "Time that a retrofit takes", unit = "weeks", def = "39", min = 0, max = 520, source = "assumption")
                int retrofitWeeks,
        @Param(meaning = "Median power that could be built anew, shell and plant included", unit = "MW", def = "0", min = 0,
                max = 100_000, source = "assumption") double buildableMwMedian,
        @Param(meaning = "Cost of building anew", unit = "USD/kW", def = "11000", min = 0, max = 1e6,
                source = "new liquid-cooled build above 11 MUSD/MW [stl-retrofit]") double buildUsdPerKw,
        @Param(meaning = "Time that building anew takes", unit = "weeks", def = "104", min = 0, max = 1040,
                source = "assumption: two years from order to power") int buildWeeks) {

    /** The same with other cooling and costs of running. */
    SiteType with(Cooling otherCooling, double otherPue, double otherPowerUsdPerKwh, double otherRackRentUsdPerKwMonth) {
        return new SiteType(name, buyers, share, readyMwMedian, readyMwSigma, rackKwMedian, rackKwSigma, otherCooling, otherPue,
                otherPowerUsdPerKwh, otherRackRentUsdPerKwMonth, shellShare, loopShare, convertibleMwMedian, retrofitUsdPerKw,
                retrofitWeeks, buildableMwMedian, buildUsdPerKw, buildWeeks);
    }

    /**
     * One site of this kind.
     *
     * @param heatKwPerRack heat that its cooling carries out of one rack at most, kW
     */
    Site site(double readyMw, double rackKw, double convertibleMw, double buildableMw, double heatKwPerRack) {
        return new Site(readyMw * 1000, rackKw, cooling, pue, powerUsdPerKwh, rackRentUsdPerKwMonth, shellShare,
                convertibleMw * 1000, new Site.Heat(heatKwPerRack, loopShare), buildableMw * 1000);
    }
}
