package firesale.experiment.store;

/**
 * A range of consecutive runs: the unit of publishing.
 *
 * @param index from 0
 * @param first its first run
 * @param end   the run after its last one
 * @param id    a hash of the plan and the range
 */
public record Shard(int index, long first, long end, String id) {

    public long runs() {
        return end - first;
    }
}
