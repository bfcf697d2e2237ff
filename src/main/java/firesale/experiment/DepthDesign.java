package firesale.experiment;

import firesale.kernel.parameters.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What {@code kind: depth} tries.
 *
 * @param targets    discounts under which the market should hold, shares
 * @param lowUsd     the least capacity beside none, USD
 * @param highUsd    the largest capacity beside one without limit, USD
 * @param capacities how many from the least to the largest, evenly in logs
 * @param haircuts   haircuts beside the model's, for the frontier
 */
public record DepthDesign(List<Double> targets, double lowUsd, double highUsd, int capacities, List<Double> haircuts) {

    /** What is tried unless the file says otherwise. */
    static final DepthDesign USUAL = new DepthDesign(List.of(0.05, 0.1, 0.2), 1e6, 1e10, 25, List.of());

    /** Digits of amounts: so many that names are short, and more only where amounts stand close together. */
    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 12;

    /** Whether a key of experiment files belongs to this. */
    static boolean isKey(String path) {
        return List.of("analysis.targetDiscount", "analysis.capacityUsdLow", "analysis.capacityUsdHigh", "analysis.capacities",
                "analysis.haircuts").contains(path);
    }

    /** @throws InputException naming the key if a target or a haircut is no share */
    void check() {
        if (targets.isEmpty()) {
            throw new InputException("analysis.targetDiscount: is empty, expected discounts such as [0.05, 0.10, 0.20]");
        }
        for (double target : targets) {
            if (!(target >= 0 && target < 1)) {
                throw new InputException("analysis.targetDiscount: was " + target + ", expected shares from 0 to below 1");
            }
        }
        for (double haircut : haircuts) {
            if (!(haircut >= 0 && haircut <= 1)) {
                throw new InputException("analysis.haircuts: was " + haircut + ", expected shares from 0 to 1");
            }
        }
    }

    /** The targets, each once, the smallest first. */
    List<Double> sortedTargets() {
        return targets.stream().distinct().sorted().toList();
    }

    /** The haircuts other than the model's, each once, the smallest first. */
    List<Double> haircutsBeside(double base) {
        return haircuts.stream().filter(haircut -> haircut != base).distinct().sorted().toList();
    }

    /** The amounts above zero: evenly in logs from the least to the largest, rounded, then infinity for no limit. */
    List<Double> amounts() {
        List<Double> amounts = new ArrayList<>();
        for (int digits = LEAST_DIGITS; digits <= MOST_DIGITS && amounts.size() != capacities; digits++) {
            int places = digits;
            amounts = new ArrayList<>(IntStream.range(0, capacities).mapToObj(i -> rounded(i, places)).distinct().toList());
        }
        amounts.add(Double.POSITIVE_INFINITY);
        return amounts;
    }

    private double rounded(int i, int digits) {
        double exact = lowUsd * StrictMath.exp(StrictMath.log(highUsd / lowUsd) * i / (capacities - 1));
        return Double.parseDouble(String.format(Locale.ROOT, "%." + (digits - 1) + "e", exact));
    }

    /** Every second of the amounts, the largest, and no limit. */
    List<Double> coarseAmounts() {
        List<Double> amounts = amounts();
        int last = amounts.size() - 1;
        return IntStream.rangeClosed(0, last).filter(i -> i % 2 == 0 || i >= last - 1).mapToObj(amounts::get).toList();
    }

    /** An amount in names of points: 0, 1.5e7, unlimited. */
    static String text(double usd) {
        if (Double.isInfinite(usd)) {
            return "unlimited";
        }
        String text = String.format(Locale.ROOT, "%." + (MOST_DIGITS - 1) + "e", usd);
        return text.replaceFirst("\\.?0*e\\+?0?", "e");
    }
}
