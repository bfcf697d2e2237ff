package firesale.model;

/**
 * One sale against its reference values, USD per GPU.
 *
 * @param gpus             GPUs sold
 * @param price            price paid
 * @param fmv              FMV of the week of sale at actual condition
 * @param fmvStandard      the same at the condition of a new machine
 * @param fmvAsSeized      the same at the condition of the week of seizure
 * @param fmvAsRun         the same at the condition of the default
 * @param fmvAtSeizure     FMV of the week of seizure at the condition of that week
 * @param cost             selling cost and storage since seizure
 * @param discountFactor   e^(-r_L t) from seizure to sale
 */
record SaleValues(long gpus, double price, double fmv, double fmvStandard, double fmvAsSeized, double fmvAsRun,
        double fmvAtSeizure, double cost, double discountFactor) {
}
