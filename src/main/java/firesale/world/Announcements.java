package firesale.world;

/** What the market knows of releases before they arrive. */
public enum Announcements {
    /** The whole calendar from the start. */
    KNOWN_IN_ADVANCE,
    /** Each release from its announcement on; before that only what releases do to rent on average. */
    ANNOUNCED
}
