package firesale.experiment;

import firesale.kernel.parameters.InputException;

/**
 * The part of a plan's shards that one of several processes computes.
 *
 * @param index which part, from 1
 * @param of    how many parts there are
 */
public record ShardShare(int index, int of) {

    /** @throws InputException unless 1 &le; index &le; of */
    public ShardShare {
        if (index < 1 || index > of) {
            throw new InputException("--shard " + index + "/" + of + ": expected I/N with I from 1 to N");
        }
    }

    boolean holds(Shard shard) {
        return shard.index() % of == index - 1;
    }
}
