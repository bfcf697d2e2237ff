package firesale.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A discount as a function of an amount of money, estimated over the same replications at every amount. A resample draws
 * replications for the whole curve at once, so that what is read off the curve has an interval too.
 */
public final class DiscountCurve {

    private static final double CONFIDENCE = 0.95;

    private final double[] amounts;
    private final List<RatioSums> sums;
    private final double[] values;
    /** By resample, then by amount. */
    private final double[][] draws;

    /**
     * @param amountsUsd 0, then rising, the last one infinite: no limit
     * @param sums       the discount at each of them as a ratio of sums
     */
    public DiscountCurve(RatioBootstrap bootstrap, double[] amountsUsd, List<RatioSums> sums) {
        amounts = amountsUsd.clone();
        int last = amounts.length - 1;
        if (last < 1 || amounts[0] != 0 || amounts[last] != Double.POSITIVE_INFINITY || sums.size() != amounts.length) {
            throw new IllegalArgumentException("amounts from none to no limit, please");
        }
        this.sums = List.copyOf(sums);
        values = sums.stream().mapToDouble(RatioSums::ratio).toArray();
        draws = new double[RatioBootstrap.DRAWS][amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            double[] atAmount = bootstrap.draws(sums.get(i));
            for (int draw = 0; draw < draws.length; draw++) {
                draws[draw][i] = atAmount[draw];
            }
        }
    }

    /** Whether a discount holds a target, but for what prices in whole cents may leave of one that is held exactly. */
    public static boolean holds(double discount, double target) {
        return Crossings.holds(discount, target);
    }

    /** How many amounts there are, none and no limit included. */
    public int size() {
        return amounts.length;
    }

    /** The amount at a place, USD; infinite at the last. */
    public double amountUsd(int place) {
        return amounts[place];
    }

    /** Whether no run sold anything at any amount. */
    public boolean isEmpty() {
        return Arrays.stream(values).allMatch(Double::isNaN);
    }

    /** The discount at a place with its interval. */
    public Estimate at(int place) {
        double[] atPlace = Arrays.stream(draws).mapToDouble(draw -> draw[place]).toArray();
        return RatioBootstrap.interval(values[place], atPlace, sums.get(place).n(), sums.get(place).missing());
    }

    /** The discount without limit, which no amount gets below unless the curve rises. */
    public Estimate floor() {
        return at(amounts.length - 1);
    }

    /** The least amount from which on the discount holds a target: inf{C : D(C') &le; target for all C' &ge; C}. */
    public Threshold holding(double target) {
        return threshold(discounts -> Crossings.holding(amounts, discounts, target));
    }

    /** The least amount at which the discount holds a target, whatever it is at larger ones. */
    public Threshold first(double target) {
        return threshold(discounts -> Crossings.first(amounts, discounts, target));
    }

    /** Resamples in which nothing is sold at any amount are left out. */
    private Threshold threshold(ToDoubleFunction<double[]> reading) {
        double[] readings = Arrays.stream(draws).filter(draw -> !Arrays.stream(draw).allMatch(Double::isNaN))
                .mapToDouble(reading).toArray();
        long n = sums.stream().mapToLong(RatioSums::n).min().orElse(0);
        return Threshold.of(isEmpty() ? Double.NaN : reading.applyAsDouble(values), readings, n);
    }

    /**
     * The largest rise of the discount from one amount to a larger one among those that are more than noise. There are many
     * pairs of amounts, one of which may look like a rise by chance: a pair counts if its difference in standard errors is
     * larger than the largest of all pairs is in 95 % of resamples about their own estimates (the step-down bootstrap's first
     * step, Westfall and Young 1993).
     */
    public Optional<Rise> rise() {
        if (sums.stream().anyMatch(sum -> sum.n() < 2)) {
            return Optional.empty();
        }
        double[][] errors = new double[amounts.length][amounts.length];
        double[] largest = new double[draws.length];
        for (int i = 0; i < amounts.length; i++) {
            for (int j = i + 1; j < amounts.length; j++) {
                errors[i][j] = error(i, j);
                raise(largest, i, j, errors[i][j]);
            }
        }
        double beyondChance = new Quantiles(largest).at(CONFIDENCE);
        Rise found = null;
        for (int i = 0; i < amounts.length; i++) {
            for (int j = i + 1; j < amounts.length; j++) {
                double rise = values[j] - values[i];
                boolean clear = rise > Crossings.TIE && rise > beyondChance * errors[i][j];
                if (clear && (found == null || rise > found.difference().value())) {
                    found = new Rise(i, j, difference(i, j));
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private double error(int i, int j) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        double about = values[j] - values[i];
        for (double[] draw : draws) {
            double difference = draw[j] - draw[i] - about;
            if (!Double.isNaN(difference)) {
                n++;
                sum += difference;
                squares += difference * difference;
            }
        }
        return n < 2 ? 0 : Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
    }

    /** The largest rise of chance in each resample so far, in standard errors. */
    private void raise(double[] largest, int i, int j, double error) {
        if (error < Crossings.TIE * Crossings.TIE) {
            return;
        }
        for (int draw = 0; draw < largest.length; draw++) {
            double chance = (draws[draw][j] - draws[draw][i] - (values[j] - values[i])) / error;
            if (chance > largest[draw]) {
                largest[draw] = chance;
            }
        }
    }

    /** By how much the discount is larger at one place than at another, paired. */
    private Estimate difference(int from, int to) {
        double[] differences = Arrays.stream(draws).mapToDouble(draw -> draw[to] - draw[from]).toArray();
        return RatioBootstrap.interval(values[to] - values[from], differences,
                Math.min(sums.get(from).n(), sums.get(to).n()), Math.max(sums.get(from).missing(), sums.get(to).missing()));
    }
}
