package firesale.buyers;

import firesale.hardware.Cooling;
import java.util.List;
import java.util.Optional;

/**
 * Own buyers: what stands in the file of {@link BuyersParameters}, checked. Immutable, read once; any number of runs may use them
 * at the same time. They stand in the order of their ids, so that the order of rows means nothing.
 *
 * @param buyers the buyers; empty: drawn by kind
 */
public record OwnBuyers(List<Given> buyers) {

    /** No file: everybody is drawn. */
    public static final OwnBuyers DRAWN = new OwnBuyers(List.of());

    public OwnBuyers {
        buyers = List.copyOf(buyers);
    }

    /**
     * Reads the file that parameters name.
     *
     * @throws firesale.kernel.parameters.InputException naming file, line and column, if it cannot be read or makes no sense
     */
    public static OwnBuyers of(BuyersParameters parameters) {
        return parameters.file().map(file -> new OwnBuyersReader(parameters.types()).read(file)).orElse(DRAWN);
    }

    /**
     * What is known of a buyer; what is NaN is drawn as for its kind.
     *
     * @param id             keys its draws
     * @param kind           the place of its kind in the list
     * @param disagreement   what it adds to the consensus on how fast rent falls, 1/a
     * @param sites          at least one
     */
    record Given(String id, int kind, double cashMusd, double lineMusd, double btc, double utilisation, double discountRate,
            double disagreement, double attendance, double storageGpus, List<GivenSite> sites) {

        /** Nothing but the kind is known. */
        static final Given NOTHING = new Given("", -1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, Double.NaN, List.of(GivenSite.NOTHING));

        Given {
            sites = List.copyOf(sites);
        }
    }

    /** What is known of a site; what is NaN or empty is drawn, or as its buyer's kind has it. */
    record GivenSite(double readyMw, double rackKw, Optional<Cooling> cooling, double convertibleMw, double pue,
            double powerUsdPerKwh, double rackRentUsdPerKwMonth) {

        /** Nothing is known. */
        static final GivenSite NOTHING = new GivenSite(Double.NaN, Double.NaN, Optional.empty(), Double.NaN, Double.NaN,
                Double.NaN, Double.NaN);
    }

    /** A number that is known, or another one. */
    static double or(double known, double other) {
        return Double.isNaN(known) ? other : known;
    }
}
