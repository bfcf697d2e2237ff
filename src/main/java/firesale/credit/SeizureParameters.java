package firesale.credit;

import firesale.kernel.parameters.Param;

/** What lenders do with machines that they have seized. */
public record SeizureParameters(
        @Param(meaning = "What a lender that need not sell does with machines that come outside calm, until it is calm",
                def = "sell", source = "assumption: no lender runs machines by itself") Behaviour behaviour,
        @Param(meaning = "Longest time that machines are held or operated before they are offered", unit = "weeks", def = "52",
                min = 0, max = 2000, source = "assumption") int longestWeeks,
        @Param(meaning = "Utilisation that an operator achieves", unit = "share", def = "0.60", min = 0, max = 1,
                source = "assumption: the middle of hosts at spot") double operatorUtilisation,
        @Param(meaning = "Operator's fee over revenue", unit = "share", def = "0.25", min = 0, max = 1,
                source = "assumption: overhead of a host and a margin") double operatorFeeShare) {

    /** What a lender does with seized machines. */
    public enum Behaviour {
        /** Offers them at once. */
        SELL,
        /** Stores them until funding is calm again. */
        HOLD,
        /** Lets an operator run them until funding is calm again, as long as that pays. */
        OPERATE
    }
}
