package firesale.world;

/** A price by week where it was observed; the simulated price stands elsewhere. */
interface ObservedSeries {

    /** Never observed. */
    ObservedSeries NONE = week -> Double.NaN;

    /** The observed price of a week, NaN where there is none. */
    double at(int week);
}
