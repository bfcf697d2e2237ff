package firesale.credit;

/** Who writes down what happens; nothing depends on it. */
@FunctionalInterface
public interface Chronicle {

    /** Writes nothing down. */
    Chronicle NONE = (event, borrower, lender, gpus, usd) -> { };

    /**
     * Takes down an event of this week.
     *
     * @param borrower number of the borrower; -1 if it concerns none
     * @param lender   number of the lender; -1 if it concerns none
     * @param gpus     machines concerned; 0 if none
     * @param usd      money concerned: paid, owed or short, by the kind of event; 0 if none
     */
    void note(CreditEvent event, int borrower, int lender, long gpus, double usd);
}
