package firesale.experiment;

/**
 * What names a run and says how it went: the first columns of its row.
 *
 * @param reason why it failed; null if it did not
 */
record RunHead(long run, Point point, int replication, long seed, String reason) {

    static final String OK = "ok";
    static final String FAILED = "failed";

    String status() {
        return reason == null ? OK : FAILED;
    }
}
