package firesale.gui.parameters;

import java.util.List;

/** The parameters that experiments vary most, from the shock to who buys, how it is sold, who lends and who stands behind it. */
final class MostUsed {

    static final List<String> PATHS = List.of(
            "market.squeeze.startWeek",
            "market.regimes.squeeze.demand",
            "market.rent.tokenPriceFallPerYear",
            "credit.borrowers.count",
            "credit.loan.ltvHigh",
            "buyers.rackScale",
            "buyers.fundsScale",
            "auction.format",
            "auction.reserveSetting",
            "auction.reserveDecayPerWeek",
            "repo.capacityUsd",
            "repo.haircut.rule",
            "repo.haircut.base",
            "policy.guarantee.share",
            "policy.floor.shareOfOlv",
            "feedbacks",
            "frictions");

    private MostUsed() {
    }
}
