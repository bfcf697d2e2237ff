package firesale.validation;

import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Settings;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Sale;
import firesale.valuation.GpuValue;
import firesale.valuation.RackCharge;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Prices out of the whole model: 25 users who are alike, one fleet seized in week 0, rents that fall at a constant rate. */
final class WholeModel {

    private static final String TOPIC = "the whole model, 25 users alike";
    private static final int FLEET_GPUS = 50_000;
    /** Racks for 1,152 GPUs each. */
    private static final int READY_GPUS = 28_800;
    private static final double KW_PER_GPU = 10.2 / 8;
    /** A, c, r, delta, K and L of {@link GpuValue} for the machine and the users below. */
    private static final double REVENUE_USD = 1.92 * 8766 * 0.68;
    private static final double COST_USD = KW_PER_GPU * 1.35 * 8766 * 0.07 + 600;
    private static final double RATE = 0.15;
    private static final double DECLINE = -StrictMath.log(0.8);
    private static final double SCRAP_USD = 500;
    private static final double LIFE_YEARS = 5.5;
    private static final double MOVING_USD = 900;
    private static final double RETROFIT_USD_PER_KW = 2000;
    /** Of legacy power, and as much again to build: nodes for 2,352 GPUs each. */
    private static final int CONVERTIBLE_GPUS = 58_800;
    private static final double BUILD_USD_PER_KW = 11_000;

    private WholeModel() {
    }

    static List<Check> checks() {
        return List.of(
                Check.exact(TOPIC, "no frictions: discount to FMV", "no limits, no disagreement, no hurry", "null case", 0, 1e-5,
                        () -> largest(run("frictions=[]"), sale -> 1 - sale.priceUsd() / sale.fmvUsd())),
                Check.exact(TOPIC, "no frictions: price", "relative error, V - moving", "null case", 0, 1e-5,
                        () -> largest(run("frictions=[]"), sale -> sale.priceUsd() / (value() - MOVING_USD) - 1)),
                Check.exact(TOPIC, "limited racks", "relative error, V and V - retrofit", "the marginal unit pays for a retrofit",
                        0, 1e-5, WholeModel::racks),
                Check.exact(TOPIC, "limited racks, new ones built", "error against V - retrofit, V - build",
                        "the marginal unit pays for the build", 0, 1e-5, WholeModel::builtRacks),
                Check.exact(TOPIC, "limited cash", "relative error, min(V, W/Q) - moving", "Allen and Gale 1994", 0, 0.001,
                        WholeModel::cash));
    }

    private static double value() {
        return GpuValue.of(REVENUE_USD, COST_USD, RATE, DECLINE, SCRAP_USD, LIFE_YEARS);
    }

    private static double racks() {
        double charge = charge(RETROFIT_USD_PER_KW);
        double largest = 0;
        for (int gpus : new int[] {READY_GPUS - 800, READY_GPUS - 8, READY_GPUS + 8, FLEET_GPUS}) {
            double expected = value() - MOVING_USD - (gpus > READY_GPUS ? charge : 0);
            RunOutcome outcome = run("frictions=[rack-power, cooling, crowding]", "credit.seizures.a.gpus=" + gpus);
            largest = StrictMath.max(largest, largest(outcome, sale -> sale.priceUsd() / expected - 1));
        }
        return largest;
    }

    private static double charge(double usdPerKw) {
        double runYears = GpuValue.runYears(REVENUE_USD, COST_USD, RATE, DECLINE, SCRAP_USD, LIFE_YEARS);
        return RackCharge.usdPerGpu(usdPerKw, KW_PER_GPU, RATE, runYears, 15);
    }

    /** Around the edge between retrofits and building, and nearly all that can be housed. */
    private static double builtRacks() {
        double largest = 0;
        int edge = READY_GPUS + CONVERTIBLE_GPUS;
        for (int gpus : new int[] {edge - 8, edge + 8, edge + CONVERTIBLE_GPUS - 8}) {
            double expected = value() - MOVING_USD - charge(gpus > edge ? BUILD_USD_PER_KW : RETROFIT_USD_PER_KW);
            RunOutcome outcome = run("frictions=[rack-power, cooling, crowding]", "credit.seizures.a.gpus=" + gpus,
                    "buyers.types.neocloud.buildableMwMedian=3", "buyers.types.neocloud.buildWeeks=0",
                    "buyers.types.neocloud.buildUsdPerKw=" + BUILD_USD_PER_KW);
            largest = StrictMath.max(largest, largest(outcome, sale -> sale.priceUsd() / expected - 1));
            largest = StrictMath.max(largest, StrictMath.abs(outcome.gpusSold() - gpus));
        }
        return largest;
    }

    private static double cash() {
        double largest = 0;
        for (double millionsEach : new double[] {3, 6, 12, 20, 30, 60}) {
            double expected = StrictMath.min(value(), 25 * millionsEach * 1e6 / FLEET_GPUS) - MOVING_USD;
            RunOutcome outcome = run("frictions=[funding]", "buyers.types.neocloud.cashMusdMedian=" + millionsEach,
                    "auction.uniformPriceRule=lowest-winning");
            largest = StrictMath.max(largest, largest(outcome, sale -> sale.priceUsd() / expected - 1));
        }
        return largest;
    }

    /** The largest size of a number over all sales of a run; 1 if there is none. */
    private static double largest(RunOutcome outcome, ToDoubleFunction<Sale> number) {
        return outcome.sales().stream().mapToDouble(sale -> StrictMath.abs(number.applyAsDouble(sale))).max().orElse(1);
    }

    private static RunOutcome run(String... settings) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "credit.borrowers.count=0", "time.weeks=1",
                "time.runOffWeeks=4", "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0",
                "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=" + FLEET_GPUS,
                "credit.seizures.a.condition=1", "auction.reserveShare=0", "auction.reserveFloorShare=0"));
        for (String release : List.of("Blackwell", "Blackwell-Ultra", "Rubin", "Rubin-Ultra", "Next-generation")) {
            all.add("market.releases." + release + ".passThrough=0");
        }
        for (String type : List.of("hyperscaler", "ai-lab", "enterprise", "research", "sovereign", "broker",
                "distressed-fund", "reseller")) {
            all.add("buyers.types." + type + ".count=0");
        }
        for (String setting : List.of("utilisationSd=0", "readyMwSigma=0", "rackKwSigma=0", "fundsSigma=0",
                "rackRentUsdPerKwMonth=0", "deploymentWeeks=0", "retrofitWeeks=0", "lineMusdMedian=0",
                "retrofitUsdPerKw=" + RETROFIT_USD_PER_KW)) {
            all.add("buyers.types.neocloud." + setting);
        }
        all.addAll(List.of(settings));
        ModelParameters parameters = ParameterSchema.of(ModelParameters.class).bind(Settings.ofArguments(all));
        return FireSale.simulate(parameters, 1, EnumSet.of(Recording.SALES));
    }
}
