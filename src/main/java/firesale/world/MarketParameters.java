package firesale.world;

import firesale.kernel.numerics.SmallMatrix;
import firesale.kernel.parameters.Param;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Prices, regimes and releases. */
public record MarketParameters(
        @Param(meaning = "First day of week 0", def = "2026-01-05", source = "assumption: the first Monday of 2026")
                LocalDate start,
        @Param(meaning = "BTC at the start", unit = "USD", def = "93882.55", min = 1, max = 1e9, source = "[btc-usd]")
                double btcUsd,
        @Param(meaning = "Spot rent of an H100 SXM at the start", unit = "USD/h", def = "1.92", min = 0.001, max = 1000,
                source = "log-linear between 2.69 (2025-11-16) [gpu-price-tracker] and 1.80 (2026-01-15) [ai-api-playbook], "
                + "marketplace tier")
        double spotUsdPerHour,
        @Param(meaning = "One-year contract rent of an H100 SXM at the start", unit = "USD/h", def = "2.03", min = 0.001,
                max = 1000,
                source = "log-linear between 1.70 (2025-10-15) and 2.35 (2026-03-15) [techreaderdaily-h100]")
        double contractUsdPerHour,
        @Param(meaning = "Risk-free short rate", unit = "1/a", def = "0.036", min = -0.05, max = 0.5,
                source = "assumption: SOFR at the start of 2026")
        double riskFreeRate,
        @Param(meaning = "Prices by regime", table = "data/regimes.csv") List<RegimeParameters> regimes,
        @Param(meaning = "When funding is squeezed and for how long") Squeeze squeeze,
        @Param(meaning = "How rent falls") Rent rent,
        @Param(meaning = "How BTC reacts to sales") Btc btc,
        @Param(meaning = "How losses feed into spreads") Spread spread,
        @Param(meaning = "How the price of power follows a boom in AI, and bottlenecks with it") Power power,
        @Param(meaning = "Inflation, and how long it keeps policy from easing") Inflation inflation,
        @Param(meaning = "Generations to come", table = "data/releases.csv") List<Release> releases,
        @Param(meaning = "What the market knows of releases: the whole calendar in advance, or each from its announcement on",
                def = "known-in-advance", source = "assumption: roadmaps are public") Announcements announcements,
        @Param(meaning = "Dated series instead of simulated prices; empty: none") List<ReplaySeries> replay,
        @Param(meaning = "Dated regimes instead of simulated ones; empty: none") List<DatedRegime> datedRegimes) {

    public MarketParameters {
        regimes = List.copyOf(regimes);
        releases = List.copyOf(releases);
        replay = List.copyOf(replay);
        datedRegimes = List.copyOf(datedRegimes);
        for (Regime regime : Regime.values()) {
            requireCorrelations(of(regimes, regime));
        }
        if (regimes.size() != Regime.values().length) {
            throw new IllegalArgumentException("the regimes are calm, squeeze and easing; no others can be added");
        }
        for (int i = 1; i < datedRegimes.size(); i++) {
            if (!datedRegimes.get(i).from().isAfter(datedRegimes.get(i - 1).from())) {
                throw new IllegalArgumentException("dated regimes must follow each other in time: "
                        + datedRegimes.get(i).name());
            }
        }
    }

    private static void requireCorrelations(RegimeParameters regime) {
        try {
            SmallMatrix.cholesky(regime.correlation());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("regimes." + regime.name() + ": " + e.getMessage(), e);
        }
    }

    /** The rate at which somebody lends at a spread over the risk-free rate, 1/a; nobody pays to lend. */
    public double rateAt(double spread) {
        return StrictMath.max(0, riskFreeRate + spread);
    }

    /** The parameters of a regime. */
    public RegimeParameters of(Regime regime) {
        return of(regimes, regime);
    }

    private static RegimeParameters of(List<RegimeParameters> regimes, Regime regime) {
        for (RegimeParameters candidate : regimes) {
            if (candidate.name().equalsIgnoreCase(regime.name())) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("the regime " + regime.name().toLowerCase(Locale.ROOT) + " is missing");
    }

    /** The funding squeeze. */
    public record Squeeze(
            @Param(meaning = "Week in which calm turns into a squeeze; none: only by hazard", unit = "weeks", def = "26", min = 0,
                    max = 2000, source = "assumption: half a year after the start") OptionalInt startWeek,
            @Param(meaning = "Hazard of a squeeze in calm, beside the scheduled one", unit = "1/a", def = "0", min = 0, max = 52,
                    source = "assumption: one squeeze, scheduled") double hazardPerYear,
            @Param(meaning = "Sensitivity of the log hazard to borrowers' debt over book assets", unit = "1", def = "0",
                    min = 0, max = 100,
                    source = "assumption: off") double hazardToLeverage,
            @Param(meaning = "Sensitivity of the log hazard to lenders' loss share of 26 weeks", unit = "1", def = "0",
                    min = 0, max = 1000,
                    source = "assumption: off") double hazardToLosses,
            @Param(meaning = "Hazard of a squeeze that the market reckons with in calm", unit = "1/a", def = "0.2", min = 0,
                    max = 52,
                    source = "assumption: one in five years, as 2018 and 2022 for BTC [btc-usd]") double believedPerYear,
            @Param(meaning = "Time until policy eases funding", unit = "weeks", def = "26", min = 1, max = 2000,
                    source = "assumption: half a year") int policyDelayWeeks,
            @Param(meaning = "Mean time from easing to calm", unit = "weeks", def = "39", min = 1, max = 2000,
                    source = "assumption: nine months") double easingWeeks) {
    }

    /** Rent of compute. */
    public record Rent(
            @Param(meaning = "Fall of the price per token", unit = "share/a", def = "0.30", min = -1, max = 0.99,
                    source = "assumption: the middle of the 20-40 % of the credit argument") double tokenPriceFallPerYear,
            @Param(meaning = "Growth of what software gets out of a GPU", unit = "share/a", def = "0.142857142857", min = -0.9,
                    max = 10,
                    source = "assumption: with tokens falling 30 %, rent then falls 20 % a year, the owners' disclosed decay "
                    + "[spotwire-crossval]")
            double productivityGrowthPerYear,
            @Param(meaning = "Elasticity of demand for compute to rent, eta", unit = "1", def = "1.0", min = 0.05, max = 100,
                    source = "assumption") double demandElasticity,
            @Param(meaning = "Installed Hopper GPUs, N", unit = "count", def = "3000000", min = 1, max = 1e9,
                    source = "650 k by 2023 [omdia-2023] and 2.3 M in 2025 [techreaderdaily-h100]") double installedGpus,
            @Param(meaning = "Speed at which contract rent follows spot", unit = "1/a", def = "2", min = 0.01, max = 52,
                    source = "assumption: half-life of four months") double contractReversionPerYear,
            @Param(meaning = "Elasticity of the price of new machines to the trend of rent", unit = "1", def = "1", min = 0,
                    max = 5,
                    source = "assumption: makers price by what a machine earns") double newPriceElasticity,
            @Param(meaning = "Log term premium of a one-year contract over spot", unit = "1", def = "-0.05", min = -2, max = 2,
                    source = "assumption: so that the contract rent of the start is near its trend") double contractPremium) {

        /** The trend decline of rent, releases included, 1/a: of the token price less what software adds. */
        public double declinePerYear() {
            return -StrictMath.log(1 - tokenPriceFallPerYear) - StrictMath.log(1 + productivityGrowthPerYear);
        }
    }

    /** Coins. */
    public record Btc(
            @Param(meaning = "Market volume of a day", unit = "BTC", def = "200000", min = 1, max = 1e9,
                    source = "assumption: of the order of 20 bn USD a day")
            double dailyVolume,
            @Param(meaning = "Log price fall for sales of one market-day of volume, kappa_B", unit = "1", def = "0.05",
                    min = 0, max = 10,
                    source = "assumption") double impactPerMarketDay) {
    }

    /** The funding spread. */
    public record Spread(
            @Param(meaning = "Sensitivity of the log spread to lenders' loss share of 26 weeks, psi", unit = "1", def = "2",
                    min = 0, max = 100,
                    source = "assumption") double toLosses) {
    }

    /** The price of power, relative to the start. */
    public record Power(
            @Param(meaning = "Elasticity of the level towards which the price of power moves to AI equity, beta; 0: it stays",
                    unit = "1", def = "0", min = 0, max = 5,
                    source = "assumption: off; wholesale power of the largest US grid rose 75.5 % in a year of growing AI load "
                    + "[pjm-2026]")
            double elasticityToAi,
            @Param(meaning = "Speed at which the log price of power moves towards that level, kappa", unit = "1/a", def = "1",
                    min = 0.01, max = 52, source = "assumption: contracts of about a year are renewed, half-life of eight months")
            double reversionPerYear,
            @Param(meaning = "Volatility of the log price of power of its own", unit = "1/sqrt(a)", def = "0", min = 0, max = 5,
                    source = "assumption: off") double volatility,
            @Param(meaning = "Growth of lead times with the price of power above its start: weeks x (1 + gamma (P - 1))",
                    unit = "1", def = "0", min = 0, max = 100, source = "assumption: off") double leadTimeSensitivity,
            @Param(meaning = "Most by which lead times are multiplied", unit = "ratio", def = "4", min = 1, max = 10,
                    source = "assumption: a retrofit of nine months then takes three years") double longestLeadTime) {

        /** Whether the price of power ever leaves its start. */
        public boolean moves() {
            return elasticityToAi > 0 || volatility > 0;
        }
    }

    /** Inflation and the response of policy to it. */
    public record Inflation(
            @Param(meaning = "Inflation while the price of power stands still", unit = "1/a", def = "0.02", min = -0.1, max = 1,
                    source = "assumption: at its target") double base,
            @Param(meaning = "Share of a year's rise of the price of power that passes into inflation", unit = "share", def = "0",
                    min = 0, max = 1, source = "assumption: off") double fromPower,
            @Param(meaning = "Inflation up to which policy eases after its normal delay", unit = "1/a", def = "0.02", min = -0.1,
                    max = 1, source = "assumption: the usual target of central banks") double target,
            @Param(meaning = "Weeks by which a point (0.01) of inflation above the target delays easing", unit = "weeks",
                    def = "0", min = 0, max = 520, source = "assumption: off") double delayWeeksPerPoint,
            @Param(meaning = "Most by which inflation delays easing", unit = "weeks", def = "78", min = 0, max = 2000,
                    source = "assumption: a year and a half") double longestDelayWeeks) {

        /** Whole weeks by which easing is late at some inflation (1/a): 0 at or below the target, bounded above. */
        public int delayWeeks(double inflation) {
            return (int) Math.round(StrictMath.min(longestDelayWeeks,
                    delayWeeksPerPoint * 100 * StrictMath.max(0, inflation - target)));
        }
    }
}
