package firesale.experiment;

/** How the influence of parameters is measured. */
public enum SensitivityMethod {
    /** Shares of variance: first- and total-order Sobol' indices. */
    SOBOL,
    /** Elementary effects: Morris screening. */
    MORRIS
}
