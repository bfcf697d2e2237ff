package firesale.credit.contracts;

/** Kinds of lending whose losses and spreads are told apart. */
public enum LoanClass {
    /** Term loans to hosts, secured by machines. */
    HOST_LOANS,
    /** Loans to vehicles, secured by machines, without recourse. */
    VEHICLE_LOANS,
    CONVERTIBLE_NOTES,
    HIGH_YIELD_NOTES,
    /** Lines against pledged coins. */
    COIN_LINES,
    REVOLVERS,
    /** Advances against future income; their interest is added to what is owed. */
    INCOME_ASSIGNMENTS,
    /** Claims that nobody lent within the run: damages from leases, and loans on fleets that are seized by schedule. */
    NOT_LENT;

    /** What a term loan against machines is, by whether its borrower is a vehicle. */
    public static LoanClass ofTermLoan(boolean toVehicle) {
        return toVehicle ? VEHICLE_LOANS : HOST_LOANS;
    }
}
