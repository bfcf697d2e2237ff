/** What is on disk: shards, published so that the first wins; merged tables; locks; files that are there whole or not at all. */
package firesale.experiment.store;
