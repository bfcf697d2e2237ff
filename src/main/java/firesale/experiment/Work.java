package firesale.experiment;

import firesale.experiment.store.Shard;
import firesale.kernel.parameters.InputException;
import java.util.List;

/** Which part of an experiment a process does. Whoever does it, the bytes are the same. */
public sealed interface Work {

    /** Whether this process computes a shard. */
    boolean holds(Shard shard);

    /** Whether others may compute in the folder at the same time. */
    boolean isShared();

    /** What the process ends with if it is told to stop before it is done. */
    default int exitCodeIfInterrupted() {
        return Interruption.EXIT_CODE;
    }

    /** All that is missing, then merge. */
    record Everything() implements Work {

        @Override
        public boolean holds(Shard shard) {
            return true;
        }

        @Override
        public boolean isShared() {
            return false;
        }
    }

    /**
     * An equal share of the shards; whoever finds all shards there at its end merges.
     *
     * @param index which share, from 1
     * @param of    how many shares there are
     */
    record Share(int index, int of) implements Work {

        /** @throws InputException unless 1 &le; index &le; of */
        public Share {
            if (index < 1 || index > of) {
                throw new InputException("--shard " + index + "/" + of + ": expected I/N with I from 1 to N");
            }
        }

        @Override
        public boolean holds(Shard shard) {
            return shard.index() % of == index - 1;
        }

        @Override
        public boolean isShared() {
            return true;
        }
    }

    /**
     * Shards by their indices, from 0; merges nothing.
     *
     * @param shards which
     */
    record Chosen(List<Integer> shards) implements Work {

        public Chosen {
            shards = List.copyOf(shards);
        }

        @Override
        public boolean holds(Shard shard) {
            return shards.contains(shard.index());
        }

        @Override
        public int exitCodeIfInterrupted() {
            return Interruption.AGAIN;
        }

        @Override
        public boolean isShared() {
            return true;
        }
    }

    /** No run: merges what is there, and refuses if a shard is missing. */
    record Merge() implements Work {

        @Override
        public boolean holds(Shard shard) {
            return false;
        }

        @Override
        public boolean isShared() {
            return true;
        }
    }
}
