/**
 * Theory against the program: published results with a closed form, each drawn or computed by the code that the model itself
 * runs. Nothing here is used by a run.
 */
package firesale.validation;
