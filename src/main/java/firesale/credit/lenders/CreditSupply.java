package firesale.credit.lenders;

/** How much of what it would lend in calm a lender lends with the capital that it has left. */
@FunctionalInterface
public interface CreditSupply {

    /** Losses do not matter. */
    CreditSupply FULL = lender -> 1;

    /**
     * In proportion to capital above the minimum, relative to the start:
     * (ratio - minimum) / (ratio at the start - minimum), between 0 and 1.
     */
    CreditSupply BY_CAPITAL = lender -> {
        if (lender.losses() <= 0) {
            return 1;
        }
        double minimum = lender.type().minimumRatio();
        double room = lender.type().capitalRatio() - minimum;
        double left = lender.capitalRatio() - minimum;
        return room <= 0 ? (left < 0 ? 0 : 1) : StrictMath.max(0, StrictMath.min(1, left / room));
    };

    /** The share, from 0 to 1. */
    double share(Lender lender);
}
