package firesale.report;

/**
 * The runs of one design point.
 *
 * @param index     the point's number, from 0
 * @param id        the point's name
 * @param runs      runs that did not fail
 * @param failed    runs that failed
 * @param discounts the price discount of each run that sold something, in no order; of the first point only
 */
record PointRuns(int index, String id, int runs, int failed, double[] discounts) {

    /** Runs in which nothing was sold. */
    int withoutSale() {
        return runs - discounts.length;
    }
}
