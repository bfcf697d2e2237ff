package firesale.buyers;

import firesale.hardware.Pool;

/** What is lent against machines in a week's sale; amounts are cents, units nodes. */
public interface LoanSupply {

    /** Nothing is lent. */
    LoanSupply NONE = new LoanSupply() {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public double advance(Pool pool) {
            return 0;
        }

        @Override
        public long markCents(Pool pool) {
            return 0;
        }

        @Override
        public long limitCents(Buyer buyer, Pool pool, boolean alone) {
            return 0;
        }

        @Override
        public long capacityCents(Pool pool, boolean alone) {
            return 0;
        }
    };

    /** Whether anything may be lent in this run. */
    boolean isOpen();

    /**
     * What a buyer may use of a loan for a machine of a pool, at most, relative to its price or its mark: one less the haircut, less
     * what it keeps for calls; 0 to 1.
     */
    double advance(Pool pool);

    /** What lenders hold a node of a pool to be worth. */
    long markCents(Pool pool);

    /** What they would lend to a buyer at most, as {@link #capacityCents} counts. */
    long limitCents(Buyer buyer, Pool pool, boolean alone);

    /**
     * What buyers together may use of all that can be lent now.
     *
     * @param alone whether what other lots have taken counts as if it had not been
     */
    long capacityCents(Pool pool, boolean alone);
}
