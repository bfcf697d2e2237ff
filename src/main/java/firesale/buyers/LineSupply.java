package firesale.buyers;

/** What lenders grant of buyers' lines. Lenders are numbered from 0. */
public interface LineSupply {

    /** No lender grants lines. */
    LineSupply NONE = new LineSupply() {
        @Override
        public int lenders() {
            return 0;
        }

        @Override
        public double weight(int lender) {
            throw new IndexOutOfBoundsException(lender);
        }

        @Override
        public double share(int lender) {
            throw new IndexOutOfBoundsException(lender);
        }
    };

    /** How many lenders there are. */
    int lenders();

    /** How often a lender is the one that grants a line, relative to the others; not negative. */
    double weight(int lender);

    /** What a lender lends now of what it lent at the start, 0 to 1. */
    double share(int lender);
}
