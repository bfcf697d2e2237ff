package firesale.world;

import firesale.hardware.Hours;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import java.util.Arrays;

/**
 * The price of power relative to the start, P, and what follows from it: inflation and lead times. The log price reverts to a
 * level that rises with AI equity A, the market's view of how much compute will be built,
 * <pre>
 *   d ln P = kappa (beta ln A - ln P) dt + sigma dW
 * </pre>
 * in exact weekly steps, with A of the week held through the step. W is drawn from a stream of its own. Where neither beta nor
 * sigma is above 0 the price stays at 1 exactly and nothing is drawn.
 */
final class PowerPrice {

    private static final double YEARS = 1 / Hours.WEEKS_PER_YEAR;
    private static final int YEAR = 52;

    private final MarketParameters.Power parameters;
    private final MarketParameters.Inflation inflationParameters;
    private final Streams streams;
    private final double keep;
    private final double step;
    private final double[] lastYear = new double[YEAR];
    private double log;
    private double factor = 1;
    private double inflation;
    private double leadTimeFactor = 1;

    PowerPrice(MarketParameters.Power parameters, MarketParameters.Inflation inflation, Streams streams) {
        this.parameters = parameters;
        this.inflationParameters = inflation;
        this.streams = streams;
        double kappa = parameters.reversionPerYear();
        keep = StrictMath.exp(-kappa * YEARS);
        step = parameters.volatility() * StrictMath.sqrt(-StrictMath.expm1(-2 * kappa * YEARS) / (2 * kappa));
        Arrays.fill(lastYear, 1);
        this.inflation = inflation.base();
    }

    /** Moves to a week, with AI equity of that week. */
    void advance(int week, double aiEquity) {
        if (!parameters.moves()) {
            return;
        }
        double level = parameters.elasticityToAi() * StrictMath.log(aiEquity);
        double innovation = step > 0 ? streams.weekly(Kind.WORLD, 0, Purpose.POWER, week).normal() : 0;
        log = level + (log - level) * keep + step * innovation;
        factor = StrictMath.exp(log);
        double yearAgo = lastYear[week % YEAR];
        lastYear[week % YEAR] = factor;
        inflation = inflationParameters.base() + inflationParameters.fromPower() * (factor / yearAgo - 1);
        leadTimeFactor = StrictMath.min(parameters.longestLeadTime(),
                1 + parameters.leadTimeSensitivity() * StrictMath.max(0, factor - 1));
    }

    /** The price relative to the start. */
    double factor() {
        return factor;
    }

    /** Base inflation and what the rise of the price over 52 weeks adds; before the start the price stood at 1. In 1/a. */
    double inflation() {
        return inflation;
    }

    /** By what lead times are multiplied, at least 1. */
    double leadTimeFactor() {
        return leadTimeFactor;
    }
}
