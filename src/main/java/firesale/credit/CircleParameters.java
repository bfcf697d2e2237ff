package firesale.credit;

import firesale.kernel.parameters.Param;

/**
 * Circular commitments: part of the contracted rent is owed by customers whom the vendor and its investors fund. Each of them has
 * a strength of its own; in a squeeze AI equity times strength decides whether it pays, renegotiates or repudiates.
 */
public record CircleParameters(
        @Param(meaning = "Share of contracts, by number, that are owed by customers of the circle", unit = "share", def = "0",
                min = 0, max = 1, source = "assumption: off") double share,
        @Param(meaning = "Customers of the circle", unit = "count", def = "4", min = 1, max = 10_000,
                source = "assumption: a few laboratories") int customers,
        @Param(meaning = "Standard deviation of a customer's log strength", unit = "1", def = "0.3", min = 0, max = 5,
                source = "assumption") double strengthSigma,
        @Param(meaning = "In a squeeze a customer renegotiates when AI equity times its strength is below this", unit = "ratio",
                def = "0.85", min = 0, max = 100, source = "assumption") double renegotiateBelow,
        @Param(meaning = "Rent after renegotiation, over the market's contract rent of then; never more than before",
                unit = "share", def = "0.9", min = 0, max = 10, source = "assumption") double renegotiatedShare,
        @Param(meaning = "In a squeeze a customer repudiates when AI equity times its strength is below this", unit = "ratio",
                def = "0.6", min = 0, max = 100, source = "assumption") double repudiateBelow) {

    public CircleParameters {
        if (repudiateBelow > renegotiateBelow) {
            throw new IllegalArgumentException("repudiateBelow must not exceed renegotiateBelow: " + repudiateBelow + " > "
                    + renegotiateBelow);
        }
    }
}
