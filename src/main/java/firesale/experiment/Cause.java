package firesale.experiment;

import firesale.kernel.parameters.Scalars;

/** What a price below FMV is attributed to: the frictions in the order of the waterfall, and the auction's format, the rest. */
enum Cause {
    RACK_POWER("rack_power", Group.PHYSICS),
    OTHER_USE_OF_POWER("other_use", Group.PHYSICS),
    COOLING("cooling", Group.PHYSICS),
    BELIEFS("beliefs", Group.BELIEF),
    FUNDING("funding", Group.MONEY),
    CROWDING("crowding", Group.STRATEGY_AND_MARKET),
    REPO("repo", Group.MONEY),
    WAITING("waiting", Group.STRATEGY_AND_MARKET),
    HURRY("hurry", Group.STRATEGY_AND_MARKET),
    FORMAT("format", Group.STRATEGY_AND_MARKET);

    private final String measure;
    private final Group group;

    Cause(String measure, Group group) {
        this.measure = measure;
        this.group = group;
    }

    /** Kinds of causes. */
    enum Group {
        PHYSICS, BELIEF, MONEY, STRATEGY_AND_MARKET
    }

    /** The measure of what it takes off once those before it have, in shares of FMV. */
    String step() {
        return "step_" + measure;
    }

    /** The measure of its Shapley value, in shares of FMV. */
    String share() {
        return "share_" + measure;
    }

    Attributed.Player player() {
        return new Attributed.Player(Scalars.kebab(this), words(this), words(group));
    }

    private static String words(Enum<?> name) {
        return Scalars.kebab(name).replace('-', ' ');
    }
}
