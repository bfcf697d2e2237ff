/**
 * Theory against the program: published results with a closed form, each drawn or computed by the code that the model itself runs. Only
 * prices, values and whole runs are looked at; nothing here is used by a run.
 */
package firesale.validation;
