package firesale.experiment.store;

/**
 * One run as text, ready for the shards.
 *
 * @param bytes for each table the run's lines, with their ends
 * @param rows  for each table how many lines that is
 */
public record RunLines(byte[][] bytes, int[] rows) {
}
