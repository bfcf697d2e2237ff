package firesale.buyers;

/** What keeps a buyer from bidding for a lot, in the order in which it is asked: the first that binds counts. */
public enum Obstacle {
    /** No rack of its site has the power for one node. */
    RACKS_TOO_WEAK("racks too weak for a node"),
    /** Its racks have the power, but their cooling does not serve the machine. */
    WRONG_COOLING("wrong cooling"),
    /** Its racks would do, but none is free; of a reseller: its storage is full. */
    NO_FREE_RACKS("no free racks"),
    /** There is room, but running or reselling the machine is worth no more than its scrap. */
    WORTH_NO_MORE_THAN_SCRAP("worth no more than scrap to it"),
    /** It is worth more than scrap, but the power that it needs is worth more to new machines. */
    OTHER_USE_OF_POWER("power is worth more to new machines"),
    /** It would bid, but cannot pay for one node at scrap value with what moving and racks cost. */
    NO_MONEY("no money"),
    /** It would bid and could pay, but does not come while the lot is on offer. */
    NOT_IN_TIME("does not come in time");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    /** As a reader wants it. */
    public String words() {
        return words;
    }
}
