package firesale.model;

import firesale.buyers.LineSupply;
import firesale.credit.lenders.Lender;
import java.util.List;

/** Buyers' lines from the lenders of the run. */
record LenderLines(List<Lender> all) implements LineSupply {

    @Override
    public int lenders() {
        return all.size();
    }

    /** The weight of the lender's kind, shared among its kind, as for GPU loans. */
    @Override
    public double weight(int lender) {
        return all.get(lender).type().weight() / all.get(lender).type().count();
    }

    @Override
    public double share(int lender) {
        return all.get(lender).supply();
    }
}
