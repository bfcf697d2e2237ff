package firesale.analysis;

/**
 * An estimate with its 95 % interval.
 *
 * @param value   the estimate; NaN if there was nothing to estimate from
 * @param low     the interval's lower end; NaN if there is no interval
 * @param high    its upper end; NaN if there is none
 * @param n       runs that entered
 * @param missing runs without a value
 * @param method  how the interval was made
 */
public record Estimate(double value, double low, double high, long n, long missing, Method method) {

    /** How an interval is made. */
    public enum Method {
        /** Mean with Student's t over runs. */
        STUDENT_T("student_t"),
        /** Ratio of sums with percentiles of a bootstrap over runs. */
        BOOTSTRAP("ratio_of_sums_bootstrap"),
        /** Any other statistic with percentiles of a bootstrap. */
        PERCENTILES("bootstrap_percentiles"),
        /** Quantile between two order statistics, whatever the distribution. */
        ORDER_STATISTICS("order_statistics");

        private final String text;

        Method(String text) {
            this.text = text;
        }

        /** As written in tables. */
        public String text() {
            return text;
        }
    }
}
