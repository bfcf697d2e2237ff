package firesale.buyers;

/** What keeps a buyer from paying FMV; each can be switched off to see what it costs. */
public enum Friction {
    /** Ready racks, their power and their cooling are limited; retrofits cost and take time. */
    RACKS,
    /** Ready power could serve the newest generation instead. */
    OTHER_USE_OF_POWER,
    /** Buyers learn, and disagree, about how fast rent falls. */
    BELIEFS,
    /** Cash and lines are limited, and the cost of capital follows the funding spread. */
    FUNDING,
    /** Not every buyer comes to every sale. */
    ATTENDANCE
}
