package firesale.world;

/**
 * Dated series that stand in for simulated prices, by week. Immutable.
 */
public final class Replay {

    private final ObservedSeries btc;
    private final ObservedSeries spot;
    private final ObservedSeries contract;

    private Replay(ObservedSeries btc, ObservedSeries spot, ObservedSeries contract) {
        this.btc = btc;
        this.spot = spot;
        this.contract = contract;
    }

    /**
     * Reads the series that parameters name.
     *
     * @param weeks how many weeks will be asked for, at most
     * @throws firesale.kernel.parameters.InputException if a file cannot be read, lacks a column, or has no or doubled values
     */
    public static Replay of(MarketParameters parameters, int weeks) {
        return new Replay(series(parameters, "btc", weeks), series(parameters, "spot", weeks), series(parameters, "contract",
                weeks));
    }

    private static ObservedSeries series(MarketParameters parameters, String name, int weeks) {
        for (ReplaySeries series : parameters.replay()) {
            if (series.name().equals(name)) {
                return ReplayReader.read(series, parameters.start(), weeks);
            }
        }
        return ObservedSeries.NONE;
    }

    ObservedSeries btc() {
        return btc;
    }

    ObservedSeries spot() {
        return spot;
    }

    ObservedSeries contract() {
        return contract;
    }
}
