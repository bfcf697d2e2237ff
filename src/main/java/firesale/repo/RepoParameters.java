package firesale.repo;

import firesale.kernel.parameters.Param;

/** Dealers who lend against machines. Without capacity there is no repo market. */
public record RepoParameters(
        @Param(meaning = "Money that all dealers together lend against machines; 0 for no repo market", unit = "USD", def = "0",
                min = 0, max = RepoParameters.UNLIMITED_USD,
                source = "assumption: none; no term repo on GPUs was found") double capacityUsd,
        @Param(meaning = "How many dealers share it", unit = "count", def = "5", min = 1, max = 1000, source = "assumption")
                int dealers,
        @Param(meaning = "Capital of a dealer over what it can lend; a dealer that lost it fails and stops lending", unit = "share",
                def = "0.05", min = 0, max = 1, source = "assumption") double capitalRatio,
        @Param(meaning = "What gives way when collateral is feared for: haircuts, or the quantity lent", def = "bilateral",
                source = "both were seen [copeland-martin-walker][gorton-metrick-2012]") Venue venue,
        @Param(meaning = "How haircuts are set") HaircutParameters haircut,
        @Param(meaning = "Term of a repo; at its end it is marked anew and rolled", unit = "weeks", def = "4", min = 1, max = 520,
                source = "assumption: a month") int termWeeks,
        @Param(meaning = "Spread of the repo rate over the risk-free rate", unit = "1/a", def = "0.03", min = 0, max = 1,
                source = "assumption") double spread,
        @Param(meaning = "Buyers keep so much of a loan in cash as calls and interest are expected to take in this time; 0 for nothing",
                unit = "weeks", def = "13", min = 0, max = 520,
                source = "assumption: until machines that are bought begin to earn") int bufferWeeks,
        @Param(meaning = "What dealers hold collateral to be worth", def = "auction",
                source = "assumption: prices where there are any") Mark mark,
        @Param(meaning = "Whether borrowers default as they would without a repo market, so that what is seized does not respond to it",
                def = "false", source = "assumption: it responds") boolean frozenSeizures) {

    /** More than any purchase can use, USD: stands for a market without limit. */
    public static final double UNLIMITED_USD = 1e13;

    /** Whether there is a repo market. */
    public boolean isOpen() {
        return capacityUsd > 0;
    }

    /** The same with another capacity. */
    public RepoParameters withCapacityUsd(double usd) {
        return new RepoParameters(usd, dealers, capitalRatio, venue, haircut, termWeeks, spread, bufferWeeks, mark, frozenSeizures);
    }

    /** The same with other haircuts. */
    public RepoParameters withHaircut(HaircutParameters other) {
        return new RepoParameters(capacityUsd, dealers, capitalRatio, venue, other, termWeeks, spread, bufferWeeks, mark, frozenSeizures);
    }

    /** The same with seizures frozen or not. */
    public RepoParameters withFrozenSeizures(boolean frozen) {
        return new RepoParameters(capacityUsd, dealers, capitalRatio, venue, haircut, termWeeks, spread, bufferWeeks, mark, frozen);
    }

    /** What gives way. */
    public enum Venue {
        /** Haircuts follow the rule. */
        BILATERAL,
        /** Haircuts stay at their base; dealers lend less instead, and drop whole borrowers when they lent more than that. */
        TRI_PARTY
    }

    /** What dealers hold collateral to be worth. */
    public enum Mark {
        /** FMV times what recent auctions of the kind fetched of it. */
        AUCTION,
        /** FMV. */
        MODEL
    }
}
