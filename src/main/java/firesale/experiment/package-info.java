/**
 * Plan, runner, shards, result store and summary: the one engine under every analysis.
 *
 * <p>{@link firesale.experiment.Experiment#run} takes a {@link firesale.experiment.RunRequest} to an exit code. On the way a
 * {@link firesale.experiment.Plan} says which runs there are, in which order and with which seeds; the runner computes
 * what is missing and publishes it shard by shard; the merged table goes through an {@link firesale.experiment.Analysis}.
 * Files, threads and signals are known here and nowhere below.
 */
package firesale.experiment;
