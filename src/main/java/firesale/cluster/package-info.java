/** Experiments on clusters: which tasks there are, their scripts, submitting, waiting; the truth is the shard folder. */
package firesale.cluster;
