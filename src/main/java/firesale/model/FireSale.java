package firesale.model;

import java.util.List;
import java.util.Set;

/** The simulation. (Skeleton: draws figures that mean nothing, so that the rooms above can be built.) */
public final class FireSale {

    private FireSale() {
    }

    /** Runs the model once; a function of the parameters and the seed alone. */
    public static RunOutcome simulate(ModelParameters parameters, long seed, Set<Recording> recording) {
        double u = ((seed * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
        List<Sale> sales = recording.contains(Recording.SALES)
                ? List.of(new Sale(3, 1, "H100/HGX-air", 64, 20_000 * u, 20_000)) : List.of();
        return new RunOutcome(u < 0.1 ? Double.NaN : 1 - u, 64, u, sales);
    }
}
