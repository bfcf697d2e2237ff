/** Estimators: pure functions from the values of runs to estimates with intervals. Knows no files, no plans and no model. */
package firesale.analysis;
