package firesale.analysis;

import firesale.analysis.RatioBootstrap.Multiplicity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Values with weights from several replications: their quantiles and weighted means. */
public final class WeightedSample {

    private record Item(double value, double weight, int replication) {
    }

    private final List<Item> items = new ArrayList<>();
    private boolean sorted;

    /** Adds a value; one that is NaN is left out. */
    public void add(int replication, double value, double weight) {
        if (!Double.isNaN(value) && weight > 0) {
            items.add(new Item(value, weight, replication));
            sorted = false;
        }
    }

    /** How many values there are. */
    public int size() {
        return items.size();
    }

    /** How many replications they come from. */
    public long replications() {
        return items.stream().mapToInt(Item::replication).distinct().count();
    }

    /** The smallest value at or below which at least a share of the weight lies; NaN without any. */
    public double quantile(double share, Multiplicity times) {
        if (!sorted) {
            items.sort(Comparator.comparingDouble(Item::value));
            sorted = true;
        }
        double total = 0;
        for (int i = 0; i < items.size(); i++) {
            total += times.of(items.get(i).replication) * items.get(i).weight;
        }
        double below = 0;
        for (int i = 0; i < items.size(); i++) {
            int count = times.of(items.get(i).replication);
            below += count * items.get(i).weight;
            // sums of the same weights in other orders differ in their last digits
            if (count > 0 && below >= share * total * (1 - 1e-12)) {
                return items.get(i).value;
            }
        }
        return Double.NaN;
    }

    /** The mean by weight; NaN without any. */
    public double mean(Multiplicity times) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < items.size(); i++) {
            double weight = times.of(items.get(i).replication) * items.get(i).weight;
            sum += weight * items.get(i).value;
            total += weight;
        }
        return total == 0 ? Double.NaN : sum / total;
    }
}
