package firesale.model;

import firesale.auction.AuctionParameters;
import firesale.buyers.BuyersParameters;
import firesale.buyers.Friction;
import firesale.credit.CreditParameters;
import firesale.credit.VehicleType;
import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.kernel.parameters.Param;
import firesale.policy.PolicyParameters;
import firesale.repo.RepoParameters;
import firesale.world.Feedback;
import firesale.world.MarketParameters;
import java.util.List;

/** All parameters of a run; immutable. Each room's parameters stand beside their user. */
public record ModelParameters(
        @Param(meaning = "When and how long") Time time,
        @Param(meaning = "Prices, regimes and releases") MarketParameters market,
        @Param(meaning = "Machines and what it costs to move and mend them") HardwareParameters hardware,
        @Param(meaning = "Borrowers, debt, lenders") CreditParameters credit,
        @Param(meaning = "Who can buy") BuyersParameters buyers,
        @Param(meaning = "How seized lots are sold") AuctionParameters auction,
        @Param(meaning = "Dealers who lend against machines that are bought") RepoParameters repo,
        @Param(meaning = "Who stands behind prices and losses: an authority, the vendor, standby money") PolicyParameters policy,
        @Param(meaning = "Feedback loops that are on", def = "[redeployment-rent, coin-sales-btc, losses-spread, "
                + "marks-covenants, losses-credit, haircuts]", source = "assumption: all loops of the model") List<Feedback> feedbacks,
        @Param(meaning = "Frictions that are on", def = "[rack-power, other-use-of-power, cooling, beliefs, "
                + "funding, crowding, repo, waiting, hurry]",
                source = "assumption: all frictions of the model") List<Friction> frictions,
        @Param(meaning = "Whether to run each run's two twins as well, without feedbacks and with a warehouse; "
                + "changes no other number", def = "false", source = "assumption: it takes time") boolean twins,
        @Param(meaning = "Whether each sale's price is explained, step by step or by Shapley values too; changes no other number",
                def = "none", source = "assumption: it takes time") Anatomy anatomy,
        @Param(meaning = "How deep the market is: what quantities would fetch in sales that do not take place")
        DepthParameters depth) {

    public ModelParameters {
        feedbacks = List.copyOf(feedbacks);
        frictions = List.copyOf(frictions);
        for (CreditParameters.ScheduledSeizure seizure : credit.seizures()) {
            if (seizure.week() >= time.weeks()) {
                throw new IllegalArgumentException("credit.seizures." + seizure.name() + ".week: must lie before time.weeks, "
                        + time.weeks());
            }
            requireMachine(hardware, "credit.seizures." + seizure.name(), seizure.machine());
        }
        if (depth.measure()) {
            requireMachine(hardware, "depth", depth.machine());
        }
        for (VehicleType vehicle : credit.vehicles()) {
            if (vehicle.count() > 0) {
                requireMachine(hardware, "credit.vehicles." + vehicle.name(), vehicle.machine());
            }
        }
    }

    /** The same with another anatomy of prices. */
    public ModelParameters withAnatomy(Anatomy other) {
        return new ModelParameters(time, market, hardware, credit, buyers, auction, repo, policy, feedbacks, frictions, twins,
                other, depth);
    }

    /** The same with other feedback loops on. */
    public ModelParameters withFeedbacks(List<Feedback> others) {
        return new ModelParameters(time, market, hardware, credit, buyers, auction, repo, policy, others, frictions, twins,
                anatomy, depth);
    }

    /** The same with other frictions on. */
    public ModelParameters withFrictions(List<Friction> others) {
        return new ModelParameters(time, market, hardware, credit, buyers, auction, repo, policy, feedbacks, others, twins,
                anatomy, depth);
    }

    /** The same with another repo market. */
    public ModelParameters withRepo(RepoParameters other) {
        return new ModelParameters(time, market, hardware, credit, buyers, auction, other, policy, feedbacks, frictions, twins,
                anatomy, depth);
    }

    /** The same with another policy. */
    public ModelParameters withPolicy(PolicyParameters other) {
        return new ModelParameters(time, market, hardware, credit, buyers, auction, repo, other, feedbacks, frictions, twins,
                anatomy, depth);
    }

    /** The same with other terms of credit. */
    public ModelParameters withCredit(CreditParameters other) {
        return new ModelParameters(time, market, hardware, other, buyers, auction, repo, policy, feedbacks, frictions, twins,
                anatomy, depth);
    }

    private static void requireMachine(HardwareParameters hardware, String where, String name) {
        for (MachineType machine : hardware.machines()) {
            if (machine.name().equals(name)) {
                return;
            }
        }
        throw new IllegalArgumentException(where + ".machine: no machine is called " + name + "; hardware.machines lists them");
    }

    /** The clock. */
    public record Time(
            @Param(meaning = "Weeks in which new trouble may originate", unit = "weeks", def = "156", min = 1, max = 1040,
                    source = "assumption: three years of origination") int weeks,
            @Param(meaning = "Weeks of run-off at most, without new defaults, until what is left is sold without reserve",
                    unit = "weeks",
                    def = "104", min = 1, max = 520, source = "assumption: two years, so that late lots are not censored")
                            int runOffWeeks) {

        /** All weeks at most. */
        public int horizon() {
            return weeks + runOffWeeks;
        }
    }
}
