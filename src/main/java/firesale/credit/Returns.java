package firesale.credit;

import firesale.credit.contracts.LoanClass;

/** Is told what lending earns and what it loses. It decides nothing, so that telling changes no number. */
interface Returns {

    /** Listens to nothing. */
    Returns NONE = new Returns() {
        @Override
        public void open() {
            // nothing is kept
        }

        @Override
        public void bill(LoanClass kind, long balanceCents, long interestCents) {
            // nothing is kept
        }

        @Override
        public void paid() {
            // nothing is kept
        }

        @Override
        public void lost(LoanClass kind, long cents) {
            // nothing is kept
        }

        @Override
        public void fee(LoanClass kind, long cents) {
            // nothing is kept
        }
    };

    /** A borrower's week begins: what was billed and not paid before is forgotten. */
    void open();

    /**
     * Interest falls due.
     *
     * @param balanceCents what is owed when the week begins
     */
    void bill(LoanClass kind, long balanceCents, long interestCents);

    /** All that was billed this week to the borrower is paid. */
    void paid();

    /** A loss is realised, cents; negative if earlier losses were less than booked. */
    void lost(LoanClass kind, long cents);

    /** A lender pays for a guarantee of losses, cents. */
    void fee(LoanClass kind, long cents);
}
