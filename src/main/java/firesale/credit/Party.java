package firesale.credit;

/**
 * Somebody who owes or is owed.
 *
 * @param role   what it is
 * @param number its number among those of its role; 0 for those outside the model
 */
public record Party(Role role, int number) {

    /** What a party is. */
    public enum Role {
        /** A host or a vehicle, by its number among the borrowers. */
        BORROWER,
        LENDER,
        /** A customer of the funding circle. */
        CUSTOMER,
        /** Holders of notes, outside the model. */
        NOTE_HOLDERS,
        /** Those outside the model who lend against coins. */
        COIN_LENDERS,
        /** Those outside the model to whom income was assigned. */
        ASSIGNEES,
        /** Somebody else outside the model: a lessee who always pays, or whose machines are seized as a parameter says. */
        OUTSIDE
    }

    static Party borrower(int id) {
        return new Party(Role.BORROWER, id);
    }

    static Party lender(int id) {
        return new Party(Role.LENDER, id);
    }

    static Party outside(Role role) {
        return new Party(role, 0);
    }
}
