/** Estimates with intervals from the values of runs: pure numbers, no files, no names of measures. */
package firesale.experiment.statistics;
