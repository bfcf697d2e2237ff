package firesale.buyers;

import firesale.world.Market;

/** What buyers can spend in a week: their own money and their lines, as lenders of the model and the funding spread leave them. */
final class Money {

    private final Market market;
    private final LineSupply lines;
    /** What each lender lends of what it lent at the start, as the week's sales find it. */
    private final double[] lenderShare;
    private int week = -1;

    Money(Market market, LineSupply lines) {
        this.market = market;
        this.lines = lines;
        this.lenderShare = new double[lines.lenders()];
    }

    /** Asks lenders once a week: losses of a week's own sales cut the lines of the next. */
    void ask(int thisWeek) {
        if (week != thisWeek) {
            week = thisWeek;
            for (int i = 0; i < lenderShare.length; i++) {
                lenderShare[i] = lines.share(i);
            }
        }
    }

    /** Cents that a buyer has now. */
    long of(Buyer buyer) {
        return buyer.funds(spreadAboveCalm(), share(buyer), market.btcUsd());
    }

    /** Cents that it would have now if it came this week: with what of its yearly budgets has become due since it last came. */
    long ifItComes(Buyer buyer) {
        return buyer.fundsReplenished(market.week(), spreadAboveCalm(), share(buyer), market.btcUsd());
    }

    /** Cents that it would have, had it spent nothing. */
    long unspent(Buyer buyer) {
        return buyer.fundsUnspent(spreadAboveCalm(), share(buyer), market.btcUsd());
    }

    /** Cents that it would have now if it came this week and funding were as in calm. */
    long inCalm(Buyer buyer) {
        return buyer.fundsReplenished(market.week(), 0, 1, market.btcUsd());
    }

    /** Cents of its own, without its line. */
    long own(Buyer buyer) {
        return buyer.own(market.btcUsd());
    }

    /** Cents that it would have of its own if it came this week. */
    long ownIfItComes(Buyer buyer) {
        return buyer.ownReplenished(market.week(), market.btcUsd());
    }

    /** Cents of its own had it spent nothing. */
    long ownUnspent(Buyer buyer) {
        return buyer.ownUnspent(market.btcUsd());
    }

    /** Cents that it would have in calm, had it spent nothing. */
    long unspentInCalm(Buyer buyer) {
        return buyer.fundsUnspent(0, 1, market.btcUsd());
    }

    private double spreadAboveCalm() {
        return market.exogenousSpread() - market.calmSpread();
    }

    private double share(Buyer buyer) {
        return buyer.lineLender() < 0 ? 0 : lenderShare[buyer.lineLender()];
    }
}
