package firesale.analysis;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;

/** The 97.5 % quantiles of Student's t, each computed once. */
public final class StudentQuantiles {

    private static final double UPPER = 0.975;

    private final Map<Long, Double> known = new TreeMap<>();

    /** The quantile for the given degrees of freedom, at least 1. */
    public double upper(long degreesOfFreedom) {
        return known.computeIfAbsent(degreesOfFreedom,
                degrees -> new TDistribution(null, degrees).inverseCumulativeProbability(UPPER));
    }
}
